import type { TimerText } from '../bpmn/model.js';
import type { Calendar } from '../calendar/calendar.js';
import { noticeCalendar } from '../calendar/notices.js';
import { readTimerText } from '../calendar/timer-text.js';
import type { Cycle, Span, TimerReading } from '../calendar/timer-text.js';
import { addWorkdaySpan } from '../calendar/workday-span.js';
import { workdaysBetween } from '../calendar/workdays.js';
import { calculate } from '../expressions/feel.js';
import { addIsoSpan } from '../expressions/iso-time.js';
import { civilDateInShanghai } from '../shared/instant.js';
import type { Instant } from '../shared/instant.js';
import type { JsonObject } from '../shared/json.js';
import { fail, ok } from '../shared/result.js';
import type { Result } from '../shared/result.js';

/** When a timer fires. */
export interface Due {
  readonly dueAt: Instant;
  /** repetitions still to come after this one, -1 without end; absent: fires once */
  readonly left?: number;
  /** where a cycle of months counts from, so that 31 January, 29 February, 31 March follow each other */
  readonly from?: Instant;
}

const TOO_LATE = '到期时间晚于 9999 年';

/**
 * When a timer that begins to run now is due first; the error says in words, without a full stop, why there is no such
 * time. What lies wholly in the past is due at once, once; of a cycle that began in the past the coming times are left.
 */
export function firstDue(
  timer: TimerText,
  now: Instant,
  variables: JsonObject,
  calendar: Calendar = noticeCalendar(),
  spent: readonly (readonly [from: Instant, to: Instant])[] = [],
): Result<Due, string> {
  const read = readTimer(timer, variables);
  if (!read.ok) return read;
  const reading = read.value;
  if (reading.kind === 'date') return ok({ dueAt: reading.at });
  if (reading.kind === 'duration') return due(remaining(reading.span, now, spent, calendar));
  if (reading.end !== null) return firstBefore(reading, reading.end, now, calendar);
  if (reading.start !== null) return firstFrom(reading, reading.start, now, calendar);
  return due(plus(reading.span, now, 1, calendar), {
    left: reading.times === null ? -1 : reading.times - 1,
    ...(countsMonths(reading.span) && { from: now }),
  });
}

/**
 * The next time of a cycle after one that was due: counted from that time and not from now, so that after a pause the
 * late ones come in their order, none lost and none twice.
 */
export function nextDue(
  timer: TimerText,
  previous: Due,
  variables: JsonObject,
  calendar: Calendar = noticeCalendar(),
): Result<Due, string> {
  const read = readTimer(timer, variables);
  if (!read.ok) return read;
  const { dueAt, left = 0, from } = previous;
  if (read.value.kind !== 'cycle' || left === 0) return fail('没有下一次');
  const { span, start, end } = read.value;
  const rest = { left: left < 0 ? -1 : left - 1, ...(from !== undefined && { from }) };
  if (end !== null) return due(plus(span, end, 1 - left, calendar), rest);
  const anchor = start ?? from;
  if (anchor !== undefined) {
    const times = 1 + last((n) => isAtMost(plus(span, anchor, n, calendar), dueAt));
    return due(plus(span, anchor, times, calendar), rest);
  }
  return due(span.kind === 'iso' ? addIsoSpan(span, dueAt) : afterWorkdays(span, dueAt, calendar), rest);
}

function due(at: Instant | null, rest: Omit<Due, 'dueAt'> = {}): Result<Due, string> {
  return at === null ? fail(TOO_LATE) : ok({ dueAt: at, ...rest });
}

/** Text as written, else the text that the FEEL expression gives. */
function readTimer({ kind, text }: TimerText, variables: JsonObject): Result<TimerReading, string> {
  const literal = readTimerText(kind, text);
  if (literal.ok) return literal;
  const result = calculate(text, variables);
  return result.kind === 'value' && typeof result.value === 'string' ? readTimerText(kind, result.value) : literal;
}

const countsMonths = (span: Span): boolean => span.kind === 'iso' && span.months > 0;

const isAtMost = (at: Instant | null, limit: Instant): boolean => at !== null && at <= limit;

/** A duration of which stretches have run already; when nothing is left of it, it is due now. */
function remaining(span: Span, now: Instant, spent: readonly (readonly [Instant, Instant])[], calendar: Calendar) {
  if (spent.length === 0) return plus(span, now, 1, calendar);
  if (span.kind === 'iso') {
    const full = addIsoSpan(span, now);
    const used = spent.reduce((sum, [from, to]) => sum + to - from, 0);
    return full === null ? null : Math.max(now, full - used);
  }
  const day = civilDateInShanghai;
  const used = spent.reduce((sum, [from, to]) => sum + workdaysBetween(day(from), day(to), calendar), 0);
  return span.days > used ? addWorkdaySpan({ ...span, days: span.days - used }, now, calendar) : now;
}

function plus(span: Span, from: Instant, times: number, calendar: Calendar): Instant | null {
  if (times === 0) return from;
  if (span.kind === 'iso') return addIsoSpan(span, from, times);
  return addWorkdaySpan(span, from, calendar, { times, ended: times < 0 });
}

/** A time that ended a working day is written as 00:00 of the next, which must not be skipped. */
const afterWorkdays = (span: Extract<Span, { kind: 'workdays' }>, dueAt: Instant, calendar: Calendar): Instant | null =>
  addWorkdaySpan(span, dueAt, calendar, { ended: span.minutes === 24 * 60 });

/** `R3/start/span`: at the start, then after each span. */
function firstFrom({ times, span }: Cycle, start: Instant, now: Instant, calendar: Calendar): Result<Due, string> {
  const past = 1 + last((n) => n < (times ?? Infinity) && isBefore(plus(span, start, n, calendar), now));
  const number = Math.min(past, (times ?? Infinity) - 1);
  return due(plus(span, start, number, calendar), { left: times === null ? -1 : times - 1 - number });
}

/** `R3/span/end`: the last is at the end, the others before it by one span each. */
function firstBefore({ times, span }: Cycle, end: Instant, now: Instant, calendar: Calendar): Result<Due, string> {
  const toCome = last((n) => n < (times ?? Infinity) && isAtLeast(plus(span, end, -n, calendar), now));
  const left = Math.max(0, toCome);
  return due(plus(span, end, -left, calendar), { left });
}

const isBefore = (at: Instant | null, limit: Instant): boolean => at !== null && at < limit;
const isAtLeast = (at: Instant | null, limit: Instant): boolean => at !== null && at >= limit;

/** The largest n from 0 on for which a condition that holds up to some n holds; -1 when it never does. */
function last(holds: (n: number) => boolean): number {
  if (!holds(0)) return -1;
  let high = 1;
  while (holds(high)) high *= 2;
  let low = Math.floor(high / 2);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return low;
}
