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

/** As it was before its last decision. */
export function reopened(sitting: Sitting, personId: string): Sitting {
  const last = sitting.seats.findLast(({ decision }) => decision?.by === personId && decision.repeats === undefined);
  return {
    ...sitting,
    seats: sitting.seats.map((seat): Seat => {
      if (seat.id !== last?.id) return seat;
      const { decision: _, ...open } = seat;
      return { ...open, status: 'waiting', holderId: personId };
    }),
  };
}
