import { CHINESE, HAN } from '../characters.js';
import type { CellRepair } from './cell-repair.js';

const FULL: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '?': '？', '!': '！' };
const MARK = new RegExp(`(?<=[${CHINESE}%])\\s*([,;:?!](?:\\s*[,;:?!])*)\\s*|([,;:?!])\\s*(?=[${HAN}])`, 'gu');
const STOP = new RegExp(`(?<=[${HAN}）”》])\\.(?=$|[${CHINESE}])`, 'gu');
const PARENTHESES = /[(（]([^()（）]*)[)）]/gu;
const QUOTES = new RegExp(`"([^"]*[${HAN}][^"]*)"`, 'gu');
const ANY_HAN = new RegExp(`[${HAN}]`, 'u');

const toFull = (marks: string): string => [...marks].map((mark) => FULL[mark] ?? '').join('');

/**
 * Marks inside Chinese text take their Chinese form: (2021年版) → （2021年版）, 登记卡, → 登记卡，. A comma between
 * digits, a decimal point and a parenthesis far from any Chinese character stay.
 */
export const punctuation: CellRepair = {
  code: 'punctuation-repaired',
  message: '中文里的半角标点改为全角。',
  apply: (text) =>
    text
      .replace(MARK, (_all, after?: string, before?: string) => toFull(after ?? before ?? ''))
      .replace(PARENTHESES, (all, inner: string, at: number, whole: string) => {
        const around = (whole[at - 1] ?? '') + (whole[at + all.length] ?? '');
        return ANY_HAN.test(inner + around) ? `（${inner}）` : all;
      })
      .replace(QUOTES, '“$1”')
      .replace(STOP, '。'),
};
