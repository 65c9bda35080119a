import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useApi, type Notification, type Page } from '@chengban/web';

/** @param watched somebody is reading the list, so what comes now should appear in it */
export function useNotifications(watched: boolean): UseQueryResult<Notification[]> {
  const api = useApi();
  return useQuery({
    queryKey: ['notifications'],
    refetchInterval: watched ? 5_000 : 60_000,
    queryFn: async ({ signal }) => (await api.get<Page<Notification>>('/notifications', { limit: 50 }, signal)).items,
  });
}

export function useReadNotifications(): (ids: string[]) => void {
  const api = useApi();
  const queries = useQueryClient();
  return (ids) => {
    void Promise.allSettled(ids.map((id) => api.send('POST', `/notifications/${id}/read`, { body: {} }))).then(() =>
      queries.invalidateQueries({ queryKey: ['notifications'] }),
    );
  };
}
