import type { EndEvent } from '../bpmn/model.js';
import { nodesOf } from '../bpmn/walk.js';
import { called, error } from './check.js';
import type { Check } from './check.js';
import { successors } from './successors.js';

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
