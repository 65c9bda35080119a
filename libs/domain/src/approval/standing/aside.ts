import { idsOf, piecesOf, samePieces } from '../../run/footprint.js';
import type { Pieces } from '../../run/footprint.js';
import { putBack } from '../../run/put-back.js';
import type { JsonObject } from '../../shared/json.js';
import type { Advanced, MatterContext } from '../act.js';
import { advance } from './advance.js';
import { ableAgain } from './able-again.js';
import { couldCome } from './could-come.js';
import type { Aside, Seat, Sitting, Standing, TrailStep } from './standing.js';
import { placeOf } from './put-aside.js';
import type { Cause } from './trail.js';
import type { Undoing } from './undoing.js';

/** What goes straight back when the work of this token is handed in. */
export const asideOf = ({ asides }: Standing, token: number): Aside | null =>
  asides.find((aside) => aside.token === token && aside.direct) ?? null;

/** Those who did not agree decide again; those who agreed have. */
export const undecided = (sitting: Sitting): Sitting => ({
  ...sitting,
  seats: sitting.seats.map((seat): Seat => {
    const { decision, ...open } = seat;
    const refused = decision?.verb === 'return' || decision?.verb === 'reject';
    return refused ? { ...open, status: 'waiting' } : seat;
  }),
});

interface Coming {
  /** the returning sitting, with what of its decisions still counts */
  readonly sitting: Sitting;
  readonly variables: JsonObject;
  /** the work that was done instead, where it was; null: the return itself is taken back */
  readonly cause: Cause | null;
  /** what has to be undone besides */
  readonly also?: Undoing;
}

type Scene = Pick<MatterContext, 'workflow' | 'standing' | 'seater' | 'now'>;

/**
 * What was put aside stands again in the place of the work, as if there had been no return; null where that cannot be,
 * since something in its place has moved on: then the way is walked again.
 */
export function comeBack(scene: Scene, aside: Aside, { sitting, variables, cause, also }: Coming): Advanced | null {
  const { workflow, standing, now } = scene;
  const { marking } = standing;
  const others = new Set(idsOf(aside.instead));
  if (!samePieces(piecesOf(marking, others), aside.instead) || isAwaited(scene, aside)) return null;
  const exchange = {
    pieces: together(aside.pieces, also?.pieces ?? {}),
    gone: [...aside.gone, ...(also?.gone ?? [])],
    done: cause === null ? null : aside.token,
    variables,
    to: sitting.nodeId,
  };
  const put = putBack(workflow, marking, exchange, now);
  if (!put.ok) return null;
  const sittings = [sitting, ...aside.sittings.slice(1)].map((each) => ableAgain(scene, each));
  const steps = aside.trail.map((step, index) =>
    index === 0 && cause !== null ? resumedBy(scene, step, cause, aside) : step,
  );
  const how = cause === null ? 'takenBack' : 'cancelled';
  const before = standing.trail.filter((_, index) => !also?.steps.includes(index));
  const cleared = { ...standing, trail: [...before, ...steps] };
  const advanced = advance({ ...scene, standing: cleared }, put.value, { ...exchange, sittings, how });
  return { ...advanced, standing: { ...advanced.standing, asides: [...advanced.standing.asides, ...aside.asides] } };
}

/** Pieces of different steps: none is in both. */
const together = (a: Pieces, b: Pieces): Pieces => ({
  ...b,
  ...a,
  tokens: [...(a.tokens ?? []), ...(b.tokens ?? [])],
  scopes: [...(a.scopes ?? []), ...(b.scopes ?? [])],
  incidents: [...(a.incidents ?? []), ...(b.incidents ?? [])],
});

/** Somebody has come meanwhile for whom a join on the way would wait. */
function isAwaited({ workflow, standing }: Scene, { trail, pieces, gone, token, beside }: Aside): boolean {
  const away = new Set([...gone, ...idsOf(pieces), token]);
  const tokens = standing.marking.tokens.filter((each) => !away.has(each.id) && !beside.includes(placeOf(each)));
  return trail.some(({ footprint }) => (footprint.joined ?? []).some((join) => couldCome(workflow, { tokens }, join)));
}

/** The passage as it was done again, with the sittings that this puts an end to. */
function resumedBy({ standing, now }: Scene, passage: TrailStep, cause: Cause, aside: Aside): TrailStep {
  const away = new Set([...aside.gone, ...idsOf(aside.pieces)]);
  const ended = standing.sittings.filter(({ token }) => token !== aside.token && away.has(token));
  const before = (passage.others ?? []).filter(({ token }) => !ended.some((each) => each.token === token));
  const others = [...ended, ...before];
  const { repeats: _, ...step } = passage;
  return { ...step, ...cause, at: now, ...(others.length > 0 && { others }), resumed: aside };
}
