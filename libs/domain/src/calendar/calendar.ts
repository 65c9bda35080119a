import type { CivilDate } from '../shared/instant.js';
import { addDays, daysBetween, weekday } from './civil-date.js';

/** A day that is not as its weekday says: a public holiday, or a weekend day worked in exchange (调休). */
export interface ExceptionalDay {
  readonly day: CivilDate;
  readonly work: boolean;
}

/**
 * A working calendar: Monday to Friday, less and plus the exceptional days. Made once by `calendarOf`; plain data, so it
 * can be stored and sent.
 */
export interface Calendar {
  /** days that differ from their weekday, in order, each once */
  readonly exceptions: readonly ExceptionalDay[];
  /** for each exception the working days gained (lost, when negative) by it and those before it */
  readonly gained: readonly number[];
  /** years whose holidays are known, in order; in others weekends alone are free */
  readonly years: readonly number[];
}

/** Later entries win over earlier ones of the same day. Days that are as their weekday says are dropped. */
export function calendarOf(days: readonly ExceptionalDay[], years: readonly number[]): Calendar {
  const last = new Map(days.map(({ day, work }) => [day, work]));
  const exceptions = [...last]
    .filter(([day, work]) => work !== isWeekday(day))
    .map(([day, work]) => ({ day, work }))
    .sort((a, b) => (a.day < b.day ? -1 : 1));
  let sum = 0;
  const gained = exceptions.map(({ work }) => (sum += work ? 1 : -1));
  return { exceptions, gained, years: [...new Set(years)].sort((a, b) => a - b) };
}

const isWeekday = (day: CivilDate): boolean => weekday(day) <= 5;

/** 工作日: Monday to Friday, less the public holidays, plus the weekend days worked in exchange. */
export function isWorkdayIn(calendar: Calendar, day: CivilDate): boolean {
  const found = calendar.exceptions[upTo(calendar, day) - 1];
  return found?.day === day ? found.work : isWeekday(day);
}

/** Working days in (from, to]; 0 when `to` is not after `from`. Costs the same for a week and for a century. */
export function workdaysIn(calendar: Calendar, from: CivilDate, to: CivilDate): number {
  if (to <= from) return 0;
  const gainedAt = (day: CivilDate): number => calendar.gained[upTo(calendar, day) - 1] ?? 0;
  return weekdaysUpTo(to) - weekdaysUpTo(from) + gainedAt(to) - gainedAt(from);
}

/**
 * The n-th working day after `day` (before it when n is negative); null outside the years 0001 to 9999. Between two
 * exceptional days five in seven are worked, so the day lies close to a guess and is found by halving.
 */
export function nthWorkday(calendar: Calendar, day: CivilDate, n: number): CivilDate | null {
  if (n === 0) return day;
  const reached = (days: number): boolean =>
    n > 0
      ? workdaysIn(calendar, day, addDays(day, days)) >= n
      : workdaysIn(calendar, addDays(day, -days - 1), addDays(day, -1)) >= -n;
  const furthest = n > 0 ? daysBetween(day, LAST_DAY) : daysBetween(FIRST_DAY, day);
  let high = Math.min(furthest, Math.ceil(Math.abs(n) * 1.5) + 30);
  while (!reached(high)) {
    if (high >= furthest) return null;
    high = Math.min(furthest, high * 2);
  }
  for (let low = 0; high - low > 1;) {
    const middle = Math.floor((low + high) / 2);
    if (reached(middle)) high = middle;
    else low = middle;
  }
  return addDays(day, n > 0 ? high : -high);
}

const FIRST_DAY: CivilDate = '0101-01-01';
const LAST_DAY: CivilDate = '9999-12-30';

/** 1970-01-05 was a Monday: whole weeks since then hold five weekdays each. */
const MONDAY: CivilDate = '1970-01-05';

function weekdaysUpTo(day: CivilDate): number {
  const days = daysBetween(MONDAY, day) + 1;
  const weeks = Math.floor(days / 7);
  return weeks * 5 + Math.min(5, days - weeks * 7);
}

/** How many exceptional days lie on or before the day. */
function upTo({ exceptions }: Calendar, day: CivilDate): number {
  let low = 0;
  for (let high = exceptions.length; low < high;) {
    const middle = Math.floor((low + high) / 2);
    if ((exceptions[middle] as ExceptionalDay).day <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}
