import type { Effect, Marking } from '../../run/marking.js';
import { nodeInfo } from '../../run/node-info.js';
import type { Advanced, MatterContext } from '../act.js';
import { withTurns } from '../seats/turns.js';
import type { Seat, SeatClosing, SeatEffect, Sitting, Standing } from './standing.js';
import { atTheEnd, trailAfter } from './trail.js';
import type { Cause, PutAgain } from './trail.js';

/** What the engine did. */
export interface Stepped {
  readonly marking: Marking;
  readonly effects: readonly Effect[];
}

type Scene = Pick<MatterContext, 'workflow' | 'standing' | 'seater' | 'now'>;

/**
 * Carries a step of the engine over into the standing: sittings end with their tasks, new ones are seated, the trail
 * grows. Everything that steps an instance goes through here.
 * @param why what the step was, or what it put back: that is not a step that counts
 */
export function advance(scene: Scene, stepped: Stepped, why: Cause | PutAgain): Advanced {
  const { workflow, standing, seater } = scene;
  const { marking, effects } = stepped;
  const [again, cancelled] =
    'pieces' in why ? [why.sittings ?? [], why.how ?? 'cancelled'] : [[], 'cancelled' as const];
  const sittings = new Map(standing.sittings.map((sitting) => [sitting.token, sitting]));
  const ended: Sitting[] = [];
  const seats: SeatEffect[] = [];
  let next: Standing = { ...standing, marking };
  const opened: Extract<Effect, { readonly type: 'task.open' }>[] = [];
  for (const effect of effects) {
    if (effect.type === 'task.open') opened.push(effect);
    if (effect.type !== 'task.close' && effect.type !== 'task.cancel') continue;
    const sitting = sittings.get(effect.token);
    if (sitting === undefined) continue;
    sittings.delete(effect.token);
    ended.push(sitting);
    seats.push(...closing(sitting, effect.type === 'task.close' ? 'byOthers' : cancelled));
  }
  const over = new Set(ended.map(({ token }) => token));
  const dropped = standing.asides.filter(({ token }) => over.has(token));
  const asides = standing.asides.filter(({ token }) => !over.has(token));
  next = { ...next, trail: trailAfter(scene, stepped, why, { ended, dropped }), asides };
  for (const { nodeId, token, dueAt } of opened) {
    const node = nodeInfo(workflow, nodeId);
    if (node === null) continue;
    const kept = again.find((sitting) => sitting.token === token && sitting.nodeId === nodeId);
    const seated = kept === undefined ? seater({ workflow, standing: next, node, token }) : [];
    const fresh = seated.map((each, index): Seat => ({ id: next.lastSeat + index + 1, status: 'waiting', ...each }));
    next = { ...next, lastSeat: next.lastSeat + fresh.length };
    const turned = withTurns(node.seats, [...(kept?.seats ?? []), ...fresh]);
    const sitting: Sitting = { nodeId, token, ...(dueAt !== undefined && { dueAt }), seats: turned };
    sittings.set(token, sitting);
    for (const seat of turned) if (seat.status === 'open') seats.push(opening(sitting, seat));
  }
  next = { ...next, sittings: [...sittings.values()].sort((a, b) => a.token - b.token) };
  if (marking.status === 'completed') next = { ...next, trail: atTheEnd(next.trail), asides: [], reroute: null };
  else if (next.reroute !== null && over.has(next.reroute.token)) next = { ...next, reroute: null };
  return { standing: next, effects, seats };
}

const closing = ({ seats }: Sitting, how: SeatClosing): readonly SeatEffect[] =>
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
