import type { Graph, Vertex } from '../graph/graph.js';
import { foldChoice } from './fold-choice.js';
import { foldFork } from './fold-fork.js';
import { foldHost } from './fold-host.js';
import { foldMerge, foldSequence, foldTrivial } from './fold-sequence.js';
import { foldSome } from './fold-some.js';

/** One rule: tries to make a piece that starts at the vertex smaller; true when it did. */
type Fold = (graph: Graph, vertex: Vertex) => boolean;

const FOLDS: readonly Fold[] = [foldTrivial, foldSequence, foldMerge, foldChoice, foldFork, foldSome, foldHost];

/**
 * Folds pieces that are sound whatever happens around them (sequences, blocks whose join gathers exactly what the split
 * sent out, loops, branches that end by themselves) into single steps, innermost first. What is left is what has to be
 * explored. A gateway that is `kept` is not folded: its choices are to be seen.
 */
export function reduce(graph: Graph, kept: (vertex: Vertex) => boolean = () => false): void {
  // what one fold waits for may lie far away: an inclusive join further on
  while (reduceOnce(graph, kept));
}

function reduceOnce(graph: Graph, kept: (vertex: Vertex) => boolean): boolean {
  let folded = false;
  const open = [...graph.vertices.values()].reverse();
  const waiting = new Set(open);
  for (let vertex = open.pop(); vertex !== undefined; vertex = open.pop()) {
    waiting.delete(vertex);
    if (!graph.vertices.has(vertex.id) || kept(vertex)) continue;
    const found: Vertex = vertex;
    if (!FOLDS.some((fold) => fold(graph, found))) continue;
    folded = true;
    for (const near of around(graph, found)) {
      if (waiting.has(near)) continue;
      waiting.add(near);
      open.push(near);
    }
  }
  return folded;
}

/** What a change at a vertex can make possible elsewhere: at itself, before it, behind it, and at the split or merge beyond. */
function around(graph: Graph, vertex: Vertex): ReadonlySet<Vertex> {
  if (!graph.vertices.has(vertex.id)) return new Set();
  const near = new Set<Vertex>();
  for (const edge of graph.into(vertex)) {
    const before = graph.source(edge);
    near.add(before);
    if (before.kind === 'simple') for (const further of graph.into(before)) near.add(graph.source(further));
  }
  for (const edge of graph.outOf(vertex)) {
    const behind = graph.target(edge);
    near.add(behind);
    if (behind.kind === 'simple') for (const further of graph.outOf(behind)) near.add(graph.target(further));
  }
  near.add(vertex);
  return near;
}
