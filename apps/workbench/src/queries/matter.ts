import { useAct, type MatterAnswer } from '@chengban/web';
import { useRefreshWork } from './refresh-work';

/** One act on a matter as a whole. */
export type MatterAct =
  | { verb: 'withdraw' | 'cancel' | 'terminate' | 'reopen'; reason: string }
  | { verb: 'urge'; text?: string }
  | { verb: 'reroute'; token: number; to: string; reason: string }
  | { verb: 'confirmReroute' | 'dropReroute' };

const PATHS: Partial<Record<MatterAct['verb'], string>> = {
  confirmReroute: 'reroute/confirm',
  dropReroute: 'reroute/drop',
};

interface Callbacks {
  onDone: (answer: MatterAnswer, act: MatterAct) => void;
  onRefused: (error: Error) => void;
}

/** Sends an act with the revision that was on screen. Refused or not, what is on screen may be out of date then. */
export function useMatterAct(instanceId: string, revision: () => number, { onDone, onRefused }: Callbacks) {
  const refresh = useRefreshWork();
  return useAct<MatterAct, MatterAnswer>(
    'matter-act',
    (api, { verb, ...body }, idempotencyKey) =>
      api.send('POST', `/instances/${instanceId}/${PATHS[verb] ?? verb}`, {
        body,
        ifMatch: revision(),
        idempotencyKey,
      }),
    {
      onSuccess: (answer, act) => {
        onDone(answer, act);
        refresh();
      },
      onError: (error) => {
        onRefused(error);
        refresh();
      },
    },
  );
}
