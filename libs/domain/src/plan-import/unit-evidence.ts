import type { DataRow } from './data-rows.js';
import { unitWords } from './units-cell.js';

/** What the rest of the document says about unit names: the words of all unit cells, and all running text. */
export interface UnitEvidence {
  readonly words: ReadonlySet<string>;
  readonly text: string;
}

const plain = (text: string): string =>
  text
    .replace(/<[^<>]*>/gu, ' ')
    .replaceAll('(', '（')
    .replaceAll(')', '）');

/** `knownUnits` are names from the unit register: they count as words of the document. */
export function gatherEvidence(rows: readonly DataRow[], knownUnits: readonly string[]): UnitEvidence {
  const words = new Set([...knownUnits, ...rows.flatMap((row) => unitWords(plain(row.cell('units'))))]);
  return { words, text: rows.map((row) => `${plain(row.cell('text'))}\n${plain(row.cell('deadline'))}`).join('\n') };
}
