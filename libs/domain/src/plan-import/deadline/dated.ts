import { milestonesOn } from './clause-rule.js';
import type { ClauseRule } from './clause-rule.js';
import { readWhen } from './when.js';

const NAMES_SOME = /等(部门|单位)/u;

/** 2024年12月底前…, 每年5月底和11月底前…: a milestone of every responsible unit on each of the days. */
export const dated: ClauseRule = (clause, _before, policy) => {
  const when = readWhen(clause, policy);
  if (!when) return undefined;
  if ('unclear' in when) return when;
  if (NAMES_SOME.test(when.rest)) return { unclear: '节点只针对部分部门，但没有按「由……等部门率先……」的写法写明' };
  return { milestones: milestonesOn(when.days, { requirement: when.rest }) };
};
