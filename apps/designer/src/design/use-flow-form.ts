import { useQuery } from '@tanstack/react-query';
import { isProblem, useApi, type FormDefinition } from '@chengban/web';

/** The form of the flow's newest version; null before the first one, and while it is on its way. */
export function useFlowForm(flowKey: string): FormDefinition | null {
  const api = useApi();
  const { data } = useQuery({
    queryKey: ['flow-form', flowKey],
    staleTime: Infinity,
    queryFn: async ({ signal }) =>
      api
        .get<FormDefinition>(`/definitions/${encodeURIComponent(flowKey)}/form`, {}, signal)
        .catch((error: unknown) => {
          if (isProblem(error) && error.status === 404) return null;
          throw error;
        }),
  });
  return data ?? null;
}
