import type { FlowModel } from '../bpmn/model.js';
import { userTasksOf } from './assignments-of.js';
import { warning } from './check.js';
import type { Check } from './check.js';
import { successors } from './successors.js';

/** De-duplication never crosses drafting: it needs two reviews one after the other with no drafting between them. */
export const dedupeWithoutEffect: Check = {
  id: 'dedupe-without-effect',
  run: (model) => {
    if (model.dedupe === null || model.dedupe === 'off' || hasTwoReviewsInARow(model)) return [];
    return [
      warning(
        'dedupe-without-effect',
        model.processId,
        '流程设了自动去重，但没有两个连着的审核环节：去重不会跨过填报环节，所以不起作用。',
        '请关掉自动去重，或核对流程里的审核环节。',
        'dedupe',
      ),
    ];
  },
};

function hasTwoReviewsInARow(model: FlowModel): boolean {
  const next = successors(model);
  const tasks = new Map(userTasksOf(model).map((task) => [task.id, task]));
  const isReview = (id: string): boolean => tasks.get(id)?.purpose === 'review';
  return [...tasks.keys()].filter(isReview).some((id) => {
    const seen = new Set(next.get(id) ?? []);
    for (const at of seen) {
      if (isReview(at) && at !== id) return true;
      if (!tasks.has(at)) for (const to of next.get(at) ?? []) seen.add(to);
    }
    return false;
  });
}
