import { useState } from 'react';
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

let visits = 0;

/** Never refreshed behind the back of somebody who is writing: a stale page is said, not silently replaced. */
export function useTask(id: string): UseQueryResult<TaskPage> {
  const api = useApi();
  // the form takes its first values once, so every visit asks anew: an earlier visit's answer may be older than the draft
  const [visit] = useState(() => ++visits);
  return useQuery({
    queryKey: ['task', id, visit],
    queryFn: async ({ signal }) => {
      await settled(id);
      return api.get<TaskPage>(`/tasks/${id}`, {}, signal);
    },
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
}
