import { useQuery } from '@tanstack/react-query';
import { useAct, useApi, type HandoverMatter, type HandoverResult } from '@chengban/web';

export interface Pair {
  readonly fromId: string;
  readonly toId: string;
}

/** What one person has in hand, and what would become of it with the other. */
export function usePreview(pair: Pair | null) {
  const api = useApi();
  return useQuery({
    queryKey: ['handover', pair],
    enabled: pair !== null,
    queryFn: ({ signal }) =>
      api.get<{ items: HandoverMatter[]; more: boolean }>('/handovers/preview', { ...pair }, signal),
  });
}

interface Handover extends Pair {
  readonly instanceIds: readonly string[];
  readonly reason: string;
}

export const useHandOver = (onDone: (results: readonly HandoverResult[]) => void) =>
  useAct<Handover, { results: HandoverResult[] }>(
    'handover',
    (api, body, idempotencyKey) => api.send('POST', '/handovers', { body, idempotencyKey }),
    { onSuccess: ({ results }) => onDone(results) },
  );
