import { milestonesOn, readSectors } from './clause-rule.js';
import type { ClauseRule } from './clause-rule.js';
import { readWhen } from './when.js';

const NAMED = /^(由?)(.+?)等?(?:部门|单位)(率先)?(.+)$/u;

/** X底前由公安、…等部门率先完成…: a milestone of those sectors only. */
export const pioneers: ClauseRule = (clause, _before, policy) => {
  const when = readWhen(clause, policy);
  if (!when) return undefined;
  if ('unclear' in when) return when;
  const named = NAMED.exec(when.rest);
  if (!named || !(named[1] || named[3])) return undefined;
  const sectors = readSectors(named[2]!);
  if (!sectors) return { unclear: `「${named[2]}」不能读成部门名单` };
  return { milestones: milestonesOn(when.days, { requirement: `${named[3] ?? ''}${named[4]}`, sectors }) };
};
