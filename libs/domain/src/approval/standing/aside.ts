import { idsOf, piecesOf, samePieces } from '../../run/footprint.js';
import type { Token } from '../../run/marking.js';
import { putBack } from '../../run/put-back.js';
import type { Instant } from '../../shared/instant.js';
import type { JsonObject } from '../../shared/json.js';
import type { Advanced, MatterContext } from '../act.js';
import { advance } from './advance.js';
import { ableAgain } from './able-again.js';
import { couldCome } from './could-come.js';
import type { Aside, Seat, Sitting, Standing, TrailStep } from './standing.js';
import type { Cause } from './trail.js';
import type { Undoing } from './undoing.js';

/** What goes straight back when the work of this token is handed in. */
export const asideOf = ({ asides }: Standing, token: number): Aside | null =>
  asides.find((aside) => aside.token === token && aside.direct) ?? null;

interface PutAside {
  readonly to: { readonly token: number; readonly nodeId: string };
  readonly direct: boolean;
  readonly at: Instant;
  readonly by: string;
  /** the sitting that returned, its decisions included */
  readonly sitting: Sitting;
  readonly undone: Undoing;
}

/** Keeps what a return is about to take away. */
export function putAside(
  { marking, sittings, trail, asides, round }: Standing,
  { to, sitting, undone, ...facts }: PutAside,
): Aside {
  const { pieces, touched } = undone;
  const standing = piecesOf(marking, touched);
  const stands = new Set(idsOf(standing));
  return {
    ...to,
    ...facts,
    round,
    pieces: standing,
    gone: idsOf(pieces).filter((id) => !stands.has(id)),
    beside: marking.tokens.filter(({ id }) => !touched.has(id)).map(placeOf),
    instead: { ...pieces, tokens: (pieces.tokens ?? []).filter(({ id }) => id !== to.token) },
    sittings: [sitting, ...sittings.filter((each) => each.token !== sitting.token && touched.has(each.token))],
    // what straight returns had put in their place can be taken back no more
    trail: undone.steps.map((at) => withoutResumed(trail[at] as TrailStep)),
    asides: asides.filter((each) => touched.has(each.token)),
  };
}

const placeOf = ({ id, at, via }: Token): string => [id, at, via].join(' ');

function withoutResumed(taken: TrailStep): TrailStep {
  const { resumed: _resumed, dropped: _dropped, ...step } = taken;
  return step;
}

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
}

type Scene = Pick<MatterContext, 'workflow' | 'standing' | 'seater' | 'now'>;

/**
 * What was put aside stands again in the place of the work, as if there had been no return; null where that cannot be,
 * since something in its place has moved on: then the way is walked again.
 */
export function comeBack(scene: Scene, aside: Aside, { sitting, variables, cause }: Coming): Advanced | null {
  const { workflow, standing, now } = scene;
  const { marking } = standing;
  const others = new Set(idsOf(aside.instead));
  if (!samePieces(piecesOf(marking, others), aside.instead) || isAwaited(scene, aside)) return null;
  const exchange = {
    pieces: aside.pieces,
    gone: aside.gone,
    done: cause === null ? null : aside.token,
    variables,
    to: sitting.nodeId,
  };
  const put = putBack(workflow, marking, exchange, now);
  if (!put.ok) return null;
  const kept = [sitting, ...aside.sittings.slice(1)].map((each) => ableAgain(scene, each));
  const steps = aside.trail.map((step, index) =>
    index === 0 && cause !== null ? resumedBy(scene, step, cause, aside) : step,
  );
  const how = cause === null ? 'takenBack' : 'cancelled';
  const cleared = { ...standing, trail: [...standing.trail, ...steps] };
  const advanced = advance({ ...scene, standing: cleared }, put.value, { ...exchange, sittings: kept, how });
  return { ...advanced, standing: { ...advanced.standing, asides: [...advanced.standing.asides, ...aside.asides] } };
}

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
