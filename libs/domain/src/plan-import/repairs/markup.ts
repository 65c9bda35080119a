import type { CellRepair } from './cell-repair.js';

const BREAK = /<(br|\/p|\/div|\/li)\b[^<>]*>/giu;
const TAG = /<\/?[a-z][a-z0-9]*(\s[^<>]*)?\/?>/giu;

/** Tags that a converter left behind. A tag that ends a line separates words; 〈〉 and 《》 are no tags. */
export const markup: CellRepair = {
  code: 'markup-removed',
  message: '删去了残留的网页标签。',
  apply: (text) =>
    text.search(TAG) >= 0 || /&nbsp;/u.test(text)
      ? text.replace(BREAK, '\n').replace(TAG, '').replaceAll('&nbsp;', ' ').trim()
      : text,
};
