import { useAct, type BatchResult } from '@chengban/web';
import { useRefreshWork } from '../queries/refresh-work';
import type { InboxRow } from '../tasks/inbox-rows';

export interface Batch {
  readonly rows: readonly InboxRow[];
  readonly opinion: string;
}

/** As many as the server takes at once. */
export const MOST_AT_ONCE = 200;

/** 批量同意: each task with the revision that was on screen, so that what has changed since is left as it is. */
export function useBatch(onDone: (results: readonly BatchResult[], rows: readonly InboxRow[]) => void) {
  const refresh = useRefreshWork();
  return useAct<Batch, { results: BatchResult[] }>(
    'batch',
    (api, { rows, opinion }, idempotencyKey) => {
      const items = rows.flatMap(({ taskId, revision }) => (taskId ? [{ taskId, revision }] : []));
      const body = { items, ...(opinion.trim() !== '' && { opinion }) };
      return api.send('POST', '/tasks/approve-batch', { body, idempotencyKey });
    },
    {
      onSuccess: ({ results }, { rows }) => {
        onDone(results, rows);
        refresh();
      },
    },
  );
}
