import { CHINESE, HAN } from '../characters.js';
import type { CellRepair } from './cell-repair.js';

const DATE =
  /(每年\s*|(?<!\d)\d{1,4}\s*年\s*)(年?底|\d{1,2}\s*月)(\s*\d{1,2}\s*日|\s*(底|末|[上中下]旬))?(\s*前)?|(?<!\d)\d{1,2}\s*月\s*(底|末|[上中下]旬|\d{1,2}\s*日)(\s*前)?|(?<!\d)\d{4}\s*年/gu;

/** 2024 年 12 月底 → 2024年12月底 */
export const spaceInDate: CellRepair = {
  code: 'space-in-date',
  message: '删去了日期中间的空格。',
  apply: (text) => text.replace(DATE, (date) => date.replace(/\s+/gu, '')),
};

// A space between a Chinese character and a Latin word is somebody's typography and stays.
const BETWEEN = new RegExp(
  `(?<=[${CHINESE}%])\\s+(?=[${CHINESE}\\d])|(?<=\\d)\\s+(?=[${HAN}])|(?<=[，。；：,;:()])\\s+(?=[${CHINESE}\\d])`,
  'gu',
);
const BEFORE_MARK = new RegExp(`(?<=[${CHINESE}\\d%])\\s+(?=[,;:!?()，。；：])`, 'gu');

export const spaceInText: CellRepair = {
  code: 'space-in-text',
  message: '删去了汉字之间、汉字与数字之间多余的空格。',
  apply: (text) => text.replace(BETWEEN, '').replace(BEFORE_MARK, ''),
};
