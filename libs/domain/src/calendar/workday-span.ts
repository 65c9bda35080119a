import { civilDateInShanghai } from '../shared/instant.js';
import type { CivilDate, Instant } from '../shared/instant.js';
import { withinCalendar } from '../expressions/iso-time.js';
import { nthWorkday } from './calendar.js';
import type { Calendar } from './calendar.js';

/** Working days from a moment on. The day of the moment itself is not counted. */
export interface WorkdaySpan {
  readonly days: number;
  /** minutes after 00:00 in Shanghai on the last day; 1440, the end of that day, when the text says none */
  readonly minutes: number;
}

/** `P5BD` (business days), with a time of day `P5BDT17:30`. */
const CODE = /^P(\d{1,5})BD(?:T(\d{1,2}):(\d{2}))?$/;
/** `5个工作日`, `5 个工作日后 17:30`, `5工作日17时`, `5个工作日内`. */
const WORDS = /^(\d{1,5})\s*个?\s*工作日(?:\s*[内后])?(?:\s*(\d{1,2})(?:[:：](\d{2})|\s*[时点](?:(\d{1,2})分?)?))?$/;

const MINUTE_MS = 60_000;
const END_OF_DAY = 24 * 60;

/** Null when the text is no number of working days, or the time of day does not exist. */
export function readWorkdaySpan(text: string): WorkdaySpan | null {
  const match = CODE.exec(text.trim()) ?? WORDS.exec(text.trim());
  if (match === null) return null;
  const days = Number(match[1]);
  const hour = match[2] === undefined ? 24 : Number(match[2]);
  const minute = Number(match[3] ?? match[4] ?? 0);
  const minutes = hour * 60 + minute;
  return days === 0 || minute > 59 || minutes > END_OF_DAY ? null : { days, minutes };
}

/** The one text that means this span: what a designer writes into the drawing. */
export function writeWorkdaySpan({ days, minutes }: WorkdaySpan): string {
  if (minutes === END_OF_DAY) return `P${days}BD`;
  const two = (n: number): string => String(n).padStart(2, '0');
  return `P${days}BDT${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/**
 * The span taken `times` times from a moment (negative: back); null when it ends after the year 9999. `ended` says that
 * the moment is the end of a day, written as 00:00 of the next: the day that ended is meant.
 */
export function addWorkdaySpan(
  { days, minutes }: WorkdaySpan,
  from: Instant,
  calendar: Calendar,
  { times = 1, ended = false }: { readonly times?: number; readonly ended?: boolean } = {},
): Instant | null {
  const day = nthWorkday(calendar, civilDateInShanghai(ended ? from - 1 : from), days * times);
  return day === null ? null : withinCalendar(startOf(day) + minutes * MINUTE_MS);
}

const startOf = (day: CivilDate): Instant => Date.parse(`${day}T00:00:00+08:00`);
