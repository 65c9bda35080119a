import type { TaskPage } from '@chengban/web';

/** After a return nobody has saved yet: what stands in the form is the last round, not a draft. */
export const isPrefill = (task: TaskPage): boolean => {
  const last = task.rounds.at(-1);
  return !!last && (!task.draft || task.draft.savedAt === last.submittedAt);
};
