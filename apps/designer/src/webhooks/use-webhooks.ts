import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useApi, type Webhooks } from '@chengban/web';

export const WEBHOOKS_KEY = ['webhooks'];

/** The systems that are told, with how the last try went; asked again every minute while somebody looks. */
export function useWebhooks(): UseQueryResult<Webhooks> {
  const api = useApi();
  return useQuery({
    queryKey: WEBHOOKS_KEY,
    refetchInterval: 60_000,
    queryFn: ({ signal }) => api.get<Webhooks>('/webhooks', {}, signal),
  });
}
