import type { SeatRule } from '../../bpmn/model.js';
import { opening } from '../standing/advance.js';
import type { Seat, SeatClosing, SeatEffect, Sitting, Standing } from '../standing/standing.js';
import { withTurns } from './turns.js';

export interface Reseated {
  readonly standing: Standing;
  readonly seats: readonly SeatEffect[];
}

/**
 * A sitting with other seats, and what that does to tasks: whose turn it is gets one, who lost it loses it.
 * @param hows how the task of a seat ends; 已由他人办理 unless said
 */
export function reseat(
  standing: Standing,
  rule: SeatRule | undefined,
  sitting: Sitting,
  seats: readonly Seat[],
  hows: ReadonlyMap<number, SeatClosing> = new Map(),
): Reseated {
  const after: Sitting = { ...sitting, seats: withTurns(rule, seats) };
  const effects = after.seats.flatMap((seat): SeatEffect[] => {
    const before = sitting.seats.find(({ id }) => id === seat.id);
    const [was, is] = [before?.status === 'open', seat.status === 'open'];
    if (!was && is) return [opening(after, seat)];
    if (was && !is)
      return [{ type: 'close', seat: seat.id, how: hows.get(seat.id) ?? (seat.decision ? 'done' : 'byOthers') }];
    return was && is && before !== undefined && isChanged(before, seat) ? [changed(seat)] : [];
  });
  const sittings = standing.sittings.map((each) => (each.token === sitting.token ? after : each));
  const lastSeat = Math.max(standing.lastSeat, ...seats.map((seat) => seat.id));
  return { standing: { ...standing, sittings, lastSeat }, seats: effects };
}

const isChanged = (before: Seat, after: Seat): boolean =>
  before.holderId !== after.holderId || before.candidateIds.join() !== after.candidateIds.join();

const changed = ({ id, candidateIds, holderId }: Seat): SeatEffect => ({
  type: 'change',
  seat: id,
  candidateIds,
  holderId: holderId ?? null,
});

/** A seat with some members changed; a member given as undefined is taken away. */
export function withSeat(
  seats: readonly Seat[],
  id: number,
  change: { [Key in keyof Seat]?: Seat[Key] | undefined },
): readonly Seat[] {
  return seats.map((seat) => {
    if (seat.id !== id) return seat;
    return Object.fromEntries(
      Object.entries({ ...seat, ...change }).filter(([, value]) => value !== undefined),
    ) as unknown as Seat;
  });
}
