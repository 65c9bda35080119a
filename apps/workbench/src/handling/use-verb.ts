import type { ItemAnchor } from '@chengban/domain';
import { useAct, type ActAnswer, type DraftAnswer, type FormData } from '@chengban/web';
import { useRefreshWork } from '../queries/refresh-work';

/** One act on a task, with what it carries. */
export type Act =
  | { verb: 'claim' | 'release' }
  | { verb: 'submit'; data: FormData; evidenceIds: string[]; answers: DraftAnswer[] }
  | ({ verb: 'approve'; opinion?: string; data?: FormData } & SaidOfItems)
  | ({ verb: 'return'; reason: string; data?: FormData } & SaidOfItems);

/** What a verdict says about items: new ones go with a return only. */
interface SaidOfItems {
  items?: { text: string; anchor?: ItemAnchor; carries?: string }[];
  resolved?: string[];
}

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
