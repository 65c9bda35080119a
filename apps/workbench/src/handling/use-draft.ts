import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiProblem, useApi, type ActAnswer, type DraftAnswer, type FormData } from '@chengban/web';
import { saving } from '../queries/saves-under-way';

export interface DraftContent {
  data: FormData;
  evidenceIds: string[];
  answers: DraftAnswer[];
}
export type DraftState = 'idle' | 'waiting' | 'saving' | 'saved' | 'offline' | 'refused';

const PAUSE_MS = 1500;
const RETRY_MS = 3000;

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

/** The answer is not about what was sent: the same may go through a little later. */
const mayPass = (error: unknown): boolean =>
  !(error instanceof ApiProblem) || error.status === 401 || error.status === 429 || error.status >= 500;

/**
 * Keeps what is typed on the server: after a pause in typing, when a field is left, before an act, on leaving the page.
 * One save at a time; what changes meanwhile is saved by the next one. A lost line or an expired sign-in is tried again
 * until it is back; a refusal stops saving until `resume`.
 */
export function useDraft({ taskId, enabled, initialSavedAt, read, revision, onSaved, onRefused }: Options) {
  const api = useApi();
  const [state, setState] = useState<DraftState>('idle');
  const [savedAt, setSavedAt] = useState<string | null>(initialSavedAt);
  const dirty = useRef(false);
  const stopped = useRef(false);
  const timer = useRef<number | undefined>(undefined);
  const running = useRef<Promise<boolean> | null>(null);
  const live = useRef({ enabled, read, revision, onSaved, onRefused });
  live.current = { enabled, read, revision, onSaved, onRefused };

  /** @returns whether everything typed is on the server now */
  const save = useCallback((): Promise<boolean> => {
    window.clearTimeout(timer.current);
    if (running.current) return running.current.then((saved) => (saved && dirty.current ? save() : saved));
    if (!dirty.current || !live.current.enabled) return Promise.resolve(true);
    if (stopped.current) return Promise.resolve(false);
    dirty.current = false;
    setState('saving');
    running.current = api
      .send<ActAnswer>('PUT', `/tasks/${taskId}/draft`, { body: live.current.read(), ifMatch: live.current.revision() })
      .then((answer) => {
        live.current.onSaved(answer);
        setSavedAt(new Date().toISOString());
        setState(dirty.current ? 'waiting' : 'saved');
        return true;
      })
      .catch((error: unknown) => {
        dirty.current = true;
        if (mayPass(error)) {
          setState('offline');
          timer.current = window.setTimeout(() => void save(), RETRY_MS);
        } else {
          stopped.current = true;
          setState('refused');
          live.current.onRefused(error);
        }
        return false;
      })
      .finally(() => {
        running.current = null;
      });
    saving(taskId, running.current);
    return running.current;
  }, [api, taskId]);

  const changed = useCallback((): void => {
    if (!live.current.enabled) return;
    dirty.current = true;
    if (stopped.current) return;
    setState('waiting');
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => void save(), PAUSE_MS);
  }, [save]);

  /** the content was taken over by an act: nothing is left to save */
  const settle = useCallback((): void => {
    window.clearTimeout(timer.current);
    dirty.current = false;
    stopped.current = false;
    setState('idle');
  }, []);

  /** after the page was brought up to date: saving may go on, with the next change */
  const resume = useCallback((): void => {
    stopped.current = false;
    setState(dirty.current ? 'waiting' : 'idle');
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

  return { state, savedAt, changed, save, settle, resume, unsaved: () => dirty.current };
}
