import type { Instant } from '../shared/instant.js';

/** An ISO 8601 duration: whole months by the civil calendar, then a fixed length. */
export interface IsoSpan {
  readonly months: number;
  readonly ms: number;
}

/** ISO 8601-1 duration in its parts; fractions are allowed on seconds only. */
const DURATION = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:[.,]\d+)?)S)?)?$/;
/** A date, a date with time, either with an offset; without one it is Shanghai time. */
const DATE = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)?(Z|[+-]\d{2}:\d{2})?)?$/;

const SHANGHAI_MS = 8 * 3_600_000;
/** Instants are kept below the year 10000, so that every ISO text of them has the same form. */
const LATEST = Date.UTC(9999, 11, 31);

/** The parts of `P3D`, `PT12H`, `P1Y6M`; null when the text is no duration. */
export function readIsoSpan(text: string): IsoSpan | null {
  const match = DURATION.exec(text.trim());
  if (match === null || match.slice(1).every((part) => part === undefined) || text.trim().endsWith('T')) return null;
  const part = (at: number): number => Number((match[at] ?? '0').replace(',', '.'));
  const days = part(3) * 7 + part(4);
  return {
    months: part(1) * 12 + part(2),
    ms: (days * 24 + part(5)) * 3_600_000 + part(6) * 60_000 + Math.round(part(7) * 1000),
  };
}

/**
 * `from` plus a duration taken `times` times (negative: back). The months are added at once, so that 31 January plus
 * three months is 30 April and not the 28th. Null beyond the years 0001 to 9999.
 */
export function addIsoSpan({ months, ms }: IsoSpan, from: Instant, times = 1): Instant | null {
  return withinCalendar(addMonths(from, months * times) + ms * times);
}

/** Null for an instant that no four-digit year holds. */
export const withinCalendar = (at: number): Instant | null =>
  Number.isFinite(at) && at <= LATEST && at >= -LATEST ? at : null;

/** `from` plus a duration such as `P3D` or `PT12H`. Null when it is none, or ends after the year 9999. */
export function addDuration(text: string, from: Instant): Instant | null {
  const span = readIsoSpan(text);
  return span === null ? null : addIsoSpan(span, from);
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
  if (back.getUTCFullYear() !== year || back.getUTCMonth() !== month - 1 || back.getUTCDate() !== day) return null;
  if (hour > 23 || minute > 59 || second > 59) return null;
  const offset = offsetMs(match[8]);
  return offset === null ? null : civil + Math.trunc(Number(`0.${match[7] ?? '0'}`) * 1000) - offset;
}

function offsetMs(offset: string | undefined): number | null {
  if (offset === undefined) return SHANGHAI_MS;
  if (offset === 'Z') return 0;
  const [hours, minutes] = offset.slice(1).split(':').map(Number) as [number, number];
  if (hours > 18 || minutes > 59) return null;
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
