import { milestonesOn, readSectors } from './clause-rule.js';
import type { ClauseRule } from './clause-rule.js';
import { readWhen } from './when.js';

const NAMED = /^(由?)(.+?)等?(?:部门|单位)(率先)?(.+)$/u;

/** X底前由公安、…等部门率先完成…: a milestone of those sectors only. */
export const pioneers: ClauseRule = (clause, _before, policy) => {
  const when = readWhen(clause, policy);
  if (!when) return undefined;
  if ('unclear' in when) return when;
  const [, by = '', names = '', first = '', what = ''] = NAMED.exec(when.rest) ?? [];
  if (by === '' && first === '') return undefined;
  const sectors = readSectors(names);
  if (!sectors) return { unclear: `「${names}」不能读成部门名单` };
  return { milestones: milestonesOn(when.days, { requirement: first + what, sectors }) };
};
