import { armedBetween, type Json, type JsonObject, type Marking } from '@chengban/domain';
import type { HistoryLine } from './history-chain.js';
import { outcomeName } from './outcome-names.js';
import type { Opening, Settled } from './settle-change.js';

/** What drove the step, with the timers that it armed: under a later calendar they would be due at other times. */
function recorded(event: JsonObject | null, before: Marking, after: Marking): JsonObject | null {
  const armed = armedBetween(before, after);
  return event === null || armed.length === 0 ? event : { ...event, armed: armed as unknown as Json };
}

/** What one command leaves in the history: what drove it, then what came of it. */
export function historyLines(
  { actorId, now, effects, instance, marking, line, seats }: Settled,
  openings: readonly Opening[],
): HistoryLine[] {
  const at = new Date(now).toISOString();
  const passed = effects.flatMap((effect) => (effect.type === 'pass' ? [effect.elementId] : []));
  const remark = (verb: string, nodeId: string | null, text: string): HistoryLine => ({
    at,
    actorId: null,
    verb,
    nodeId,
    event: null,
    passed: [],
    text,
  });
  const names = (ids: readonly string[]): string =>
    ids.map((id) => seats.find((seat) => seat.personId === id)?.name ?? '').join('、');
  return [
    ...(line ? [{ ...line, event: recorded(line.event, instance.marking, marking), at, actorId, passed }] : []),
    ...openings.flatMap(({ fallback, task: { nodeId, name, candidateIds } }) =>
      fallback
        ? [
            remark(
              'unassigned',
              nodeId,
              `“${name}”没有可以办理的人，已转给流程管理员${names(candidateIds) ? `（${names(candidateIds)}）` : ''}。`,
            ),
          ]
        : [],
    ),
    ...effects.flatMap((effect) =>
      effect.type === 'incident' ? [remark('incident', effect.nodeId, effect.message)] : [],
    ),
    ...effects.flatMap((effect) =>
      effect.type === 'end' ? [remark('end', effect.nodeId, outcomeName(marking.outcome))] : [],
    ),
  ];
}
