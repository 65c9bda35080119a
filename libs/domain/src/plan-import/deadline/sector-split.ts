import { milestonesOn, readSectors } from './clause-rule.js';
import type { ClauseRule } from './clause-rule.js';
import { readWhen } from './when.js';

const NAMED = /^由?(.+?)等?(?:部门|单位)(?=于|在|每年|\d{4}年)(.+)$/u;
const OTHERS = /^(?:其他|其它|其余)[^\d]*?(?=于|在|每年|\d{4}年)(.+)$/u;

/** 公安、交通运输等部门于X完成: a milestone of those sectors. 其他行政执法单位于Y完成: of all but those named before. */
export const sectorSplit: ClauseRule = (clause, before, policy) => {
  const [isOthers, dayOfOthers = ''] = OTHERS.exec(clause) ?? [];
  const [, names = '', dayOfNamed = ''] = NAMED.exec(clause) ?? [];
  const when = readWhen(isOthers ? dayOfOthers : dayOfNamed, policy);
  if (!when) return undefined;
  if ('unclear' in when) return when;

  if (isOthers) {
    const exceptSectors = [...new Set(before.milestones.flatMap((m) => m.sectors ?? []))];
    if (exceptSectors.length === 0) return { unclear: '「其他」之前没有写明是哪些部门' };
    return { milestones: milestonesOn(when.days, { requirement: when.rest, exceptSectors }) };
  }
  const sectors = readSectors(names);
  if (!sectors) return { unclear: `「${names}」不能读成部门名单` };
  return { milestones: milestonesOn(when.days, { requirement: when.rest, sectors }) };
};
