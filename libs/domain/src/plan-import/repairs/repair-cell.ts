import type { Finding } from '../../shared/finding.js';
import type { CellPosition, Repair } from '../plan-reading.js';
import type { CellRepair } from './cell-repair.js';
import { conjunction } from './conjunction.js';
import { lineBreak } from './line-break.js';
import { markup } from './markup.js';
import { punctuation } from './punctuation.js';
import { spaceInDate, spaceInText } from './spaces.js';
import { width } from './width.js';

/** In running text every kind of dirt is repaired; in a list of units the spaces mean something. */
export const TEXT_REPAIRS: readonly CellRepair[] = [markup, width, conjunction, spaceInDate, spaceInText, punctuation];
export const DEADLINE_REPAIRS: readonly CellRepair[] = [markup, lineBreak, ...TEXT_REPAIRS.slice(1)];
export const UNIT_REPAIRS: readonly CellRepair[] = [markup, width, punctuation];

export interface RepairedCell {
  readonly text: string;
  readonly repairs: readonly Repair[];
  readonly findings: readonly Finding[];
}

const CONTEXT = 6;

/** The changed stretch of two texts with a few characters on both sides. */
export function changedPart(before: string, after: string): { before: string; after: string } {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  const shorter = Math.min(before.length, after.length) - start;
  while (end < shorter && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  const from = Math.max(0, start - CONTEXT);
  const tail = Math.max(0, end - CONTEXT);
  return { before: before.slice(from, before.length - tail), after: after.slice(from, after.length - tail) };
}

/** Repairs uncover each other (brackets in brackets); no text that people write needs more rounds. */
const MOST_ROUNDS = 12;

/** Applies the repairs in order until none finds anything more; outer white space is not worth a repair. */
export function repairCell(original: string, at: CellPosition, kinds: readonly CellRepair[]): RepairedCell {
  const repairs: Repair[] = [];
  const findings: Finding[] = [];
  let text = original.trim();
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const before = text;
    for (const kind of kinds) {
      const repaired = kind.apply(text);
      if (repaired === text) continue;
      repairs.push({ code: kind.code, message: kind.message, at, ...changedPart(text, repaired) });
      if (kind.confirm) findings.push({ ...kind.confirm, severity: 'warning', at });
      text = repaired;
    }
    if (text === before) break;
  }
  return { text, repairs, findings };
}
