import { footprintAsks } from './footprint-asks.js';
import type { Asks } from './footprint-asks.js';
import type { Effect, Incident, Marking, ScopeInstance, Token } from './marking.js';
import type { Workflow } from './workflow.js';

/** Tokens and scope instances as they stood, with the incidents at which tokens rested; `root`: what the process itself knew. */
export interface Pieces {
  readonly tokens?: readonly Token[];
  readonly scopes?: readonly ScopeInstance[];
  readonly root?: NonNullable<Marking['root']>;
  readonly incidents?: readonly Incident[];
}

/** What of a marking is in pieces. */
export type Standable = Pick<Marking, 'tokens' | 'scopes' | 'root' | 'incidents'>;

/** The id under which the process itself is counted among the pieces: its own scope instance. */
export const ROOT_PIECE = 0;

/**
 * What one step did to the pieces of a marking. `took`: those that it changed or ended, as they stood before; `left`: the
 * ids of those that it changed or made. A later step depends on this one where it takes what this one left, or asked it.
 */
export interface Footprint extends Asks {
  readonly took: Pieces;
  readonly left: readonly number[];
}

/** @param isPutBack what was opened is what had been open before: nothing has come to its node */
export function footprintOf(
  workflow: Workflow,
  before: Standable,
  after: Standable,
  effects: readonly Effect[],
  isPutBack = false,
): Footprint {
  const tokens = compared(before.tokens, after.tokens, text, isPutBack ? new Set() : cameAnew(effects));
  const scopes = compared(before.scopes ?? [], after.scopes ?? [], withoutData);
  const isRootChanged = text(before.root ?? {}) !== text(after.root ?? {});
  const left = [...tokens.left, ...scopes.left, ...(isRootChanged ? [ROOT_PIECE] : [])];
  const took = {
    ...(tokens.took.length > 0 && { tokens: tokens.took }),
    ...(scopes.took.length > 0 && { scopes: scopes.took }),
    ...(isRootChanged && { root: before.root ?? {} }),
    ...incidentsAt(before, new Set(tokens.took.map(({ id }) => id))),
  };
  return { took, left: left.sort((a, b) => a - b), ...footprintAsks(workflow, before, after, effects) };
}

/** Tokens that came to a task, perhaps to the very one that they had left. */
const cameAnew = (effects: readonly Effect[]): ReadonlySet<number> =>
  new Set(effects.flatMap((each) => (each.type === 'task.open' || each.type === 'job.start' ? [each.token] : [])));

export const isEmpty = ({ took, left }: Footprint): boolean => left.length === 0 && idsOf(took).length === 0;

/** The pieces of these ids as they stand. */
export function piecesOf(marking: Standable, ids: ReadonlySet<number>): Pieces {
  const tokens = marking.tokens.filter((token) => ids.has(token.id));
  const scopes = (marking.scopes ?? []).filter((scope) => ids.has(scope.id));
  return {
    ...(tokens.length > 0 && { tokens }),
    ...(scopes.length > 0 && { scopes }),
    ...(ids.has(ROOT_PIECE) && { root: marking.root ?? {} }),
    ...incidentsAt(marking, ids),
  };
}

/** A deadline that was written wrong is no place where a token rests: it is told again when it is armed again. */
function incidentsAt({ incidents = [] }: Standable, ids: ReadonlySet<number>): Pick<Pieces, 'incidents'> {
  const found = incidents.filter(({ token, code }) => ids.has(token) && code !== 'bad-timer');
  return found.length > 0 ? { incidents: found } : {};
}

/** The ids of all pieces. */
export const idsOf = ({ tokens = [], scopes = [], root }: Pieces): readonly number[] => [
  ...tokens.map((token) => token.id),
  ...scopes.map((scope) => scope.id),
  ...(root === undefined ? [] : [ROOT_PIECE]),
];

export const samePieces = (a: Pieces, b: Pieces): boolean => text(sorted(a)) === text(sorted(b));

const sorted = ({ tokens = [], scopes = [], root = {} }: Pieces) => [
  [...tokens].sort((a, b) => a.id - b.id),
  [...scopes].sort((a, b) => a.id - b.id).map(placeOf),
  root,
];

/** Members of a piece may come back from a database in another order. */
const text = (value: unknown): string => JSON.stringify(value, inOrder);

/** What is written inside a sub-process is no place where something stands. */
const withoutData = (scope: ScopeInstance): string => text(placeOf(scope));

function placeOf(instance: ScopeInstance): ScopeInstance {
  const { data: _, ...place } = instance;
  return place;
}

function inOrder(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function compared<T extends { readonly id: number }>(
  before: readonly T[],
  after: readonly T[],
  textOf: (piece: T) => string,
  anew: ReadonlySet<number> = new Set(),
): { took: readonly T[]; left: readonly number[] } {
  const later = new Map(after.map((each) => [each.id, each]));
  const took: T[] = [];
  const left: number[] = [];
  for (const each of before) {
    const now = later.get(each.id);
    later.delete(each.id);
    if (now !== undefined && !anew.has(each.id) && (now === each || textOf(now) === textOf(each))) continue;
    took.push(each);
    if (now !== undefined) left.push(each.id);
  }
  return { took, left: [...left, ...later.keys()] };
}
