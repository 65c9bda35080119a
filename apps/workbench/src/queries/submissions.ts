import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useApi, type Submission, type SubmissionPage } from '@chengban/web';

export function useMySubmissions(): UseQueryResult<Submission[]> {
  const api = useApi();
  return useQuery({
    queryKey: ['submissions', 'mine'],
    queryFn: ({ signal }) => api.all<Submission>('/submissions', { mine: true }, signal),
  });
}

export function useSubmission(id: string): UseQueryResult<SubmissionPage> {
  const api = useApi();
  return useQuery({
    queryKey: ['submission', id],
    queryFn: ({ signal }) => api.get<SubmissionPage>(`/submissions/${id}`, {}, signal),
  });
}

/** The submission of one obligation (not of a request beside it), `null` when nothing was reported yet. */
export function useSubmissionOf(obligationId: string): UseQueryResult<SubmissionPage | null> {
  const api = useApi();
  return useQuery({
    queryKey: ['submission', 'of', obligationId],
    queryFn: async ({ signal }) => {
      const all = await api.all<Submission>('/submissions', { obligationId }, signal);
      const mine = all.find(({ beside }) => beside === null);
      return mine ? api.get<SubmissionPage>(`/submissions/${mine.id}`, {}, signal) : null;
    },
  });
}
