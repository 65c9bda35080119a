import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { App } from 'antd';
import { explainInOneLine, randomKey, useAct, useApi, type Phrases } from '@chengban/web';

export function usePhrases(): UseQueryResult<Phrases> {
  const api = useApi();
  return useQuery({
    queryKey: ['phrases'],
    staleTime: 60_000,
    queryFn: ({ signal }) => api.get<Phrases>('/phrases', {}, signal),
  });
}

/** Counts a pick behind the person's back: nobody waits for it, and nothing is lost when it fails. */
export function useCountPick(): (id: string) => void {
  const api = useApi();
  const queries = useQueryClient();
  return (id) => {
    void api
      .send('POST', `/phrases/${id}/use`, { body: {}, idempotencyKey: randomKey() })
      .then(() => queries.invalidateQueries({ queryKey: ['phrases'] }))
      .catch(() => undefined);
  };
}

type Change =
  | { kind: 'add'; text: string; unitId?: string }
  | { kind: 'rewrite'; id: string; text: string }
  | { kind: 'drop'; id: string };

const WORDS = { add: '已存为常用意见', rewrite: '已修改', drop: '已删除' } as const;

export function useChangePhrase(done?: (change: Change) => void) {
  const queries = useQueryClient();
  const { message } = App.useApp();
  return useAct<Change, unknown>(
    'phrase',
    (api, change, idempotencyKey) => {
      if (change.kind === 'drop') return api.send('DELETE', `/phrases/${change.id}`);
      if (change.kind === 'rewrite') return api.send('PUT', `/phrases/${change.id}`, { body: { text: change.text } });
      const { text, unitId } = change;
      return api.send('POST', '/phrases', { body: { text, ...(unitId && { unitId }) }, idempotencyKey });
    },
    {
      onSuccess: (_, change) => {
        void message.success(WORDS[change.kind]);
        void queries.invalidateQueries({ queryKey: ['phrases'] });
        done?.(change);
      },
      onError: (error) => void message.error(explainInOneLine(error)),
    },
  );
}
