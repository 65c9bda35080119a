import { civilDateInShanghai, endOfDayInShanghai, isWorkday, type Calendar, type Instant } from '@chengban/domain';

/** A time of day on the clock of Shanghai, `HH:MM`. */
export type TimeOfDay = string;

/** From the first to the second time of day; over midnight when the second is not later. */
export interface Quiet {
  readonly from: TimeOfDay;
  readonly to: TimeOfDay;
}

const DAY = 86_400_000;
const FURTHEST_DAYS = 60;

const midnightBefore = (instant: Instant): Instant => endOfDayInShanghai(civilDateInShanghai(instant)) - DAY;

const sinceMidnight = (time: TimeOfDay): number => {
  const [hours, minutes] = time.split(':').map(Number) as [number, number];
  return (hours * 60 + minutes) * 60_000;
};

/** The next time that the clock shows `time` on a working day, after `now`. */
export function nextDigest(now: Instant, time: TimeOfDay, calendar: Calendar): Instant {
  const today = midnightBefore(now);
  for (let day = 0; day < FURTHEST_DAYS; day++) {
    const at = today + day * DAY + sinceMidnight(time);
    if (at > now && isWorkday(civilDateInShanghai(at), calendar)) return at;
  }
  // a calendar without working days: nothing may wait for ever
  return now + DAY;
}

/** When somebody may be disturbed: `now` outside the quiet hours, else their end. Equal times mean the whole day round. */
export function afterQuiet(now: Instant, quiet: Quiet | null): Instant {
  if (!quiet) return now;
  const clock = now - midnightBefore(now);
  const [from, to] = [sinceMidnight(quiet.from), sinceMidnight(quiet.to)];
  const isQuiet = from < to ? clock >= from && clock < to : clock >= from || clock < to;
  if (!isQuiet) return now;
  const end = midnightBefore(now) + to;
  return end > now ? end : end + DAY;
}
