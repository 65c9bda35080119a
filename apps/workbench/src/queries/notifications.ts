import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useApi, type Notification, type Page } from '@chengban/web';
import { SHOWN, toShow } from './notifications-to-show';

export interface Notifications {
  readonly items: Notification[];
  /** all that are unread, shown or not */
  readonly unread: number;
}

/** @param watched somebody is reading the list, so what comes now should appear in it */
export function useNotifications(watched: boolean): UseQueryResult<Notifications> {
  const api = useApi();
  return useQuery({
    queryKey: ['notifications'],
    refetchInterval: watched ? 5_000 : 60_000,
    queryFn: async ({ signal }) => {
      const list = (query: object) =>
        api.get<Page<Notification> & { unread: number }>('/notifications', { limit: SHOWN, ...query }, signal);
      const [unread, newest] = await Promise.all([list({ unread: 'true' }), list({})]);
      return { items: toShow(unread.items, newest.items), unread: unread.unread };
    },
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
