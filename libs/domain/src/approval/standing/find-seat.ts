import type { ActingPerson } from '../act.js';
import type { Delegation, Seat, Sitting, Standing } from './standing.js';

export interface FoundSeat {
  readonly sitting: Sitting;
  readonly seat: Seat;
}

export function findSeat({ sittings }: Standing, id: number): FoundSeat | null {
  for (const sitting of sittings) {
    const seat = sitting.seats.find((each) => each.id === id);
    if (seat !== undefined) return { sitting, seat };
  }
  return null;
}

/** As whom a person may act on a seat: as its holder, as oneself, then as anybody's deputy; null: as nobody. */
export function principalAt(
  { candidateIds, holderId }: Pick<Seat, 'candidateIds' | 'holderId'>,
  { personId, deputyFor = [] }: ActingPerson,
): string | null {
  if (
    holderId !== undefined &&
    holderId !== personId &&
    deputyFor.includes(holderId) &&
    candidateIds.includes(holderId)
  )
    return holderId;
  if (candidateIds.includes(personId)) return personId;
  return deputyFor.find((id) => candidateIds.includes(id)) ?? null;
}

/** The delegation that has not come back yet. */
export function delegationUnderWay({ delegations = [] }: Seat): Delegation | null {
  const last = delegations.at(-1);
  return last === undefined || last.backAt !== undefined ? null : last;
}

/** Whether a person has decided in this sitting, or somebody has for that person. */
export const hasDecided = ({ seats }: Sitting, personId: string): boolean =>
  seats.some(({ decision }) => decision !== undefined && (decision.by === personId || decision.forId === personId));
