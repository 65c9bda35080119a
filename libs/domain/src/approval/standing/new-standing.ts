import type { Instant } from '../../shared/instant.js';
import type { Marking } from '../../run/marking.js';
import type { Seat, Sitting, Standing } from './standing.js';

/** A flow that nobody has touched: its sittings come with the first step (see advance.ts). */
export const newStanding = (marking: Marking): Standing => ({
  marking,
  sittings: [],
  trail: [],
  asides: [],
  lastSeat: 0,
  chosen: {},
  reviewed: false,
  reroute: null,
  drafterIds: [],
  round: 0,
});

/** An open task of an instance that is older than seats. */
export interface LooseTask {
  readonly nodeId: string;
  readonly token: number;
  readonly candidateIds: readonly string[];
  readonly holderId: string | null;
  readonly dueAt: Instant | null;
}

/** One seat for each open task, without a trail: what was passed before is known by the marking alone. */
export function adopted(
  marking: Marking,
  tasks: readonly LooseTask[],
  drafterIds: readonly string[],
  round: number,
): Standing {
  const sittings = tasks.map(({ nodeId, token, candidateIds, holderId, dueAt }, index): Sitting => {
    const seat: Seat = { id: index + 1, status: 'open', candidateIds, ...(holderId !== null && { holderId }) };
    return { nodeId, token, ...(dueAt !== null && { dueAt }), seats: [seat] };
  });
  return { ...newStanding(marking), sittings, lastSeat: tasks.length, drafterIds, round, reviewed: round > 0 };
}
