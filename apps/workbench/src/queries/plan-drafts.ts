import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useAct, useApi, type DeadlineReading, type PlanDraft, type PlanDraftRow } from '@chengban/web';

export function usePlanDraft(id: string): UseQueryResult<PlanDraft> {
  const api = useApi();
  return useQuery({
    queryKey: ['plan-draft', id],
    queryFn: ({ signal }) => api.get<PlanDraft>(`/plan-drafts/${id}`, {}, signal),
  });
}

export function usePlanDrafts(): UseQueryResult<PlanDraftRow[]> {
  const api = useApi();
  return useQuery({
    queryKey: ['plan-drafts'],
    queryFn: ({ signal }) => api.all<PlanDraftRow>('/plan-drafts', {}, signal),
  });
}

export interface MeasureCorrection {
  no: number;
  units?: string[];
  /** the words of the document stay as they are */
  deadline?: Omit<DeadlineReading, 'text'>;
}

export function useCorrectMeasure({ id, revision }: PlanDraft, done: () => void) {
  const queries = useQueryClient();
  return useAct<MeasureCorrection, unknown>(
    'correct',
    (api, { no, ...change }, idempotencyKey) =>
      api.send('PATCH', `/plan-drafts/${id}/measures/${no}`, { body: change, ifMatch: revision, idempotencyKey }),
    {
      onSuccess: async () => {
        await queries.invalidateQueries({ queryKey: ['plan-draft', id] });
        done();
      },
    },
  );
}

export interface PlanHead {
  title: string;
  code: string;
  periodFrom: string;
  periodTo: string;
}

export function useConfirmPlan(id: string) {
  const queries = useQueryClient();
  return useAct<PlanHead, { planId: string; obligationCount: number }>(
    'confirm',
    (api, head, idempotencyKey) => api.send('POST', `/plan-drafts/${id}/confirm`, { body: head, idempotencyKey }),
    { onSuccess: () => void queries.invalidateQueries() },
  );
}
