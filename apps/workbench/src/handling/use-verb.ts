import type { ItemAnchor } from '@chengban/domain';
import { useAct, type ActAnswer, type DraftAnswer, type FormData } from '@chengban/web';
import { useRefreshWork } from '../queries/refresh-work';

/** One act on a task, with what it carries. */
export type Act =
  | { verb: 'claim' | 'release' }
  | {
      verb: 'submit';
      data: FormData;
      evidenceIds: string[];
      answers: DraftAnswer[];
      chosen?: Record<string, string[]>;
    }
  | ({ verb: 'approve'; opinion?: string; data?: FormData } & SaidOfItems)
  | ({
      verb: 'return';
      reason: string;
      where?: string;
      nodeId?: string;
      after?: string;
      data?: FormData;
    } & SaidOfItems)
  | { verb: 'reject'; reason: string; data?: FormData }
  | { verb: 'transfer' | 'delegate'; toId: string; reason: string; who: string[] }
  | { verb: 'reply'; opinion: string }
  | { verb: 'addSigner'; side: string; mode: string; personIds: string[]; reason?: string }
  | { verb: 'removeSigner'; seat: number; reason: string };

/** What a verdict says about items: new ones go with a return only. */
interface SaidOfItems {
  items?: { text: string; anchor?: ItemAnchor; carries?: string }[];
  resolved?: string[];
}

/** Acts after which the same person goes on with the same task. */
export const STAYS: ReadonlySet<Act['verb']> = new Set<Act['verb']>(['claim', 'release', 'addSigner', 'removeSigner']);

/** What came of an act. */
export interface DoneWith {
  answer: ActAnswer;
  verb: Act['verb'];
  /** who has the task now, where the act passes it on */
  who?: string[];
}

interface Callbacks {
  onDone: (done: DoneWith) => void;
  onRefused: (error: Error) => void;
}

const PATHS: Partial<Record<Act['verb'], string>> = { addSigner: 'signers', removeSigner: 'signers/remove' };

/** Sends an act with the revision that was on screen; an act on a page that has moved on is refused, not guessed. */
export function useVerb(taskId: string, revision: () => number, { onDone, onRefused }: Callbacks) {
  const refresh = useRefreshWork();
  return useAct<Act, ActAnswer>(
    'act',
    (api, act, idempotencyKey) => {
      const { verb, ...rest } = act;
      const { who: _, ...body } = { who: [], ...rest };
      return api.send('POST', `/tasks/${taskId}/${PATHS[verb] ?? verb}`, { body, ifMatch: revision(), idempotencyKey });
    },
    {
      onSuccess: (answer, act) => {
        onDone({ answer, verb: act.verb, ...('who' in act && { who: act.who }) });
        refresh();
      },
      onError: onRefused,
    },
  );
}
