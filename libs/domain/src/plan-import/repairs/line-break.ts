import type { CellRepair } from './cell-repair.js';

const BREAK_BEFORE_CLAUSE = /(?<![，。；、,;于在])[^\S\n]*\n\s*(?=\d{4}\s*年|每年|持续|长期)/gu;

/** A new line that begins with a day or an open tail separates two clauses as a comma would. */
export const lineBreak: CellRepair = {
  code: 'line-break-repaired',
  message: '换行处补上了逗号。',
  apply: (text) => text.replace(BREAK_BEFORE_CLAUSE, '，'),
};
