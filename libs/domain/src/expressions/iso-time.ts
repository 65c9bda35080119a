import type { Instant } from '../shared/instant.js';

/** ISO 8601-1 duration in its parts; fractions are allowed on seconds only. */
const DURATION = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;
/** A date, a date with time, either with an offset; without one it is Shanghai time. */
const DATE = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/;

const SHANGHAI_MS = 8 * 3_600_000;
/** Instants are kept below the year 10000, so that every ISO text of them has the same form. */
const LATEST = Date.UTC(9999, 11, 31);

/** `from` plus a duration such as `P3D` or `PT12H`; years and months by the civil calendar. Null when it is none. */
export function addDuration(text: string, from: Instant): Instant | null {
  const match = DURATION.exec(text.trim());
  if (match === null || match.slice(1).every((part) => part === undefined) || text.trim().endsWith('T')) return null;
  const [years, months, weeks, days, hours, minutes, seconds] = match.slice(1).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const moved = addMonths(from, years * 12 + months);
  const due = moved + ((weeks * 7 + days) * 24 + hours) * 3_600_000 + minutes * 60_000 + Math.round(seconds * 1000);
  return Number.isFinite(due) && due <= LATEST ? due : null;
}

/** The instant of an ISO date or date-time; a bare date means its first moment in Shanghai. Null when it is none. */
export function instantOf(text: string): Instant | null {
  const match = DATE.exec(text.trim());
  if (match === null) return null;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const civil = Date.UTC(year, month - 1, day, hour, minute, second);
  const back = new Date(civil);
  if (back.getUTCMonth() !== month - 1 || back.getUTCDate() !== day || hour > 23 || minute > 59 || second > 59)
    return null;
  return civil - offsetMs(match[7]);
}

function offsetMs(offset: string | undefined): number {
  if (offset === undefined) return SHANGHAI_MS;
  if (offset === 'Z') return 0;
  const [hours, minutes] = offset.slice(1).split(':').map(Number) as [number, number];
  return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}

/** The same time of day some months on, in Shanghai; 31 January plus one month is the last day of February. */
function addMonths(from: Instant, months: number): Instant {
  if (months === 0) return from;
  const civil = new Date(from + SHANGHAI_MS);
  const day = civil.getUTCDate();
  civil.setUTCDate(1);
  civil.setUTCMonth(civil.getUTCMonth() + months);
  const last = new Date(Date.UTC(civil.getUTCFullYear(), civil.getUTCMonth() + 1, 0)).getUTCDate();
  civil.setUTCDate(Math.min(day, last));
  return civil.getTime() - SHANGHAI_MS;
}
