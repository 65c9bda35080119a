import { ROOT_PIECE } from '../../run/footprint.js';
import type { Pieces } from '../../run/footprint.js';
import type { ScopeInstance, Token } from '../../run/marking.js';
import type { TrailStep } from './standing.js';

/** What has to stand again, and what to be gone, so that some steps have never been taken. */
export interface Undoing {
  /** positions in the trail, ascending: the step asked for and those that depend on it */
  readonly steps: readonly number[];
  readonly pieces: Pieces;
  readonly gone: readonly number[];
  /** everything that those steps have touched */
  readonly touched: ReadonlySet<number>;
}

/**
 * Undoes a step of the trail with every later one that takes what it left, and no other: what remains is what the flow
 * would have done had they not been taken, so it is a standing that the flow could reach.
 */
export function undoing(trail: readonly TrailStep[], from: number): Undoing {
  const steps: number[] = [];
  const touched = new Set<number>();
  for (let at = from; at < trail.length; at += 1) {
    const { took, left } = (trail[at] as TrailStep).footprint;
    if (at !== from && !takesAny(took, touched)) continue;
    steps.push(at);
    for (const id of left) touched.add(id);
    for (const token of took.tokens ?? []) touched.add(token.id);
    for (const scope of took.scopes ?? []) touched.add(scope.id);
    if (took.root !== undefined) touched.add(ROOT_PIECE);
  }
  return { steps, touched, ...backTo(trail, steps) };
}

/** The steps, backwards: what each left is gone, what it took stands again. */
function backTo(trail: readonly TrailStep[], steps: readonly number[]): Pick<Undoing, 'pieces' | 'gone'> {
  const tokens = new Map<number, Token>();
  const scopes = new Map<number, ScopeInstance>();
  const gone = new Set<number>();
  let root: Pieces['root'];
  for (const at of steps.toReversed()) {
    const { took, left } = (trail[at] as TrailStep).footprint;
    for (const id of left) {
      tokens.delete(id);
      scopes.delete(id);
      if (id !== ROOT_PIECE) gone.add(id);
    }
    for (const token of took.tokens ?? []) tokens.set(token.id, token);
    for (const scope of took.scopes ?? []) scopes.set(scope.id, scope);
    if (took.root !== undefined) root = took.root;
  }
  for (const id of [...tokens.keys(), ...scopes.keys()]) gone.delete(id);
  return {
    pieces: {
      ...(tokens.size > 0 && { tokens: [...tokens.values()] }),
      ...(scopes.size > 0 && { scopes: [...scopes.values()] }),
      ...(root !== undefined && { root }),
    },
    gone: [...gone].sort((a, b) => a - b),
  };
}

const takesAny = ({ tokens = [], scopes = [], root }: Pieces, ids: ReadonlySet<number>): boolean =>
  tokens.some((token) => ids.has(token.id)) ||
  scopes.some((scope) => ids.has(scope.id)) ||
  (root !== undefined && ids.has(ROOT_PIECE));

/** Positions of the steps that a token where it is now depends on and that decided a sitting, the latest first. */
export function passedBefore(trail: readonly TrailStep[], token: number): readonly number[] {
  const wanted = new Set([token]);
  const found: number[] = [];
  for (let at = trail.length - 1; at >= 0; at -= 1) {
    const { sitting, footprint } = trail[at] as TrailStep;
    if (!footprint.left.some((id) => wanted.has(id))) continue;
    for (const each of footprint.took.tokens ?? []) wanted.add(each.id);
    for (const each of footprint.took.scopes ?? []) wanted.add(each.id);
    if (footprint.took.root !== undefined) wanted.add(ROOT_PIECE);
    if (sitting !== undefined) found.push(at);
  }
  return found;
}
