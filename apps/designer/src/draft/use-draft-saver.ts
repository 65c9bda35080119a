import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { isProblem, useApi } from '@chengban/web';
import { DraftSaver, type Conflict, type SavedDraft, type SaveState } from './draft-saver.js';

export interface Draft extends SavedDraft {
  key: string;
  xml: string;
  /** id of the person */
  savedBy: string;
}

/** The saver of one flow's draft. @param revision of the draft that was opened, null when there was none */
export function useDraftSaver(flowKey: string, revision: number | null): { saver: DraftSaver; state: SaveState } {
  const api = useApi();
  const saver = useMemo(
    () =>
      new DraftSaver(
        {
          put: (xml, seen) =>
            api.send<Draft>('PUT', `/definitions/${flowKey}/draft`, {
              body: { xml },
              ...(seen === null ? {} : { ifMatch: seen }),
            }),
          conflictOf: (error) => (isProblem(error, 'stale') ? conflictIn(error.extra['current']) : null),
        },
        revision,
      ),
    [api, flowKey, revision],
  );
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    const ask = (event: BeforeUnloadEvent): void => {
      if (saver.unsaved) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => {
      window.removeEventListener('beforeunload', ask);
      here.current = false;
      void saver.flush().finally(() => {
        if (!here.current) saver.stop();
      });
    };
  }, [saver]);
  return { saver, state: useSyncExternalStore(saver.subscribe, saver.getState) };
}

function conflictIn(current: unknown): Conflict {
  const { revision = 0, savedBy = null, savedAt = null } = (current ?? {}) as Partial<Conflict>;
  return { revision, savedBy, savedAt };
}
