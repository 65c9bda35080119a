import { armedBetween, type Json, type JsonObject, type Marking } from '@chengban/domain';
import type { Cast } from './casting.js';
import type { HistoryLine } from './history-chain.js';
import { outcomeName } from './outcome-names.js';
import type { Opening, Settled } from './settle-change.js';

/**
 * What drove the step, with the timers that it armed and the people whom it seated: under a later calendar they would be
 * due at other times, and other people hold the roles.
 */
function recorded(event: JsonObject | null, before: Marking, after: Marking, { seated }: Cast): JsonObject | null {
  if (event === null) return null;
  const armed = armedBetween(before, after);
  return {
    ...event,
    ...(armed.length > 0 && { armed: armed as unknown as Json }),
    ...(seated.length > 0 && { seated: seated as unknown as Json }),
  };
}

/** What one command leaves in the history: what drove it, then what came of it. */
export function historyLines(
  { actorId, now, performed, instance, line, cast }: Settled,
  openings: readonly Opening[],
): HistoryLine[] {
  const { effects, standing, decisions } = performed;
  const { marking } = standing;
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
    ids.map((id) => cast.people.find((seat) => seat.personId === id)?.name ?? '').join('、');
  return [
    ...(line ? [{ ...line, event: recorded(line.event, instance.marking, marking, cast), at, actorId, passed }] : []),
    ...decisions.flatMap(({ repeats, nodeId, by }) =>
      repeats === undefined ? [] : [remark('repeat', nodeId, `${names([by])}已在“${repeats}”同意，这里自动去重。`)],
    ),
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
