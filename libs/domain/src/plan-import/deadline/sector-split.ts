import { milestonesOn, readSectors } from './clause-rule.js';
import type { ClauseRule } from './clause-rule.js';
import { readWhen } from './when.js';

const NAMED = /^由?(.+?)等?(?:部门|单位)(?=于|在|每年|\d{4}年)(.+)$/u;
const OTHERS = /^(?:其他|其它|其余)[^\d]*?(?=于|在|每年|\d{4}年)(.+)$/u;

/** 公安、交通运输等部门于X完成: a milestone of those sectors. 其他行政执法单位于Y完成: of all but those named before. */
export const sectorSplit: ClauseRule = (clause, before, policy) => {
  const others = OTHERS.exec(clause);
  const named = others ? undefined : NAMED.exec(clause);
  const when = others ? readWhen(others[1]!, policy) : named ? readWhen(named[2]!, policy) : undefined;
  if (!when) return undefined;
  if ('unclear' in when) return when;

  if (others) {
    const exceptSectors = [...new Set(before.milestones.flatMap((m) => m.sectors ?? []))];
    if (exceptSectors.length === 0) return { unclear: '「其他」之前没有写明是哪些部门' };
    return { milestones: milestonesOn(when.days, { requirement: when.rest, exceptSectors }) };
  }
  const sectors = readSectors(named![1]!);
  if (!sectors) return { unclear: `「${named![1]}」不能读成部门名单` };
  return { milestones: milestonesOn(when.days, { requirement: when.rest, sectors }) };
};
