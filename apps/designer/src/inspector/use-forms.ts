import { useQueries, type UseQueryResult } from '@tanstack/react-query';
import { isProblem, useApi, type ApiClient, type FormDefinition } from '@chengban/web';
import { useFlows } from '../flows/use-flows.js';

const formQuery = (api: ApiClient, flowKey: string) => ({
  queryKey: ['flow-form', flowKey],
  staleTime: Infinity,
  queryFn: async ({ signal }: { signal: AbortSignal }): Promise<FormDefinition | null> =>
    api.get<FormDefinition>(`/definitions/${encodeURIComponent(flowKey)}/form`, {}, signal).catch((error: unknown) => {
      if (isProblem(error) && error.status === 404) return null;
      throw error;
    }),
});

/** Every form that a published flow of the city uses, each once. */
export function useForms(): FormDefinition[] {
  const api = useApi();
  const flows = useFlows().data ?? [];
  return useQueries({
    queries: flows.filter((flow) => flow.publishedVersion !== null).map((flow) => formQuery(api, flow.key)),
    combine: eachOnce,
  });
}

function eachOnce(answers: UseQueryResult<FormDefinition | null>[]): FormDefinition[] {
  const forms = answers.flatMap(({ data }) => data ?? []);
  return [...new Map(forms.map((form) => [form.key, form])).values()];
}
