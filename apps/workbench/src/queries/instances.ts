import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useApi, type Instance } from '@chengban/web';

export function useInstance(id: string | null | undefined): UseQueryResult<Instance> {
  const api = useApi();
  return useQuery({
    queryKey: ['instance', id],
    enabled: !!id,
    queryFn: ({ signal }) => api.get<Instance>(`/instances/${id}`, {}, signal),
  });
}

/** The drawing of the version this instance runs on; a published version never changes. */
export function useInstanceXml(instance: Instance | undefined): UseQueryResult<string> {
  const api = useApi();
  return useQuery({
    queryKey: ['instance-xml', instance?.definition.id, instance?.definition.version],
    enabled: !!instance,
    staleTime: Infinity,
    queryFn: ({ signal }) => api.text(`/instances/${instance?.id}/xml`, signal),
  });
}
