import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useApi, type Definition } from '@chengban/web';

/** A flow as the API lists it; `latestVersion` is null before the first publication. */
export type FlowItem = Omit<Definition, 'latestVersion'> & { latestVersion: number | null; hasDraft?: boolean };

export function useFlows(): UseQueryResult<FlowItem[]> {
  const api = useApi();
  return useQuery({ queryKey: ['flows'], queryFn: ({ signal }) => api.all<FlowItem>('/definitions', {}, signal) });
}
