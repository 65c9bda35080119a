import { dominatorsOf, order } from '../graph/dominance.js';
import type { Edge, Graph, Vertex } from '../graph/graph.js';

/** A piece of a graph with one way in and one way out. */
export interface Fragment {
  readonly entry: Edge;
  readonly exit: Edge;
  readonly vertices: ReadonlySet<Vertex>;
}

/** Number of exits tried for an entry, nearest first. */
const MOST_EXITS = 6;
const NOWHERE = -1;

/** Pieces with one way in and one way out, smallest first; those of a single vertex are none. */
export function fragmentsOf(graph: Graph, first: Edge): readonly Fragment[] {
  const forward = new Map<number, readonly number[]>();
  const backward = new Map<number, number[]>([[NOWHERE, []]]);
  const lead = (from: number, to: number): void => {
    const list = backward.get(to);
    if (list) list.push(from);
    else backward.set(to, [from]);
  };
  for (const vertex of graph.vertices.values()) {
    forward.set(vertex.id, vertex.out);
    for (const id of vertex.out) lead(vertex.id, id);
    if (vertex.out.length === 0) lead(vertex.id, NOWHERE);
  }
  for (const edge of graph.edges.values()) {
    forward.set(edge.id, [edge.to]);
    lead(edge.id, edge.to);
  }
  const dominators = dominatorsOf(first.from, forward);
  const dominates = order(first.from, dominators);
  const behind = dominatorsOf(NOWHERE, backward);
  const fragments: Fragment[] = [];
  for (const entry of graph.edges.values()) {
    if (!dominators.has(entry.id) || !behind.has(entry.id)) continue;
    let tried = 0;
    for (let at = behind.get(entry.id); at !== undefined && at !== NOWHERE && tried < MOST_EXITS; at = behind.get(at)) {
      const exit = graph.edges.get(at);
      if (exit === undefined) continue;
      // what comes further on is not behind it alone either
      if (!dominates(entry.id, exit.id)) break;
      tried++;
      const vertices = between(graph, entry, exit);
      if (vertices !== null && vertices.size > 1) fragments.push({ entry, exit, vertices });
    }
  }
  return fragments.sort((a, b) => a.vertices.size - b.vertices.size);
}

/** What lies between; null when something leads in or out elsewhere. */
function between(graph: Graph, entry: Edge, exit: Edge): ReadonlySet<Vertex> | null {
  const inside = new Set([graph.target(entry)]);
  // the set grows while it is walked
  for (const vertex of inside)
    for (const edge of graph.outOf(vertex)) if (edge !== exit) inside.add(graph.target(edge));
  for (const vertex of inside)
    for (const edge of graph.into(vertex))
      if (edge === exit || (edge !== entry && !inside.has(graph.source(edge)))) return null;
  return inside.has(graph.source(exit)) ? inside : null;
}
