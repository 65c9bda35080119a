import { useAct, type ActAnswer, type FormData } from '@chengban/web';
import { useRefreshWork } from '../queries/refresh-work';

/** One act on a task, with what it carries. */
export type Act =
  | { verb: 'claim' | 'release' }
  | { verb: 'submit'; data: FormData; evidenceIds: string[] }
  | { verb: 'approve'; opinion?: string }
  | { verb: 'return'; reason: string };

interface Callbacks {
  onDone: (answer: ActAnswer, verb: Act['verb']) => void;
  onRefused: (error: Error) => void;
}

/** Sends an act with the revision that was on screen; an act on a page that has moved on is refused, not guessed. */
export function useVerb(taskId: string, revision: () => number, { onDone, onRefused }: Callbacks) {
  const refresh = useRefreshWork();
  return useAct<Act, ActAnswer>(
    'act',
    (api, { verb, ...body }, idempotencyKey) =>
      api.send('POST', `/tasks/${taskId}/${verb}`, { body, ifMatch: revision(), idempotencyKey }),
    {
      onSuccess: (answer, act) => {
        onDone(answer, act.verb);
        refresh();
      },
      onError: onRefused,
    },
  );
}
