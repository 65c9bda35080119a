import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { App } from 'antd';
import {
  explainInOneLine,
  useAct,
  useApi,
  type MadeCopies,
  type ReceivedCopies,
  type ReceivedCopy,
  type SentCopies,
} from '@chengban/web';

export function useReceivedCopies(): UseQueryResult<ReceivedCopy[]> {
  const api = useApi();
  return useQuery({
    queryKey: ['copies', 'mine'],
    queryFn: ({ signal }) => api.all<ReceivedCopy>('/copies', {}, signal),
  });
}

/** How many are still to be read or answered, for the menu. */
export function useWaitingCopies(): UseQueryResult<number> {
  const api = useApi();
  return useQuery({
    queryKey: ['copies', 'waiting'],
    refetchInterval: 60_000,
    queryFn: async ({ signal }) => (await api.get<ReceivedCopies>('/copies', { limit: 1 }, signal)).waiting,
  });
}

/** Opening the page of a matter is what the receipt notes; what comes back is what I was sent of it. */
export function useOpenedCopies(instanceId: string | null | undefined): UseQueryResult<ReceivedCopy[]> {
  const api = useApi();
  const queries = useQueryClient();
  return useQuery({
    queryKey: ['opened-copies', instanceId],
    enabled: !!instanceId,
    staleTime: 60_000,
    queryFn: async () => {
      const { items } = await api.send<{ items: ReceivedCopy[] }>('POST', `/instances/${instanceId}/copies/open`, {
        body: {},
      });
      if (items.length > 0) void queries.invalidateQueries({ queryKey: ['copies'] });
      return items;
    },
  });
}

export function useSentCopies(instanceId: string | null | undefined): UseQueryResult<SentCopies> {
  const api = useApi();
  return useQuery({
    queryKey: ['copies', 'of', instanceId],
    enabled: !!instanceId,
    queryFn: ({ signal }) => api.get<SentCopies>(`/instances/${instanceId}/copies`, {}, signal),
  });
}

function useRefreshCopies(): () => void {
  const queries = useQueryClient();
  return () => {
    void queries.invalidateQueries({ queryKey: ['copies'] });
    void queries.invalidateQueries({ queryKey: ['opened-copies'] });
  };
}

export interface NewCopies {
  kind: 'cc' | 'circulate';
  personIds: string[];
  roles: { unitId: string; role: string }[];
  note: string;
}

export function useMakeCopies(instanceId: string, done: (made: MadeCopies) => void) {
  const refresh = useRefreshCopies();
  const { message } = App.useApp();
  return useAct<NewCopies, MadeCopies>(
    'copy',
    (api, body, idempotencyKey) => api.send('POST', `/instances/${instanceId}/copies`, { body, idempotencyKey }),
    {
      onSuccess: (made) => {
        done(made);
        refresh();
      },
      onError: (error) => void message.error(explainInOneLine(error)),
    },
  );
}

export function useRemark() {
  const refresh = useRefreshCopies();
  const { message } = App.useApp();
  return useAct<{ id: string; text: string }, void>(
    'remark',
    (api, { id, text }, idempotencyKey) => api.send('POST', `/copies/${id}/remark`, { body: { text }, idempotencyKey }),
    {
      onSuccess: () => {
        void message.success('意见已签署');
        refresh();
      },
      onError: (error) => {
        void message.error(explainInOneLine(error));
        refresh();
      },
    },
  );
}

export function useRemind(instanceId: string) {
  const refresh = useRefreshCopies();
  const { message } = App.useApp();
  return useAct<null, { reminded: number }>(
    'remind',
    (api, _, idempotencyKey) =>
      api.send('POST', `/instances/${instanceId}/copies/remind`, { body: {}, idempotencyKey }),
    {
      onSuccess: ({ reminded }) => {
        void message.success(`已提醒 ${reminded} 人`);
        refresh();
      },
      onError: (error) => {
        void message.error(explainInOneLine(error));
        refresh();
      },
    },
  );
}
