import type { Calendar } from '../calendar/calendar.js';
import { noticeCalendar } from '../calendar/notices.js';
import { nodeOf } from '../compile/compiled-flow.js';
import type { CompiledFlow } from '../compile/compiled-flow.js';
import type { Instant } from '../shared/instant.js';
import type { Result } from '../shared/result.js';
import { entrancesOf } from './beginnings.js';
import { firstDue, nextDue } from './timer-due.js';
import type { Due } from './timer-due.js';

/** Where the clock begins a flow: a node, and which of its triggers is the timer. */
interface TimedPlace {
  readonly nodeId: string;
  readonly trigger: number;
}

/** A start that the clock gives, and when it is due. */
export interface ScheduledStart extends TimedPlace {
  readonly due: Due;
}

/** As {@link ScheduledStart}; the error says in words, without a full stop, why there is no such time. */
export interface PossibleStart extends TimedPlace {
  readonly due: Result<Due, string>;
}

/**
 * With which times a flow's own process begins (§13.2), when it is published at `now`: lengths of time and cycles count
 * from then, what is wholly past is due at once. There is no instance yet, so no time may ask for variables.
 */
export const scheduledStarts = (
  flow: CompiledFlow,
  now: Instant,
  calendar: Calendar = noticeCalendar(),
): readonly PossibleStart[] =>
  entrancesOf(flow, flow.processId).flatMap((nodeId) =>
    (nodeOf(flow, nodeId).triggers ?? []).flatMap((each, trigger) =>
      each.kind === 'timer' && each.timer !== null
        ? [{ nodeId, trigger, due: firstDue(each.timer, now, {}, calendar) }]
        : [],
    ),
  );

/** So many late times are left out at once; whoever asks asks again. A cycle of seconds after years would hold up all else. */
const MAX_LEFT_OUT = 10_000;

/**
 * The start after one that has come; null when it was the last. All that are late begin together, for what has begun
 * does not begin again: so the next is the first after `now`, and cycles keep counting those left out.
 */
export function nextStart(
  flow: CompiledFlow,
  { nodeId, trigger, due }: ScheduledStart,
  now: Instant,
  calendar: Calendar = noticeCalendar(),
): ScheduledStart | null {
  const drawn = nodeOf(flow, nodeId).triggers?.[trigger];
  if (drawn?.kind !== 'timer' || drawn.timer === null) return null;
  let next = nextDue(drawn.timer, due, {}, calendar);
  for (let left = 1; next.ok && next.value.dueAt <= now && left < MAX_LEFT_OUT; left++) {
    next = nextDue(drawn.timer, next.value, {}, calendar);
  }
  return next.ok ? { nodeId, trigger, due: next.value } : null;
}
