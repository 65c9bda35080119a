import type { SeatRule } from '../../bpmn/model.js';
import type { Seat, SeatStatus } from '../standing/standing.js';
import { countGroup, countSeat, groupsOf, ownSeats } from './tally.js';
import type { Group } from './tally.js';

/** The seats with the status that follows from what has been decided: whose turn it is, who waits, who came too late. */
export function withTurns(rule: SeatRule | undefined, seats: readonly Seat[]): readonly Seat[] {
  const open = new Set<number>();
  const own = ownSeats(seats).filter((seat) => countSeat(seats, seat) === 'pending');
  for (const [index, seat] of own.entries()) {
    if (rule?.mode !== 'sequence' || index === 0) take(seats, seat, open);
  }
  return seats.map((seat) => {
    if (seat.decision !== undefined || seat.status === 'removed') return seat;
    return ofStatus(seat, open.has(seat.id) ? 'open' : isMoot(seats, seat) ? 'closed' : 'waiting');
  });
}

const ofStatus = (seat: Seat, status: SeatStatus): Seat => (seat.status === status ? seat : { ...seat, status });

/** A pending seat: those asked before it come first, then it and those beside it, then those after it. */
function take(seats: readonly Seat[], seat: Seat, open: Set<number>): void {
  const pending = (side: 'before' | 'after' | 'beside'): readonly Group[] =>
    groupsOf(seats, seat.id, side).filter((group) => countGroup(seats, group) === 'pending');
  const before = pending('before');
  if (before.length > 0) return takeGroups(seats, before, open);
  if (seat.decision === undefined) open.add(seat.id);
  takeGroups(seats, pending('beside'), open);
  if (seat.decision !== undefined) takeGroups(seats, pending('after'), open);
}

function takeGroups(seats: readonly Seat[], groups: readonly Group[], open: Set<number>): void {
  for (const group of groups) {
    const left = group.seats.filter((seat) => countSeat(seats, seat) === 'pending');
    const turn = group.seats[0]?.asked?.mode === 'sequence' ? left.slice(0, 1) : left;
    for (const seat of turn) take(seats, seat, open);
  }
}

/** Nothing hangs on it any more: those whom it asked have refused for it, its group has decided, or so has who asked. */
function isMoot(seats: readonly Seat[], seat: Seat): boolean {
  if (countSeat(seats, seat) !== 'pending') return true;
  const { asked } = seat;
  if (asked === undefined) return false;
  const group = groupsOf(seats, asked.by).find(({ id }) => id === asked.group);
  const by = seats.find(({ id }) => id === asked.by);
  return (group !== undefined && countGroup(seats, group) !== 'pending') || (by !== undefined && isMoot(seats, by));
}
