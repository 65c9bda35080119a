import { useState } from 'react';
import { explainInOneLine, randomKey, useApi, type CommentFile } from '@chengban/web';
import { refusalOf } from '../handling/evidence-limits';

const MAX_FILES = 10;

/** A file for the words that are being written: on its way, there, or refused and why. */
interface Waiting {
  key: string;
  name: string;
  done: CommentFile | null;
  error: string | null;
}

export function useCommentFiles(instanceId: string) {
  const api = useApi();
  const [files, setFiles] = useState<Waiting[]>([]);
  const patch = (key: string, change: Partial<Waiting>): void =>
    setFiles((all) => all.map((one) => (one.key === key ? { ...one, ...change } : one)));
  const add = (file: File): void => {
    const key = randomKey();
    const full = files.length >= MAX_FILES ? `一条消息最多 ${MAX_FILES} 个附件。` : null;
    const error = refusalOf(file) ?? full;
    setFiles((all) => [...all, { key, name: file.name, done: null, error }]);
    if (error) return;
    api
      .upload<CommentFile>(`/instances/${instanceId}/comments/files`, {}, file)
      .then((done) => patch(key, { done }))
      .catch((fault: unknown) => patch(key, { error: explainInOneLine(fault) }));
  };
  const drop = (key: string): void => {
    const file = files.find((one) => one.key === key);
    setFiles((all) => all.filter((one) => one.key !== key));
    // what nobody sends is not kept; when this fails it only waits unseen
    if (file?.done) void api.send('DELETE', `/comments/files/${file.done.id}`).catch(() => undefined);
  };
  return {
    files,
    arrived: files.flatMap((file) => file.done ?? []),
    busy: files.some((file) => !file.done && !file.error),
    add,
    drop,
    clear: () => setFiles([]),
  };
}
