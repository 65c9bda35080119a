import type { EndEvent, FlowModel, Scope } from '../bpmn/model.js';
import { indexScope, nodesOf } from '../bpmn/walk.js';
import { called, error } from './check.js';
import type { Check } from './check.js';

/** Outcomes that do not accept anything need no review. */
const UNACCEPTED = ['rejected', 'failed', 'cancelled', 'withdrawn'];

/** What a person drafted is reviewed by another before it counts as accepted: no path from drafting to such an end avoids review. */
export const reviewBeforeAcceptance: Check = {
  id: 'review-before-acceptance',
  run: (model) => {
    const next = successors(model);
    const reviews = new Set(
      nodesOf(model)
        .filter((node) => node.kind === 'userTask' && node.purpose === 'review')
        .map((node) => node.id),
    );
    const ends = new Map(
      model.root.nodes.flatMap((node) => (node.kind === 'endEvent' ? [[node.id, node] as const] : [])),
    );
    return nodesOf(model).flatMap((node) => {
      if (node.kind !== 'userTask' || node.purpose !== 'draft') return [];
      const end = firstUnreviewed(node.id, next, reviews, ends);
      return end === null
        ? []
        : [
            error(
              'review-before-acceptance',
              node.id,
              `${called(node)}填报后不经审核就能走到${called(end)}。`,
              '请在填报和结束之间加一个审核节点，由别人办理。',
            ),
          ];
    });
  },
};

function firstUnreviewed(
  from: string,
  next: ReadonlyMap<string, readonly string[]>,
  reviews: ReadonlySet<string>,
  ends: ReadonlyMap<string, EndEvent>,
): EndEvent | null {
  const seen = new Set([from]);
  for (const id of seen) {
    const end = ends.get(id);
    if (end && !UNACCEPTED.includes(end.outcome)) return end;
    if (!reviews.has(id)) for (const to of next.get(id) ?? []) seen.add(to);
  }
  return null;
}

/** Steps across scopes: into a sub-process at its start, out of it from its plain ends; a boundary leaves from inside. */
function successors(model: FlowModel): ReadonlyMap<string, readonly string[]> {
  const next = new Map<string, readonly string[]>();
  const visit = (scope: Scope, after: readonly string[]): void => {
    const index = indexScope(scope);
    for (const node of scope.nodes) {
      const onwards = index.outgoing(node.id).map((flow) => flow.target);
      const out = [...onwards, ...index.boundaries(node.id).map((event) => event.id)];
      if (node.kind === 'subProcess') {
        visit(node.scope, out);
        next.set(
          node.id,
          node.scope.nodes.filter((each) => each.kind === 'startEvent').map((each) => each.id),
        );
      } else if (node.kind === 'endEvent') next.set(node.id, after);
      else next.set(node.id, out);
    }
  };
  visit(model.root, []);
  return next;
}
