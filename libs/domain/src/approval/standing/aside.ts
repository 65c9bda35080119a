import { idsOf, piecesOf, samePieces } from '../../run/footprint.js';
import { putBack } from '../../run/put-back.js';
import type { JsonObject } from '../../shared/json.js';
import type { Advanced, MatterContext } from '../act.js';
import { advance } from './advance.js';
import type { Aside, Seat, Sitting, Standing, TrailStep } from './standing.js';
import type { Undoing } from './undoing.js';

/** What goes straight back when the work of this token is handed in. */
export const asideOf = ({ asides }: Standing, token: number): Aside | null =>
  asides.find((aside) => aside.token === token && aside.direct) ?? null;

interface PutAside {
  readonly to: { readonly token: number; readonly nodeId: string };
  readonly direct: boolean;
  readonly by: string;
  readonly seat: number;
  /** the sitting that returned, its decisions included */
  readonly sitting: Sitting;
  readonly undone: Undoing;
}

/** Keeps what a return is about to take away. */
export function putAside(
  { marking, sittings, trail, asides, round }: Standing,
  { to, direct, by, seat, sitting, undone }: PutAside,
): Aside {
  const { pieces, gone, touched } = undone;
  const standing = piecesOf(marking, touched);
  const stands = new Set(idsOf(standing));
  const away = [...gone, to.token];
  return {
    ...to,
    direct,
    by,
    seat,
    round,
    pieces: standing,
    gone: idsOf(pieces).filter((id) => !stands.has(id)),
    instead: { ...pieces, tokens: (pieces.tokens ?? []).filter(({ id }) => id !== to.token) },
    sittings: [
      undecided(sitting),
      ...sittings.filter((each) => each.token !== sitting.token && touched.has(each.token)),
    ],
    trail: undone.steps.map((at) => trail[at] as TrailStep),
    asides: asides.filter((each) => away.includes(each.token) && touched.has(each.token)),
  };
}

/** Those who did not agree decide again; those who agreed have. */
const undecided = (sitting: Sitting): Sitting => ({
  ...sitting,
  seats: sitting.seats.map((seat): Seat => {
    const { decision, ...open } = seat;
    const refused = decision?.verb === 'return' || decision?.verb === 'reject';
    return refused ? { ...open, status: 'open' } : seat;
  }),
});

/**
 * What was put aside stands again in the place of the work, as if there had been no return; null where that cannot be,
 * since something in its place has moved on: then the way is walked again.
 * @param cause the work that was done instead, where it was; null: the return itself is taken back
 */
export function comeBack(
  { workflow, standing, seater, now }: Pick<MatterContext, 'workflow' | 'standing' | 'seater' | 'now'>,
  aside: Aside,
  variables: JsonObject,
  cause: Omit<TrailStep, 'at' | 'footprint'> | null,
): Advanced | null {
  const { marking } = standing;
  const others = new Set(idsOf(aside.instead));
  if (!samePieces(piecesOf(marking, others), aside.instead)) return null;
  const exchange = {
    pieces: aside.pieces,
    gone: aside.gone,
    done: cause === null ? null : aside.token,
    variables,
    to: aside.sittings[0]?.nodeId ?? aside.nodeId,
  };
  const put = putBack(workflow, marking, exchange, now);
  if (!put.ok) return null;
  const kept = aside.sittings.map((sitting) => withoutDrafters(sitting, standing.drafterIds));
  const trail = [
    ...standing.trail,
    ...aside.trail.map((step, index) => (index === 0 && cause ? { ...step, ...cause } : step)),
  ];
  const cleared = { ...standing, trail, asides: standing.asides.filter((each) => each !== aside) };
  const advanced = advance({ workflow, standing: cleared, seater, now }, put.value, null, kept);
  return { ...advanced, standing: { ...advanced.standing, asides: [...advanced.standing.asides, ...aside.asides] } };
}

/** Whoever has drafted meanwhile reviews no more. */
function withoutDrafters(sitting: Sitting, drafterIds: readonly string[]): Sitting {
  return {
    ...sitting,
    seats: sitting.seats.map((seat) => {
      if (seat.decision !== undefined) return seat;
      const candidateIds = seat.candidateIds.filter((id) => !drafterIds.includes(id));
      const isHeld = seat.holderId !== undefined && !drafterIds.includes(seat.holderId);
      const { holderId, ...free } = seat;
      return {
        ...free,
        candidateIds: candidateIds.length > 0 ? candidateIds : seat.candidateIds,
        ...(isHeld && holderId !== undefined && { holderId }),
      };
    }),
  };
}
