import { ROOT_PIECE, idsOf } from '../../run/footprint.js';
import type { Footprint, Pieces } from '../../run/footprint.js';
import type { Incident, ScopeInstance, Token } from '../../run/marking.js';
import type { Workflow } from '../../run/workflow.js';
import { couldCome } from './could-come.js';
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
 * Undoes a step of the trail with every later one that depends on it, and no other: what remains is what the flow would
 * have done had they not been taken, so it is a standing that the flow could reach.
 */
export function undoing(workflow: Workflow, trail: readonly TrailStep[], from: number): Undoing {
  const steps: number[] = [];
  const touched = new Set<number>();
  const lessened = new Set<number>();
  for (let at = from; at < trail.length; at += 1) {
    const { footprint } = trail[at] as TrailStep;
    const depends =
      at === from ||
      takesAny(footprint, touched) ||
      (footprint.took.scopes ?? []).some(({ id }) => lessened.has(id)) ||
      (footprint.joined ?? []).some((join) => couldCome(workflow, backTo(trail, steps).pieces, join));
    if (!depends) continue;
    steps.push(at);
    for (const id of [...footprint.left, ...idsOf(footprint.took)]) touched.add(id);
    for (const id of footprint.ended ?? []) lessened.add(id);
  }
  return { steps, touched, ...backTo(trail, steps) };
}

/** The steps, backwards: what each left is gone, what it took stands again. */
function backTo(trail: readonly TrailStep[], steps: readonly number[]): Pick<Undoing, 'pieces' | 'gone'> {
  const tokens = new Map<number, Token>();
  const scopes = new Map<number, ScopeInstance>();
  const incidents = new Map<number, readonly Incident[]>();
  const gone = new Set<number>();
  let root: Pieces['root'];
  for (const at of steps.toReversed()) {
    const { took, left } = (trail[at] as TrailStep).footprint;
    for (const id of left) {
      tokens.delete(id);
      incidents.delete(id);
      scopes.delete(id);
      if (id !== ROOT_PIECE) gone.add(id);
    }
    for (const token of took.tokens ?? []) {
      tokens.set(token.id, token);
      incidents.set(
        token.id,
        (took.incidents ?? []).filter((each) => each.token === token.id),
      );
    }
    for (const scope of took.scopes ?? []) scopes.set(scope.id, scope);
    if (took.root !== undefined) root = took.root;
  }
  const resting = [...incidents.values()].flat();
  for (const id of [...tokens.keys(), ...scopes.keys()]) gone.delete(id);
  return {
    pieces: {
      ...(tokens.size > 0 && { tokens: [...tokens.values()] }),
      ...(scopes.size > 0 && { scopes: [...scopes.values()] }),
      ...(root !== undefined && { root }),
      ...(resting.length > 0 && { incidents: resting }),
    },
    gone: [...gone].sort((a, b) => a - b),
  };
}

const takesAny = ({ took, asked = [] }: Footprint, ids: ReadonlySet<number>): boolean =>
  asked.some((id) => ids.has(id)) || idsOf(took).some((id) => ids.has(id));

/** The tokens that came of a step by splitting and going on, what an event began beside them left out. */
export function splitFrom(trail: readonly TrailStep[], from: number): ReadonlySet<number> {
  const parted = new Set(trail[from]?.footprint.left);
  for (const { footprint } of trail.slice(from + 1)) {
    if ((footprint.took.tokens ?? []).some(({ id }) => parted.has(id))) for (const id of footprint.left) parted.add(id);
  }
  return parted;
}

/** Positions of the steps that a token where it is now depends on and that decided a sitting, the latest first. */
export function passedBefore(trail: readonly TrailStep[], token: number): readonly number[] {
  const wanted = new Set([token]);
  const closed = new Set<number>();
  const found: number[] = [];
  for (let at = trail.length - 1; at >= 0; at -= 1) {
    const { sitting, footprint } = trail[at] as TrailStep;
    const { took, left, asked = [], ended = [] } = footprint;
    if (!left.some((id) => wanted.has(id)) && !ended.some((id) => closed.has(id))) continue;
    for (const id of [...idsOf(took), ...asked]) wanted.add(id);
    for (const { id } of took.scopes ?? []) if (!left.includes(id)) closed.add(id);
    if (sitting !== undefined) found.push(at);
  }
  return found;
}
