import type { CellRepair } from './cell-repair.js';

/** ２０２４ → 2024, Ａ → A: digits and letters only, marks belong to punctuation. */
export const width: CellRepair = {
  code: 'width-repaired',
  message: '全角数字、字母改为半角。',
  apply: (text) => text.replace(/[０-９Ａ-Ｚａ-ｚ]/gu, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0)),
};
