import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { App } from 'antd';
import { explainInOneLine, useAct, useApi, type Comment, type FoundPerson, type Thread } from '@chengban/web';

/** Others write while one reads. */
const LOOK_AGAIN_MS = 20_000;

export function useThread(instanceId: string | null | undefined): UseQueryResult<Thread> {
  const api = useApi();
  return useQuery({
    queryKey: ['comments', instanceId],
    enabled: !!instanceId,
    refetchInterval: LOOK_AGAIN_MS,
    queryFn: async ({ signal }) => {
      const path = `/instances/${instanceId}/comments`;
      const items: Comment[] = [];
      let page = await api.get<Thread>(path, { limit: 200 }, signal);
      items.push(...page.items);
      while (page.nextCursor) {
        page = await api.get<Thread>(path, { limit: 200, cursor: page.nextCursor }, signal);
        items.push(...page.items);
      }
      return { ...page, items };
    },
  });
}

export interface Words {
  text: string;
  scope: 'matter' | 'unit';
  unitId?: string;
  replyTo?: string;
  mentionIds: string[];
  fileIds: string[];
}

export function useSay(instanceId: string, done: () => void) {
  const queries = useQueryClient();
  const { message } = App.useApp();
  return useAct<Words, { id: string }>(
    'say',
    (api, body, idempotencyKey) => api.send('POST', `/instances/${instanceId}/comments`, { body, idempotencyKey }),
    {
      onSuccess: () => {
        done();
        void queries.invalidateQueries({ queryKey: ['comments', instanceId] });
      },
      onError: (error) => void message.error(explainInOneLine(error)),
    },
  );
}

export function useWithdraw(instanceId: string) {
  const queries = useQueryClient();
  const { message } = App.useApp();
  return useAct<string, void>(
    'withdraw',
    (api, id, idempotencyKey) => api.send('POST', `/comments/${id}/withdraw`, { body: {}, idempotencyKey }),
    {
      onSuccess: () => void queries.invalidateQueries({ queryKey: ['comments', instanceId] }),
      onError: (error) => {
        void message.error(explainInOneLine(error));
        void queries.invalidateQueries({ queryKey: ['comments', instanceId] });
      },
    },
  );
}

interface Search {
  /** `comments` finds those who would read it, `copies` anybody who works in the city */
  of: 'comments' | 'copies';
  words: string;
  scope?: 'matter' | 'unit';
  unitId?: string;
}

/** People who may be named, found while one types. */
export function usePeople(
  instanceId: string,
  { of, ...search }: Search,
  enabled: boolean,
): UseQueryResult<FoundPerson[]> {
  const api = useApi();
  return useQuery({
    queryKey: ['named-people', instanceId, of, search],
    enabled,
    staleTime: 60_000,
    queryFn: async ({ signal }) => {
      const { words, ...rest } = search;
      const answer = await api.get<{ items: FoundPerson[] }>(
        `/instances/${instanceId}/${of}/people`,
        { q: words, ...rest },
        signal,
      );
      return answer.items;
    },
  });
}
