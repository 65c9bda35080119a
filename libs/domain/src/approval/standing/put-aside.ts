import { idsOf, piecesOf } from '../../run/footprint.js';
import type { Token } from '../../run/marking.js';
import type { Instant } from '../../shared/instant.js';
import type { Aside, Sitting, Standing, TrailStep } from './standing.js';
import type { Undoing } from './undoing.js';

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

/** A token and where it is, as it is told apart. */
export const placeOf = ({ id, at, via }: Token): string => [id, at, via].join(' ');

function withoutResumed(taken: TrailStep): TrailStep {
  const { resumed: _resumed, dropped: _dropped, ...step } = taken;
  return step;
}
