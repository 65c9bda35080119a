import { useCallback, useEffect, useRef, useState } from 'react';
import { ConnectionLost, useApi, type ActAnswer, type FormData } from '@chengban/web';

export interface DraftContent {
  data: FormData;
  evidenceIds: string[];
}
export type DraftState = 'idle' | 'waiting' | 'saving' | 'saved' | 'offline' | 'refused';

const PAUSE_MS = 1500;
const RETRY_MS = 10_000;

interface Options {
  taskId: string;
  enabled: boolean;
  initialSavedAt: string | null;
  read: () => DraftContent;
  /** the revision that this page rests on: a draft that a colleague saved meanwhile is never written over */
  revision: () => number;
  onSaved: (answer: ActAnswer) => void;
  onRefused: (error: unknown) => void;
}

/**
 * Keeps what is typed on the server: after a pause in typing, when a field is left, before an act, on leaving the page.
 * One save at a time; what changes meanwhile is saved by the next one. A lost line is tried again until it is back.
 */
export function useDraft({ taskId, enabled, initialSavedAt, read, revision, onSaved, onRefused }: Options) {
  const api = useApi();
  const [state, setState] = useState<DraftState>('idle');
  const [savedAt, setSavedAt] = useState<string | null>(initialSavedAt);
  const dirty = useRef(false);
  const timer = useRef<number | undefined>(undefined);
  const running = useRef<Promise<void> | null>(null);
  const live = useRef({ enabled, read, revision, onSaved, onRefused });
  live.current = { enabled, read, revision, onSaved, onRefused };

  const save = useCallback((): Promise<void> => {
    window.clearTimeout(timer.current);
    if (running.current) return running.current.then(() => (dirty.current ? save() : undefined));
    if (!dirty.current || !live.current.enabled) return Promise.resolve();
    dirty.current = false;
    setState('saving');
    running.current = api
      .send<ActAnswer>('PUT', `/tasks/${taskId}/draft`, { body: live.current.read(), ifMatch: live.current.revision() })
      .then((answer) => {
        live.current.onSaved(answer);
        setSavedAt(new Date().toISOString());
        setState(dirty.current ? 'waiting' : 'saved');
      })
      .catch((error: unknown) => {
        dirty.current = true;
        if (error instanceof ConnectionLost) {
          setState('offline');
          timer.current = window.setTimeout(() => void save(), RETRY_MS);
          return;
        }
        setState('refused');
        live.current.onRefused(error);
      })
      .finally(() => {
        running.current = null;
      });
    return running.current;
  }, [api, taskId]);

  const changed = useCallback((): void => {
    if (!live.current.enabled) return;
    dirty.current = true;
    setState('waiting');
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => void save(), PAUSE_MS);
  }, [save]);

  /** the content was taken over by an act: nothing is left to save */
  const settle = useCallback((): void => {
    window.clearTimeout(timer.current);
    dirty.current = false;
    setState('idle');
  }, []);

  useEffect(() => {
    const hold = (event: BeforeUnloadEvent): void => {
      if (!dirty.current || !live.current.enabled) return;
      void save();
      event.preventDefault();
    };
    const again = (): void => void (dirty.current && save());
    window.addEventListener('beforeunload', hold);
    window.addEventListener('online', again);
    return () => {
      window.removeEventListener('beforeunload', hold);
      window.removeEventListener('online', again);
      void save();
    };
  }, [save]);

  return { state, savedAt, changed, save, settle };
}
