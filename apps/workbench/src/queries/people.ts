import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useApi, type FoundPerson } from '@chengban/web';

export interface PeopleAsked {
  /** part of a name or unit */
  words: string;
  /** a later step: only those who may be chosen for it */
  choice?: string;
  /** only those to whom the task may be passed on */
  transfer?: boolean;
}

/** Whom one may name on a task, those near first. */
export function useTaskPeople(taskId: string, { words, choice, transfer }: PeopleAsked): UseQueryResult<FoundPerson[]> {
  const api = useApi();
  return useQuery({
    queryKey: ['task-people', taskId, words, choice, transfer],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const found = await api.get<{ items: FoundPerson[] }>(
        `/tasks/${taskId}/people`,
        { q: words, choice, transfer },
        signal,
      );
      return found.items;
    },
  });
}
