import { useQuery } from '@tanstack/react-query';
import { useApi, type Handler } from '@chengban/web';

/** The programs of the server that a drawing may name; they change with the server only. */
export function useHandlers(): { handlers: Handler[]; isPending: boolean } {
  const api = useApi();
  const { data = [], isPending } = useQuery({
    queryKey: ['handlers'],
    staleTime: Infinity,
    queryFn: ({ signal }) => api.get<Handler[]>('/handlers', {}, signal),
  });
  return { handlers: data, isPending };
}
