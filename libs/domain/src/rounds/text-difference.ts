import { diffArrays } from 'diff';
import type { TextPart } from './difference.js';

/**
 * Chinese by characters, other writing and numbers by words. `Intl.Segmenter` would find Chinese words, but each version
 * of its dictionary finds others: server and browser would show two differences of the same texts.
 */
const TOKENS = /\p{N}+(?:[.,:/-]\p{N}+)*%?|\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{M}])+|\n|[^\S\n]+|[\s\S]/gu;
const SENTENCES = /[^。！？；;\n]*[。！？；;\n]|[^。！？；;\n]+$/gu;

/** Edits after which looking for the shortest way costs more than it tells. */
const MAX_EDITS = 800;

/** How one text became the other, without scraps: a letter that stays between two changes is part of the change. */
export function textDifference(before: string, after: string): readonly TextPart[] {
  return (
    partsBy(TOKENS, before, after) ??
    partsBy(SENTENCES, before, after) ??
    joined([
      { op: 'removed', text: before },
      { op: 'added', text: after },
    ])
  );
}

function partsBy(pattern: RegExp, before: string, after: string): readonly TextPart[] | null {
  const changes = diffArrays(before.match(pattern) ?? [], after.match(pattern) ?? [], { maxEditLength: MAX_EDITS });
  if (changes === undefined) return null;
  return tidied(
    joined(
      changes.map(({ added, removed, value }) => ({
        op: added ? 'added' : removed ? 'removed' : 'same',
        text: value.join(''),
      })),
    ),
  );
}

/** Neighbours of one kind as one; within a change, what went comes first. */
function joined(parts: readonly TextPart[]): readonly TextPart[] {
  const out: TextPart[] = [];
  let removed = '';
  let added = '';
  const flush = (): void => {
    if (removed !== '') out.push({ op: 'removed', text: removed });
    if (added !== '') out.push({ op: 'added', text: added });
    removed = added = '';
  };
  for (const { op, text } of parts) {
    if (text === '') continue;
    if (op === 'removed') removed += text;
    else if (op === 'added') added += text;
    else {
      flush();
      const last = out.at(-1);
      if (last?.op === 'same') out[out.length - 1] = { op, text: last.text + text };
      else out.push({ op, text });
    }
  }
  flush();
  return out;
}

const HAN = /^\p{Script=Han}+$/u;
const sizeOf = (text: string): number => text.match(TOKENS)?.length ?? 0;

/**
 * What stayed between two changes is given up where it is shorter than either of them; single characters of words already
 * where they are as long.
 */
function tidied(parts: readonly TextPart[]): readonly TextPart[] {
  const sizes = parts.map(({ text }) => sizeOf(text));
  /** the longer side of the change next to `i` in direction `step` */
  const changeAt = (i: number, step: 1 | -1): number => {
    let size = 0;
    for (let k = i + step; parts[k] !== undefined && parts[k]?.op !== 'same'; k += step)
      size = Math.max(size, sizes[k] ?? 0);
    return size;
  };
  const scrap = parts.findIndex(({ op, text }, i) => {
    if (op !== 'same') return false;
    const least = Math.min(changeAt(i, -1), changeAt(i, 1));
    const size = sizes[i] ?? 0;
    return size < least || (size === least && HAN.test(text));
  });
  if (scrap < 0) return parts;
  const { text } = parts[scrap] as TextPart;
  const given: readonly TextPart[] = [
    { op: 'removed', text },
    { op: 'added', text },
  ];
  return tidied(joined([...parts.slice(0, scrap), ...given, ...parts.slice(scrap + 1)]));
}
