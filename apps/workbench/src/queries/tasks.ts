import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useApi, type Task, type TaskPage } from '@chengban/web';
import { settled } from './saves-under-way';

export function useOpenTasks(): UseQueryResult<Task[]> {
  const api = useApi();
  return useQuery({
    queryKey: ['tasks', 'open'],
    queryFn: ({ signal }) => api.all<Task>('/tasks', { status: 'open', mine: true }, signal),
    refetchInterval: 60_000,
  });
}

export function useDoneTasks(): UseQueryResult<Task[]> {
  const api = useApi();
  return useQuery({
    queryKey: ['tasks', 'done'],
    queryFn: ({ signal }) => api.all<Task>('/tasks', { status: 'done', mine: true }, signal),
  });
}

/** Never refreshed behind the back of somebody who is writing: a stale page is said, not silently replaced. */
export function useTask(id: string): UseQueryResult<TaskPage> {
  const api = useApi();
  return useQuery({
    queryKey: ['task', id],
    queryFn: async ({ signal }) => {
      await settled(id);
      return api.get<TaskPage>(`/tasks/${id}`, {}, signal);
    },
    staleTime: 0,
    // the form takes its first values once: what was kept from an earlier visit may be older than the saved draft
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
}
