import type { FilePart, FileRef } from './difference.js';

const nameOf = ({ fileName }: FileRef): string => fileName.normalize('NFC').toLowerCase();

/** File by file: by content first, then by name. */
export function fileDifference<File extends FileRef>(
  before: readonly File[],
  after: readonly File[],
): readonly FilePart<File>[] {
  const left = new Set(before);
  const partners = new Map<File, FilePart<File>>();
  const match = (op: 'same' | 'renamed' | 'replaced', alike: (one: File, other: File) => boolean): void => {
    for (const file of after) {
      if (partners.has(file)) continue;
      const found = [...left].find((one) => alike(one, file));
      if (found === undefined) continue;
      left.delete(found);
      partners.set(file, { op, before: found, after: file });
    }
  };
  match('same', (one, other) => one.id === other.id);
  match('same', (one, other) => one.sha256 === other.sha256 && one.fileName === other.fileName);
  match('renamed', (one, other) => one.sha256 === other.sha256);
  match('replaced', (one, other) => nameOf(one) === nameOf(other));
  return [
    ...after.map((file) => partners.get(file) ?? ({ op: 'added', after: file } as const)),
    ...[...left].map((file) => ({ op: 'removed', before: file }) as const),
  ];
}
