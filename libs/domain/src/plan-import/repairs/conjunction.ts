import { CHINESE } from '../characters.js';
import type { CellRepair } from './cell-repair.js';

const AND = new RegExp(`(?<=[${CHINESE}])\\s*\\band\\b\\s*(?=[${CHINESE}])`, 'giu');

/** Text recognition turns 和, 或 and 与 into «and». 和 is the likeliest; only a person can know. */
export const conjunction: CellRepair = {
  code: 'conjunction-repaired',
  message: '识别错误的「and」暂改为「和」。',
  apply: (text) => text.replace(AND, '和'),
  confirm: {
    code: 'conjunction-to-confirm',
    message: '原文中的「and」是识别错误，已暂改为「和」，也可能是「或」「与」。',
    cure: '请对照纸质原件确认这里是「和」「或」还是「与」。',
  },
};
