import { useQueryClient } from '@tanstack/react-query';

/** After an act: everything that may now read differently is asked for again, if and when it is on screen. */
export function useRefreshWork(): () => void {
  const queries = useQueryClient();
  return () => {
    const touched = [
      'task',
      'tasks',
      'obligation',
      'obligations',
      'overview',
      'measures',
      'submissions',
      'submission',
      'instance',
      'notifications',
    ];
    void queries.invalidateQueries({ predicate: (query) => touched.includes(String(query.queryKey[0])) });
  };
}
