import chineseDays from 'chinese-days';
import { civilDateInShanghai, endOfDayInShanghai } from '../shared/instant.js';
import type { CivilDate, Instant } from '../shared/instant.js';
import { addDays, weekday } from './civil-date.js';

/**
 * What the yearly notice of 国务院办公厅 says about a day: true for a weekend day worked in exchange (调休), false for a
 * holiday, undefined for a day like any other. The `chinese-days` package (no I/O, no clock) names such a day «English,
 * 中文,number» and every other day by its weekday. Its weekday is not used: the package takes it by the machine's time
 * zone, and is a day late wherever that is behind UTC.
 */
function noticed(day: CivilDate): boolean | undefined {
  const detail = chineseDays.getDayDetail(day);
  return detail.name.includes(',') ? detail.work : undefined;
}

/** 工作日: Monday to Friday, less the public holidays, plus the weekend days worked in exchange. */
export const isWorkday = (day: CivilDate): boolean => noticed(day) ?? weekday(day) <= 5;

/**
 * True when the holiday notice of that year is in the package's data (2004–2026 in the release in use): it names 国庆节 only
 * then. In other years weekends alone are free.
 */
export const knowsHolidaysOf = (year: number): boolean =>
  noticed(`${String(year).padStart(4, '0')}-10-01`) !== undefined;

/**
 * The n-th working day after `day` (before it when n is negative); `day` itself is never counted, as in 行政诉讼 and
 * 行政许可 terms. n = 0 gives `day` unchanged.
 */
export function addWorkdays(day: CivilDate, n: number): CivilDate {
  if (!Number.isInteger(n)) throw new RangeError(`addWorkdays needs a whole number of days, got ${n}`);
  const direction = n < 0 ? -1 : 1;
  let current = day;
  for (let left = Math.abs(n); left > 0;) {
    current = addDays(current, direction);
    if (isWorkday(current)) left -= 1;
  }
  return current;
}

/** When a term of n working days that starts at `now` is over: 24:00 in Shanghai of the n-th working day. */
export const endOfWorkdays = (now: Instant, n: number): Instant =>
  endOfDayInShanghai(addWorkdays(civilDateInShanghai(now), n));

/** Working days in (from, to]; 0 when `to` is not after `from`. */
export function workdaysBetween(from: CivilDate, to: CivilDate): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkday(day)) count += 1;
  return count;
}
