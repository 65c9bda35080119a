import type { FlowModel, Scope } from '../bpmn/model.js';
import { indexScope } from '../bpmn/walk.js';
import type { Catches } from './wiring.js';

/**
 * Settles for every error end which boundary event catches it: outwards from its scope, the first sub-process with a
 * boundary for the same code, or for every error (§13.4.6). What nobody catches fails the instance.
 */
export function settleErrors(model: FlowModel): Catches {
  const caught = new Map<string, string[]>();
  const uncaught: string[] = [];
  visit(model.root, []);
  return { byBoundary: (id) => caught.get(id) ?? [], uncaught };

  function visit(scope: Scope, outer: readonly (readonly Catcher[])[]): void {
    const index = indexScope(scope);
    for (const node of scope.nodes) {
      if (node.kind === 'errorEndEvent') {
        const catcher = firstMatch(outer, node.error);
        if (catcher === null) uncaught.push(node.id);
        else caught.set(catcher, [...(caught.get(catcher) ?? []), node.id]);
      }
      if (node.kind === 'subProcess') {
        const own = index.boundaries(node.id).flatMap((event) => (event.kind === 'errorBoundary' ? [event] : []));
        visit(node.scope, [own, ...outer]);
      }
    }
  }
}

interface Catcher {
  readonly id: string;
  readonly error: string | null;
}

/** On one sub-process the boundary that names the code wins over the one that catches everything. */
function firstMatch(outer: readonly (readonly Catcher[])[], error: string | null): string | null {
  for (const level of outer) {
    const exact = level.find((each) => each.error !== null && each.error === error);
    const match = exact ?? level.find((each) => each.error === null);
    if (match) return match.id;
  }
  return null;
}
