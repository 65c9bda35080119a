import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useApi, type NotificationSettings } from '@chengban/web';

export const SETTINGS_KEY = ['notification-settings'];

/** Not asked again behind the back of somebody who is choosing. */
export function useNotificationSettings(): UseQueryResult<NotificationSettings> {
  const api = useApi();
  return useQuery({
    queryKey: SETTINGS_KEY,
    queryFn: ({ signal }) => api.get<NotificationSettings>('/notification-settings', {}, signal),
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
}
