import chineseDays from 'chinese-days';
import { civilDateInShanghai, endOfDayInShanghai } from '../shared/instant.js';
import type { CivilDate, Instant } from '../shared/instant.js';
import { addDays } from './civil-date.js';

/**
 * 工作日: Monday to Friday, less the public holidays, plus the weekend days that 国务院办公厅 declares working days (调休).
 * The data is the `chinese-days` package's (no I/O, no clock, no time zone when a day is given as text); it holds the
 * years whose yearly notice was out when the package was released. Other years count weekends only: see {@link knowsHolidaysOf}.
 */
export const isWorkday = (day: CivilDate): boolean => chineseDays.isWorkday(day);

/** True when the holiday notice of that year is in the data (the package names 国庆节 only in such a year). */
export const knowsHolidaysOf = (year: number): boolean =>
  chineseDays.getDayDetail(`${String(year).padStart(4, '0')}-10-01`).name.includes(',');

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
