import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { useQueryClient } from '@tanstack/react-query';
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
  const queries = useQueryClient();
  const saver = useMemo(
    () =>
      new DraftSaver(
        {
          put: async (xml, seen) => {
            const ifMatch = seen === null ? {} : { ifMatch: seen };
            const saved = await api.send<Draft>('PUT', `/definitions/${flowKey}/draft`, { body: { xml }, ...ifMatch });
            // the list of flows says which have a draft; it is asked anew when it is shown again
            void queries.invalidateQueries({ queryKey: ['flows'], refetchType: 'none' });
            return saved;
          },
          conflictOf: (error) => (isProblem(error, 'stale') ? conflictIn(error.extra['current']) : null),
        },
        revision,
      ),
    [api, queries, flowKey, revision],
  );
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    return () => {
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
