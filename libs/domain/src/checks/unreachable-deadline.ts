import type { BoundaryEvent, FlowNode, Scope, TimerText } from '../bpmn/model.js';
import { indexScope, scopesOf } from '../bpmn/walk.js';
import { readSpan } from '../calendar/timer-text.js';
import { called, warning } from './check.js';
import type { Check } from './check.js';

/** Done in the moment they are reached (§13.3.3): no deadline on them can come. */
const AT_ONCE: ReadonlySet<FlowNode['kind']> = new Set([
  'task',
  'manualTask',
  'scriptTask',
  'sendTask',
  'businessRuleTask',
]);

interface Deadline {
  readonly event: BoundaryEvent;
  readonly timer: TimerText;
}

/** A deadline that never comes: on what is done at once, or behind one that ends the wait before. */
export const unreachableDeadline: Check = {
  id: 'unreachable-deadline',
  run: (model) => scopesOf(model).flatMap((scope) => inScope(scope)),
};

function inScope(scope: Scope) {
  const index = indexScope(scope);
  return scope.nodes.flatMap((host) => {
    const deadlines = index.boundaries(host.id).flatMap((event): readonly Deadline[] => {
      if (event.kind !== 'boundaryEvent') return [];
      const [trigger] = event.triggers;
      if (event.triggers.length !== 1 || trigger?.kind !== 'timer' || trigger.timer === null) return [];
      return [{ event, timer: trigger.timer }];
    });
    if (AT_ONCE.has(host.kind) && 'loop' in host && host.loop === null) {
      return deadlines.map(({ event }) =>
        warning(
          'unreachable-deadline',
          event.id,
          `${called(event)}等不到：${called(host)}一到就办完了。`,
          '请把它移到需要等人办理的环节上，或删除它。',
          'timer',
        ),
      );
    }
    const first = earliestEnd(deadlines);
    if (first === null) return [];
    return deadlines
      .filter(({ event, timer }) => event !== first.event && lengthOf(timer) > first.length)
      .map(({ event }) =>
        warning(
          'unreachable-deadline',
          event.id,
          `${called(event)}等不到：${called(first.event)}先到，${called(host)}那时已经收回。`,
          `请把它的时间改得比${called(first.event)}短，或删除它。`,
          'timer',
        ),
      );
  });
}

/** The interrupting deadline that comes first; null when none is a plain length of time. */
function earliestEnd(
  deadlines: readonly Deadline[],
): { readonly event: BoundaryEvent; readonly length: number } | null {
  const ends = deadlines
    .filter(({ event }) => event.interrupting)
    .map(({ event, timer }) => ({ event, length: lengthOf(timer) }))
    .filter(({ length }) => Number.isFinite(length))
    .sort((a, b) => a.length - b.length);
  return ends[0] ?? null;
}

const MONTH_MS = 30 * 86_400_000;

/** About; NaN for what cannot be compared: a date, a cycle, an expression, working days. */
function lengthOf({ kind, text }: TimerText): number {
  const span = kind === 'duration' ? readSpan(text) : null;
  return span?.kind === 'iso' ? span.months * MONTH_MS + span.ms : Number.NaN;
}
