import type { Effect } from '../../run/marking.js';
import type { Advanced } from '../act.js';
import type { SeatEffect } from './standing.js';

/** One step after another as one: what came and went in it never was, as it becomes rows in one statement. */
export const joined = (first: Advanced, then: Advanced): Advanced => ({
  standing: then.standing,
  effects: joinedEffects(first.effects, then.effects),
  seats: joinedSeats(first.seats, then.seats),
});

function joinedSeats(first: readonly SeatEffect[], then: readonly SeatEffect[]): readonly SeatEffect[] {
  const seats: SeatEffect[] = [...first];
  for (const effect of then) {
    const at = seats.findLastIndex((each) => each.seat === effect.seat && each.type !== 'change');
    const opened = seats[at];
    if (opened?.type !== 'open' || effect.type === 'open') seats.push(effect);
    else if (effect.type === 'close') seats.splice(at, 1);
    else seats[at] = { ...opened, candidateIds: effect.candidateIds, holderId: effect.holderId };
  }
  return seats;
}

const OPENED_BY = { 'timer.cancel': 'timer.start', 'job.cancel': 'job.start', 'wait.cancel': 'wait.start' } as const;

/** Of tasks the seats tell; timers, jobs and waiting places have rows of their own. */
function joinedEffects(first: readonly Effect[], then: readonly Effect[]): readonly Effect[] {
  const effects: Effect[] = [...first];
  for (const effect of then) {
    const at = openedAt(effects, effect);
    if (at < 0) effects.push(effect);
    else effects.splice(at, 1);
  }
  return effects;
}

function openedAt(effects: readonly Effect[], closing: Effect): number {
  if (closing.type !== 'timer.cancel' && closing.type !== 'job.cancel' && closing.type !== 'wait.cancel') return -1;
  const opening = OPENED_BY[closing.type];
  return effects.findLastIndex(
    (each) => each.type === opening && each.nodeId === closing.nodeId && each.token === closing.token,
  );
}
