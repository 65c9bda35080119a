import { civilDateInShanghai, endOfDayInShanghai } from '../shared/instant.js';
import type { CivilDate, Instant } from '../shared/instant.js';
import type { Calendar } from './calendar.js';
import { noticeCalendar } from './notices.js';
import { addWorkdays, workdaysBetween } from './workdays.js';

/** While the ball is in the submitter's court (补正) the term does not run. `to` null: it still is. */
export interface Pause {
  readonly from: Instant;
  readonly to: Instant | null;
}

/** Days (after, upTo] that are not counted. */
interface Gap {
  readonly after: CivilDate;
  readonly upTo: CivilDate | null;
}

/**
 * When a term of n working days from `start` is over: 24:00 in Shanghai of the n-th day that counts. Neither the day of
 * the start counts, nor the days after the one on which a pause began, up to the one on which it ended; a pause within
 * one day costs nothing. Null while the clock stands still before the term is over.
 */
export function dueWithPauses(
  start: Instant,
  workdays: number,
  pauses: readonly Pause[],
  calendar: Calendar = noticeCalendar(),
): Instant | null {
  let day = civilDateInShanghai(start);
  let left = workdays;
  for (const { after, upTo } of gapsOf(pauses)) {
    const counted = workdaysBetween(day, after, calendar);
    if (counted >= left) break;
    if (upTo === null) return null;
    left -= counted;
    if (upTo > day) day = upTo;
  }
  return endOfDayInShanghai(addWorkdays(day, left, calendar));
}

/** Working days of the term that are left after today; negative: so many days late. */
export function workdaysLeft(
  start: Instant,
  workdays: number,
  pauses: readonly Pause[],
  now: Instant,
  calendar: Calendar = noticeCalendar(),
): number {
  const today = civilDateInShanghai(now);
  let day = civilDateInShanghai(start);
  let counted = 0;
  for (const { after, upTo } of gapsOf(pauses)) {
    if (after >= today) break;
    counted += workdaysBetween(day, after, calendar);
    const end = upTo === null || upTo > today ? today : upTo;
    if (end > day) day = end;
  }
  return workdays - counted - workdaysBetween(day, today, calendar);
}

/** In order and apart: pauses of several returns may touch or overlap. */
function gapsOf(pauses: readonly Pause[]): readonly Gap[] {
  const gaps: Gap[] = [];
  for (const { from, to } of [...pauses].sort((a, b) => a.from - b.from)) {
    if (to !== null && to <= from) continue;
    const gap: Gap = { after: civilDateInShanghai(from), upTo: to === null ? null : civilDateInShanghai(to) };
    const before = gaps.at(-1);
    if (before === undefined || (before.upTo !== null && gap.after > before.upTo)) gaps.push(gap);
    else if (before.upTo !== null && (gap.upTo === null || gap.upTo > before.upTo)) {
      gaps[gaps.length - 1] = { ...before, upTo: gap.upTo };
    }
  }
  return gaps;
}
