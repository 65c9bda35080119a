import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { App } from 'antd';
import { explainInOneLine, isProblem } from '../api/api-problem';
import { useApi } from '../api/api-context';
import { useAct } from '../api/use-act';
import type { DeputyRule } from '../api/types';

/** given: I am away · received: I stand in · all: every rule that I may see */
export type Whose = 'given' | 'received' | 'all';

/** @param state open: holds today or later · past: over, or ended before its last day */
export function useDeputies(whose: Whose, state: 'open' | 'past'): UseQueryResult<DeputyRule[]> {
  const api = useApi();
  return useQuery({
    queryKey: ['deputies', whose, state],
    queryFn: ({ signal }) => api.all<DeputyRule>('/deputies', { whose, state }, signal),
  });
}

/** What changes with a rule: the lists of rules, and whose tasks are whose. */
export function useDeputiesChanged(): () => void {
  const queries = useQueryClient();
  return () => {
    const touched = ['deputies', 'tasks', 'obligations', 'notifications'];
    void queries.invalidateQueries({ predicate: (query) => touched.includes(String(query.queryKey[0])) });
  };
}

export function useEndDeputy() {
  const changed = useDeputiesChanged();
  const { message } = App.useApp();
  return useAct<DeputyRule, DeputyRule>(
    'end-deputy',
    (api, { id }, idempotencyKey) => api.send('POST', `/deputies/${id}/end`, { body: {}, idempotencyKey }),
    {
      onSuccess: (_, { deputy, principal }) => {
        changed();
        void message.success(`${deputy.name}不再代理${principal.name}`);
      },
      onError: (error) => {
        void message.error(explainInOneLine(error));
        // somebody was quicker: the list is looked at anew
        if (isProblem(error, 'deputy-over')) changed();
      },
    },
  );
}
