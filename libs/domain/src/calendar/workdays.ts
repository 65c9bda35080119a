import { civilDateInShanghai, endOfDayInShanghai } from '../shared/instant.js';
import type { CivilDate, Instant } from '../shared/instant.js';
import { isWorkdayIn, nthWorkday, workdaysIn } from './calendar.js';
import type { Calendar } from './calendar.js';
import { noticeCalendar } from './notices.js';

// Every function takes the calendar of a city (see calendar-file.ts); without one the yearly notices alone count.

/** 工作日: Monday to Friday, less the public holidays, plus the weekend days worked in exchange. */
export const isWorkday = (day: CivilDate, calendar: Calendar = noticeCalendar()): boolean => isWorkdayIn(calendar, day);

/**
 * True when the holidays of that year are known: from the notices in the package's data (2004–2026 in the release in use)
 * or from the city's own calendar. In other years weekends alone are free.
 */
export const knowsHolidaysOf = (year: number, calendar: Calendar = noticeCalendar()): boolean =>
  calendar.years.includes(year);

/**
 * The n-th working day after `day` (before it when n is negative); `day` itself is never counted, as in 行政诉讼 and
 * 行政许可 terms. n = 0 gives `day` unchanged.
 */
export function addWorkdays(day: CivilDate, n: number, calendar: Calendar = noticeCalendar()): CivilDate {
  if (!Number.isInteger(n)) throw new RangeError(`addWorkdays needs a whole number of days, got ${n}`);
  const found = nthWorkday(calendar, day, n);
  if (found === null) throw new RangeError(`no working day ${n} after ${day} before the year 10000`);
  return found;
}

/** When a term of n working days that starts at `now` is over: 24:00 in Shanghai of the n-th working day. */
export const endOfWorkdays = (now: Instant, n: number, calendar: Calendar = noticeCalendar()): Instant =>
  endOfDayInShanghai(addWorkdays(civilDateInShanghai(now), n, calendar));

/** Working days in (from, to]; 0 when `to` is not after `from`. */
export const workdaysBetween = (from: CivilDate, to: CivilDate, calendar: Calendar = noticeCalendar()): number =>
  workdaysIn(calendar, from, to);
