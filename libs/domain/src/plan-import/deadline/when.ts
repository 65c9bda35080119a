import { civilDate, daysInMonth } from '../../calendar/civil-date.js';
import type { CivilDate } from '../../shared/instant.js';
import type { DeadlinePolicy } from './deadline-policy.js';

export type Day = { readonly due: CivilDate } | { readonly yearly: string };

/** The days that a clause begins with, and the words after them; `impossible` names a day that no calendar has. */
export type When = { readonly days: readonly Day[]; readonly rest: string } | { readonly impossible: string };

const POINT = String.raw`\d{1,2}月(?:底|末|月底|[上中下]旬|\d{1,2}日)|年?(?:底|末)|[上下]半年|第?[一二三四]季度(?:底|末)?`;
const WHEN = new RegExp(
  String.raw`^(?:于|在)?(每年|\d{4}年)((?:${POINT})(?:(?:和|、|及|以及)(?:\d{4}年|每年)?(?:${POINT}))*)(?:之前|以前|前)?`,
  'u',
);
const EACH = new RegExp(String.raw`(\d{4}年|每年)?(${POINT})`, 'gu');

/** 2 月 of no particular year ends on its 29th at the latest; the plan's years cut it to their own length. */
const LEAP_YEAR = 2024;

/**
 * Reads 「2024年12月底前」「每年5月底和11月底前」「2025年底前」 at the beginning of a clause. 「2024年12月前」 is no reading: it may
 * mean the end of November or of December. Undefined when the clause does not begin with days.
 */
export function readWhen(clause: string, policy: DeadlinePolicy): When | undefined {
  const match = WHEN.exec(clause);
  if (!match) return undefined;
  const days: Day[] = [];
  let year = match[1]!;
  for (const [all, ownYear, point] of (year + match[2]!).matchAll(EACH)) {
    year = ownYear ?? year;
    const day = readPoint(year === '每年' ? undefined : Number(year.slice(0, 4)), point!, policy);
    if (!day) return { impossible: ownYear ? all : year + all };
    days.push(day);
  }
  return { days, rest: clause.slice(match[0].length) };
}

function readPoint(year: number | undefined, point: string, policy: DeadlinePolicy): Day | undefined {
  const [month, day] = monthAndDay(point, year ?? LEAP_YEAR, policy);
  const date = civilDate(year ?? LEAP_YEAR, month, day);
  if (!date) return undefined;
  return year === undefined ? { yearly: date.slice(5) } : { due: date };
}

function monthAndDay(point: string, year: number, policy: DeadlinePolicy): [number, number] {
  const end = (month: number): [number, number] => [month, month >= 1 && month <= 12 ? daysInMonth(year, month) : 0];
  if (point === '上半年') return end(6);
  const quarter = /([一二三四])季度/u.exec(point);
  if (quarter) return end('一二三四'.indexOf(quarter[1]!) * 3 + 3);
  const month = /^(\d{1,2})月(.+)$/u.exec(point);
  if (!month) return end(12);
  const part = month[2]!;
  if (part === '上旬') return [Number(month[1]), policy.earlyMonthDay];
  if (part === '中旬') return [Number(month[1]), policy.midMonthDay];
  if (part.endsWith('日')) return [Number(month[1]), Number(part.slice(0, -1))];
  return end(Number(month[1]));
}
