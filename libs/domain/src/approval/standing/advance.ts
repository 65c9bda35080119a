import { footprintOf } from '../../run/footprint.js';
import type { Effect, Marking } from '../../run/marking.js';
import { nodeInfo } from '../../run/node-info.js';
import type { Instant } from '../../shared/instant.js';
import type { Advanced, MatterContext } from '../act.js';
import { withTurns } from '../seats/turns.js';
import type { Seat, SeatEffect, Sitting, Standing, TrailStep } from './standing.js';

/** What the engine did. */
export interface Stepped {
  readonly marking: Marking;
  readonly effects: readonly Effect[];
}

type Scene = Pick<MatterContext, 'workflow' | 'standing' | 'seater' | 'now'>;

/** Steps that the trail keeps: a flow that goes round and round may return that far and no further. */
const LONGEST_TRAIL = 400;

/**
 * Carries a step of the engine over into the standing: sittings end with their tasks, new ones are seated, the trail
 * grows. Everything that steps an instance goes through here.
 * @param cause what the step was; null where the step put earlier pieces back, which is not a step that counts
 * @param kept sittings that stand again as they were, by token
 */
export function advance(
  { workflow, standing, seater, now }: Scene,
  stepped: Stepped,
  cause: Omit<TrailStep, 'at' | 'footprint'> | null,
  kept: readonly Sitting[] = [],
): Advanced {
  const { marking, effects } = stepped;
  const sittings = new Map(standing.sittings.map((sitting) => [sitting.token, sitting]));
  const seats: SeatEffect[] = [];
  let next: Standing = { ...standing, marking, trail: trailAfter(standing, stepped, cause, now) };
  for (const effect of effects) {
    if (effect.type === 'task.close' || effect.type === 'task.cancel') {
      const ended = sittings.get(effect.token);
      sittings.delete(effect.token);
      if (ended) seats.push(...closing(ended, effect.type === 'task.close' ? 'byOthers' : 'cancelled'));
    } else if (effect.type === 'task.open') {
      const { nodeId, token, dueAt } = effect;
      const node = nodeInfo(workflow, nodeId);
      if (node === null) continue;
      const again = kept.find((sitting) => sitting.token === token && sitting.nodeId === nodeId);
      const known = again?.seats ?? [];
      const seated = again === undefined ? seater({ workflow, standing: next, node, token }) : [];
      const fresh = seated.map((each, index): Seat => ({ id: next.lastSeat + index + 1, status: 'waiting', ...each }));
      next = { ...next, lastSeat: next.lastSeat + fresh.length };
      const turned = withTurns(node.seats, [...known, ...fresh]);
      const sitting = { nodeId, token, ...(dueAt !== undefined && { dueAt }), seats: turned };
      sittings.set(token, sitting);
      for (const seat of turned) if (seat.status === 'open') seats.push(opening(sitting, seat));
    }
  }
  const alive = new Set(marking.tokens.map((token) => token.id));
  const asides = standing.asides.filter(({ token }) => alive.has(token) && sittings.has(token));
  next = { ...next, sittings: [...sittings.values()].sort((a, b) => a.token - b.token), asides };
  if (marking.status === 'completed') next = { ...next, trail: [], asides: [], reroute: null };
  else if (next.reroute !== null && !alive.has(next.reroute.token)) next = { ...next, reroute: null };
  return { standing: next, effects, seats };
}

function trailAfter(
  { marking: before, trail }: Standing,
  { marking, effects }: Stepped,
  cause: Omit<TrailStep, 'at' | 'footprint'> | null,
  at: Instant,
): readonly TrailStep[] {
  if (cause === null) return trail;
  const sent = effects.some((effect) => effect.type === 'message.send' || effect.type === 'signal.send');
  const step: TrailStep = { at, footprint: footprintOf(before, marking), ...cause, ...(sent && { sent: true }) };
  if (step.footprint.left.length === 0 && step.footprint.took.tokens === undefined) return trail;
  return [...trail, step].slice(-LONGEST_TRAIL);
}

const closing = ({ seats }: Sitting, how: 'byOthers' | 'cancelled'): readonly SeatEffect[] =>
  seats.flatMap((seat): SeatEffect[] => (seat.status === 'open' ? [{ type: 'close', seat: seat.id, how }] : []));

export const opening = ({ nodeId, token, dueAt }: Sitting, seat: Seat): SeatEffect => ({
  type: 'open',
  seat: seat.id,
  nodeId,
  token,
  candidateIds: seat.candidateIds,
  holderId: seat.holderId ?? null,
  fallback: seat.fallback ?? false,
  dueAt: dueAt ?? null,
});
