import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useApi, type Task, type TaskPage } from '@chengban/web';

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
    queryFn: ({ signal }) => api.get<TaskPage>(`/tasks/${id}`, {}, signal),
    staleTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
}
