import type { Notification } from '@chengban/web';

const LISTS: Readonly<Partial<Record<string, string>>> = {
  task: '/tasks',
  returned: '/tasks',
  urged: '/tasks',
  ended: '/submissions',
  copied: '/copies',
};

/** Where a message leads inside the workbench; null: it says all there is. One that stands for many leads to their list. */
export function whereTo({ kind, taskId, obligationId, count, category }: Notification): string | null {
  if (taskId) return `/tasks/${taskId}`;
  if (obligationId) return `/obligations/${obligationId}${tabOf(kind)}`;
  return count > 1 ? (LISTS[category] ?? null) : null;
}

/** The tab beside the flow that a message is about. */
function tabOf(kind: string): string {
  if (kind.startsWith('comment.')) return '?tab=talk';
  return kind === 'copy.remarked' ? '?tab=copies' : '';
}
