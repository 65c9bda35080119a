import type { Seat, Sitting } from '../standing/standing.js';

/** Nobody has claimed, decided or passed on anything of it, but perhaps the one who takes back. */
export const isUntouched = ({ seats }: Sitting, personId: string): boolean =>
  seats.every(
    ({ decision, holderId, delegations, asked }) =>
      (decision === undefined || decision.repeats !== undefined || decision.by === personId) &&
      (holderId === undefined || holderId === personId || decision !== undefined) &&
      delegations === undefined &&
      asked === undefined,
  );

/** The same people sit there, and nobody has done anything since. */
export const isAsPut = (put: Sitting, now: Sitting): boolean =>
  JSON.stringify(put.seats.map(factsOf)) === JSON.stringify(now.seats.map(factsOf));

const factsOf = ({ id, holderId, decision, delegations }: Seat) => [
  id,
  holderId ?? null,
  decision?.at ?? null,
  (delegations ?? []).map(({ at, backAt }) => [at, backAt ?? null]),
];

/** As it was before the last decision of a person, and before what de-duplication made of that. */
export function reopened(sitting: Sitting, personId: string): Sitting {
  const last = sitting.seats.findLast(({ decision }) => decision?.by === personId && decision.repeats === undefined);
  return last === undefined ? sitting : { ...sitting, seats: withoutDecision(sitting.seats, last, personId) };
}

export const withoutDecision = (
  seats: readonly Seat[],
  { id, decision: own }: Seat,
  personId: string,
): readonly Seat[] =>
  seats.map((seat): Seat => {
    const { decision, holderId: _, ...open } = seat;
    if (seat.id === id) return { ...open, status: 'waiting', holderId: personId };
    const isMade = decision?.repeats !== undefined && decision.at === own?.at;
    return isMade ? { ...open, status: 'waiting' } : seat;
  });
