import chineseDays from 'chinese-days';
import type { CivilDate } from '../shared/instant.js';
import { addDays } from './civil-date.js';
import { calendarOf } from './calendar.js';
import type { Calendar, ExceptionalDay } from './calendar.js';

/** The package's first year, and one that no notice reaches within its life. */
const [FIRST, BEYOND] = [2004, 2100];

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

/** A year has a notice when the package names its 国庆节. */
const hasNotice = (year: number): boolean => noticed(`${year}-10-01`) !== undefined;

function readNotices(): Calendar {
  const years: number[] = [];
  for (let year = FIRST; year < BEYOND && hasNotice(year); year += 1) years.push(year);
  const days: ExceptionalDay[] = [];
  // a notice may give days of the December before
  const last = `${years.at(-1) ?? FIRST}-12-31`;
  for (let day = `${FIRST - 1}-12-01`; day <= last; day = addDays(day, 1)) {
    const work = noticed(day);
    if (work !== undefined) days.push({ day, work });
  }
  return calendarOf(days, years);
}

let read: Calendar | undefined;

/** The calendar of the notices in the package, read when it is first asked for. */
export const noticeCalendar = (): Calendar => (read ??= readNotices());
