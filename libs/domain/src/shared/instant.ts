/** Milliseconds since 1970-01-01T00:00Z. The domain never reads a clock: every `now` is an argument. */
export type Instant = number;

/** A day of the civil calendar, `YYYY-MM-DD`. */
export type CivilDate = string;

/** China has one time zone and no summer time (since 1991). */
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

export const civilDateInShanghai = (instant: Instant): CivilDate =>
  new Date(instant + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10);

/** The first instant after the given day in Shanghai: a due date is over at 24:00 of its last permitted day. */
export const endOfDayInShanghai = (day: CivilDate): Instant =>
  Date.parse(`${day}T00:00:00Z`) - SHANGHAI_OFFSET_MS + 86_400_000;
