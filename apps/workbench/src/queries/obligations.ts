import { useEffect } from 'react';
import {
  keepPreviousData,
  useInfiniteQuery,
  useQuery,
  useQueryClient,
  type UseQueryResult,
} from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { App } from 'antd';
import { explainInOneLine, useAct, useApi, useSession, type Obligation, type Page } from '@chengban/web';
import { useRefreshWork } from './refresh-work';

export interface ObligationFilter {
  planId?: string;
  unitId?: string;
  measureNo?: number;
  status?: string;
  q?: string;
}

/** Every obligation that fits, page after page; `data` grows while `loading` is true. */
export function useObligations(filter: ObligationFilter, enabled = true) {
  const api = useApi();
  const query = useInfiniteQuery({
    queryKey: ['obligations', filter],
    enabled,
    placeholderData: keepPreviousData,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<Obligation>>('/obligations', { ...filter, limit: 200, cursor: pageParam }, signal),
    getNextPageParam: (page) => page.nextCursor ?? null,
  });
  const { hasNextPage, isFetchingNextPage, isError, fetchNextPage } = query;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && !isError) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, isError, fetchNextPage]);
  const data = query.data?.pages.flatMap((page) => page.items);
  return { data, error: query.error, refetch: query.refetch, loading: query.isFetching || hasNextPage };
}

/** @param id null: none is asked for */
export function useObligation(id: string | null): UseQueryResult<Obligation> {
  const api = useApi();
  return useQuery({
    queryKey: ['obligation', id],
    enabled: id !== null,
    queryFn: ({ signal }) => api.get<Obligation>(`/obligations/${id}`, {}, signal),
  });
}

/** What waits for my unit to begin: pending obligations of the units I handle, the earliest due first. */
export function usePendingStarts(): { data: Obligation[] | undefined; error: Error | null; refetch: () => unknown } {
  const api = useApi();
  const { memberships } = useSession();
  const units = [...new Set(memberships.filter((one) => one.role === 'handler').map((one) => one.unitId))];
  return useQuery({
    queryKey: ['obligations', 'pending-starts', units],
    queryFn: async ({ signal }) => {
      const lists = await Promise.all(
        units.map((unitId) => api.all<Obligation>('/obligations', { unitId, status: 'pending' }, signal)),
      );
      return lists.flat();
    },
  });
}

/** 开始填报: opens the instance and goes to its first task. */
export function useStart() {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const refresh = useRefreshWork();
  const { message } = App.useApp();
  return useAct<string, { instanceId: string; taskId: string | null }>(
    'start',
    (api, id, idempotencyKey) => api.send('POST', `/obligations/${id}/start`, { body: {}, idempotencyKey }),
    {
      onSuccess: ({ taskId }, id) => {
        refresh();
        void navigate(taskId ? `/tasks/${taskId}` : `/obligations/${id}`);
      },
      onError: (error, id) => {
        void message.error(explainInOneLine(error));
        void queries.invalidateQueries({ queryKey: ['obligation', id] });
      },
    },
  );
}
