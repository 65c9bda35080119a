import type { FlowModel, FlowNode, Scope } from '../bpmn/model.js';
import { indexScope } from '../bpmn/walk.js';
import type { FlowIndex } from '../bpmn/walk.js';

export type Successors = ReadonlyMap<string, readonly string[]>;

/**
 * Steps of the process that an instance runs, across scopes: into a sub-process at its starts, out of it from its plain
 * ends, from a throwing link to the catching one; a boundary leaves from inside.
 */
export function successors(model: FlowModel): Successors {
  const next = new Map<string, readonly string[]>();
  const visit = (scope: Scope, after: readonly string[]): void => {
    const index = indexScope(scope);
    for (const node of scope.nodes) {
      const onwards = index.outgoing(node.id).map((flow) => flow.target);
      const out = [...onwards, ...index.boundaries(node.id).map((event) => event.id), ...linkedFrom(node, scope)];
      if (node.kind === 'subProcess') {
        visit(node.scope, out);
        next.set(node.id, startsOf(node.scope, indexScope(node.scope)));
      } else if (node.kind === 'endEvent') next.set(node.id, after);
      else next.set(node.id, out);
    }
  };
  visit(model.root, []);
  return next;
}

/** Where a scope begins: at its start events, or without them at whatever no flow leads to (§13.3.4). */
export function startsOf({ nodes }: Scope, index: FlowIndex): readonly string[] {
  const events = nodes.filter((node) => node.kind === 'startEvent');
  const loose = nodes.filter((node) => node.kind !== 'boundaryEvent' && index.incoming(node.id).length === 0);
  return (events.length > 0 ? events : loose).map(({ id }) => id);
}

function linkedFrom(node: FlowNode, { nodes }: Scope): readonly string[] {
  if (node.kind !== 'intermediateThrowEvent') return [];
  const names = linksOf(node);
  return nodes
    .filter((each) => each.kind === 'intermediateCatchEvent' && linksOf(each).some((name) => names.includes(name)))
    .map(({ id }) => id);
}

const linksOf = (node: FlowNode): readonly string[] =>
  'triggers' in node ? node.triggers.flatMap((trigger) => (trigger.kind === 'link' ? [trigger.name] : [])) : [];
