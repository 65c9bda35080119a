import { useRef, useState } from 'react';
import { explainInOneLine, randomKey, useApi, type Evidence } from '@chengban/web';
import { refusalOf } from './evidence-limits';

/** A file on its way, or one that did not arrive and why. */
export interface Upload {
  key: string;
  name: string;
  share: number;
  error: string | null;
}

/** Sends files one by one beside the form; each tells its own progress and its own refusal. */
export function useUploads(obligationId: string, room: () => number, onArrived: (evidence: Evidence) => void) {
  const api = useApi();
  const [uploads, setUploads] = useState<Upload[]>([]);
  const stops = useRef(new Map<string, AbortController>());
  const patch = (key: string, change: Partial<Upload>): void =>
    setUploads((all) => all.map((one) => (one.key === key ? { ...one, ...change } : one)));
  const drop = (key: string): void => {
    stops.current.get(key)?.abort();
    stops.current.delete(key);
    setUploads((all) => all.filter((one) => one.key !== key));
  };
  const add = (file: File): void => {
    const key = randomKey();
    const refusal =
      refusalOf(file) ?? (room() <= stops.current.size ? '佐证材料已达数量上限，请先移除不需要的文件。' : null);
    setUploads((all) => [...all, { key, name: file.name, share: 0, error: refusal }]);
    if (refusal) return;
    const stop = new AbortController();
    stops.current.set(key, stop);
    api
      .upload<Evidence>('/evidence', { obligationId }, file, {
        idempotencyKey: key,
        signal: stop.signal,
        onProgress: (share) => patch(key, { share }),
      })
      .then((evidence) => {
        drop(key);
        onArrived(evidence);
      })
      .catch((error: unknown) => {
        stops.current.delete(key);
        if (error instanceof DOMException) return;
        patch(key, { error: explainInOneLine(error) });
      });
  };
  return { uploads, add, drop, busy: uploads.some((one) => !one.error) };
}
