import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { isProblem, useApi, type DefinitionVersion } from '@chengban/web';
import type { Draft } from '../draft/use-draft-saver.js';

/** Newest first. */
export function useVersions(flowKey: string): UseQueryResult<DefinitionVersion[]> {
  const api = useApi();
  return useQuery({
    queryKey: ['versions', flowKey],
    queryFn: ({ signal }) =>
      api.all<DefinitionVersion>(`/definitions/${encodeURIComponent(flowKey)}/versions`, {}, signal),
  });
}

/** A published drawing never changes, so it is asked for once. @param version null asks for nothing */
export function useVersionXml(flowKey: string, version: number | null): UseQueryResult<string> {
  const api = useApi();
  return useQuery({
    queryKey: ['version-xml', flowKey, version],
    enabled: version !== null,
    staleTime: Infinity,
    queryFn: ({ signal }) => api.text(`/definitions/${encodeURIComponent(flowKey)}/versions/${version}/xml`, signal),
  });
}

/** The draft on the server, null where there is none. Asked anew at every visit: another administrator may have drawn. */
export function useDraft(flowKey: string): UseQueryResult<Draft | null> {
  const api = useApi();
  return useQuery({
    queryKey: ['draft', flowKey],
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    queryFn: async ({ signal }) =>
      api.get<Draft>(`/definitions/${encodeURIComponent(flowKey)}/draft`, {}, signal).catch((error: unknown) => {
        if (isProblem(error) && error.status === 404) return null;
        throw error;
      }),
  });
}
