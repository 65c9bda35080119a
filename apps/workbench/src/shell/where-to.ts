import type { Notification } from '@chengban/web';

const LISTS: Readonly<Partial<Record<string, string>>> = {
  task: '/tasks',
  returned: '/tasks',
  urged: '/tasks',
  ended: '/submissions',
};

/** Where a message leads inside the workbench; null: it says all there is. One that stands for many leads to their list. */
export function whereTo({ taskId, obligationId, count, category }: Notification): string | null {
  if (taskId) return `/tasks/${taskId}`;
  if (obligationId) return `/obligations/${obligationId}`;
  return count > 1 ? (LISTS[category] ?? null) : null;
}
