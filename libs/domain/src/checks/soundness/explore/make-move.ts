import type { Act, Vertex } from '../graph/graph.js';
import type { Move, Net } from './net.js';

const NO_ACTS = (): readonly Act[] => [];

export const moveOf = (
  vertex: Vertex,
  take: readonly number[],
  put: readonly number[],
  more: Partial<Move> = {},
): Move => ({ take, put, vertex, acts: NO_ACTS, requires: [], writes: [], leave: null, ...more });

/** What is to be remembered of a vertex that acts. */
export function notesOf(net: Net, vertex: Vertex): readonly number[] {
  const ran = vertex.once === null ? undefined : net.note(`ran ${vertex.id}`);
  const told = vertex.emits.map((code) => net.note(`told ${code}`));
  return [ran, ...told].filter((place) => place !== undefined);
}
