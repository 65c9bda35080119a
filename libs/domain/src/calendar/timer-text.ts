import type { Instant } from '../shared/instant.js';
import { fail, ok } from '../shared/result.js';
import type { Result } from '../shared/result.js';
import { instantOf, readIsoSpan } from '../expressions/iso-time.js';
import type { IsoSpan } from '../expressions/iso-time.js';
import { readWorkdaySpan } from './workday-span.js';
import type { WorkdaySpan } from './workday-span.js';

/** A stretch of time: by the civil calendar, or in working days. */
export type Span = ({ readonly kind: 'iso' } & IsoSpan) | ({ readonly kind: 'workdays' } & WorkdaySpan);

/** `start` without `end` or the other way round, or neither: then it starts when the timer does. */
export interface Cycle {
  readonly kind: 'cycle';
  /** how often in all; null: without end */
  readonly times: number | null;
  readonly span: Span;
  readonly start: Instant | null;
  /** the last time; the others are counted back from it */
  readonly end: Instant | null;
}

export type TimerReading =
  { readonly kind: 'duration'; readonly span: Span } | { readonly kind: 'date'; readonly at: Instant } | Cycle;

/** Shorter repetitions would keep the server busy with nothing else. */
const SHORTEST_CYCLE_MS = 1_000;

const quoted = (text: string): string => `“${text.trim().slice(0, 40)}”`;

/** A timer's text as written; what is wrong with it, in words without a full stop, when it is none. */
export function readTimerText(kind: TimerReading['kind'], text: string): Result<TimerReading, string> {
  if (text.trim() === '') return fail('时间是空的');
  if (kind === 'cycle') return readCycle(text.trim());
  if (kind === 'date') {
    const at = instantOf(text);
    return at === null ? fail(`${quoted(text)}不是日期，请写成 2024-11-20 或 2024-11-20T09:00`) : ok({ kind, at });
  }
  const span = readSpan(text);
  return span === null ? fail(`${quoted(text)}不是时长，请写成 P3D、PT12H 或 5个工作日`) : ok({ kind, span });
}

/** `P3D`, `P5BD`, `5个工作日`; null when the text is none of them. */
export function readSpan(text: string): Span | null {
  const workdays = readWorkdaySpan(text);
  if (workdays !== null) return { kind: 'workdays', ...workdays };
  const iso = readIsoSpan(text);
  return iso === null ? null : { kind: 'iso', ...iso };
}

/** ISO 8601-1 §5.6: `R3/PT10H`, `R/2024-01-01/P1M`, `R3/P1D/2024-12-31`, R-1 and R without a number: without end. */
function readCycle(text: string): Result<Cycle, string> {
  const [head = '', ...parts] = text.split('/');
  const repeat = /^R(-1|\d{0,9})$/.exec(head);
  if (repeat === null || parts.length === 0 || parts.length > 2) {
    return fail(`${quoted(text)}不是循环，请写成 R3/P1D（三次，每天一次）或 R/5个工作日`);
  }
  const times = repeat[1] === '' || repeat[1] === '-1' ? null : Number(repeat[1]);
  if (times === 0) return fail(`${quoted(text)}一次也不重复，次数至少写 1`);
  const spans = parts.map(readSpan);
  const at = spans.findIndex((span) => span !== null);
  const span = spans[at];
  if (span === null || span === undefined) return fail(`${quoted(text)}里没有间隔，请写成 R3/P1D 这样`);
  if (span.kind === 'iso' && span.months === 0 && span.ms < SHORTEST_CYCLE_MS) {
    return fail(`${quoted(text)}间隔太短，至少写 PT1S`);
  }
  const other = parts.length === 2 ? instantOf(parts[1 - at] as string) : null;
  if (parts.length === 2 && other === null) return fail(`${quoted(text)}里的日期写错了，请写成 2024-11-20`);
  return ok({ kind: 'cycle', times, span, start: at === 1 ? other : null, end: at === 0 ? other : null });
}
