import type { SeatRule } from '../../bpmn/model.js';
import type { Decision, Seat } from '../standing/standing.js';

/** How a seat or a sitting stands. */
export type Count = 'for' | 'against' | 'pending';

const counts = (seat: Seat): boolean => seat.status !== 'removed';

/** The seats that the rule of the node speaks of: those that were added count as part of the seat that asked for them. */
export const ownSeats = (seats: readonly Seat[]): readonly Seat[] =>
  seats.filter((seat) => seat.asked === undefined && counts(seat));

export interface Group {
  readonly id: number;
  readonly seats: readonly Seat[];
}

/** The groups that a seat has asked for, in the order in which it did. */
export function groupsOf(seats: readonly Seat[], by: number, side?: 'before' | 'after' | 'beside'): readonly Group[] {
  const groups = new Map<number, Seat[]>();
  for (const seat of seats) {
    if (seat.asked?.by !== by || !counts(seat) || (side !== undefined && seat.asked.side !== side)) continue;
    const known = groups.get(seat.asked.group);
    if (known) known.push(seat);
    else groups.set(seat.asked.group, [seat]);
  }
  return [...groups].map(([id, members]) => ({ id, seats: members }));
}

const ofDecision = (decision: Decision | undefined): Count =>
  decision === undefined ? 'pending' : decision.verb === 'approve' || decision.verb === 'submit' ? 'for' : 'against';

/** A seat with those whom it asked: against as soon as one of them is, for when all are. */
export function countSeat(seats: readonly Seat[], seat: Seat): Count {
  const all = [ofDecision(seat.decision), ...groupsOf(seats, seat.id).map((group) => countGroup(seats, group))];
  if (all.includes('against')) return 'against';
  return all.every((each) => each === 'for') ? 'for' : 'pending';
}

export function countGroup(seats: readonly Seat[], group: Group): Count {
  const all = group.seats.map((seat) => countSeat(seats, seat));
  if (group.seats[0]?.asked?.mode === 'any') return all.find((each) => each !== 'pending') ?? 'pending';
  if (all.includes('against')) return 'against';
  return all.every((each) => each === 'for') ? 'for' : 'pending';
}

/** What the seats of a sitting come to by the rule of its node; no rule: the one seat decides. */
export function tally(rule: SeatRule | undefined, seats: readonly Seat[]): Count {
  const all = ownSeats(seats).map((seat) => countSeat(seats, seat));
  const waiting = all.filter((each) => each === 'pending').length;
  const [yes, no] = [all.filter((each) => each === 'for').length, all.filter((each) => each === 'against').length];
  if (rule === undefined || rule.mode === 'any') return all.find((each) => each !== 'pending') ?? 'pending';
  const collects = rule.decide === 'collect' && rule.mode !== 'sequence';
  if (collects && waiting > 0) return 'pending';
  if (rule.mode !== 'vote') return no > 0 ? 'against' : waiting > 0 ? 'pending' : 'for';
  const { pass, fail } = votesNeeded(rule, all.length);
  if (rule.veto && no > 0) return 'against';
  if (yes >= pass) return 'for';
  return no >= fail || waiting === 0 ? 'against' : 'pending';
}

/** Votes that pass and votes that fail, among `total`. Without a count or ratio all have to agree. */
export function votesNeeded(
  { passCount, passRatio, rejectCount }: SeatRule,
  total: number,
): { readonly pass: number; readonly fail: number } {
  // 2/3 of 3 are 2, though 0.6666… × 3 is a little more or less
  const byRatio = passRatio === undefined ? total : Math.ceil(passRatio * total - 1e-6);
  const pass = Math.max(1, Math.min(total, passCount ?? byRatio));
  return { pass, fail: Math.max(1, Math.min(rejectCount ?? Number.POSITIVE_INFINITY, total - pass + 1)) };
}
