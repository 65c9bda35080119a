import { branchAt } from './fold-choice.js';
import { endsQuietly } from './fold-fork.js';
import { passing } from './fold-sequence.js';
import type { Graph, Vertex } from '../graph/graph.js';
import { writesTogether } from '../graph/writes.js';

/** What a non-interrupting event starts, when it only ends, says nothing about the activity: it may come or not, again and again. */
export function foldHost(graph: Graph, vertex: Vertex): boolean {
  if (vertex.kind !== 'host') return false;
  let folded = false;
  for (const edge of graph.outOf(vertex)) {
    const branch = edge.spawned ? branchAt(graph, edge) : null;
    if (branch === null || branch.step === null || !endsQuietly(branch)) continue;
    if (branch.step.body !== null) vertex.extra.push({ kind: 'beside', act: edge.act, body: branch.step.body });
    graph.cut(edge);
    graph.drop(branch.step);
    folded = true;
  }
  if (graph.outOf(vertex).some((edge) => edge.spawned)) return folded;
  const [only, ...others] = graph.outOf(vertex);
  const body = others.length === 0 && only !== undefined ? { ...passing(vertex.nodeId), act: only.act } : vertex.body;
  vertex.kind = 'simple';
  vertex.body = { kind: 'sequence', parts: [...vertex.extra, ...(body ? [body] : [])] };
  vertex.extra = [];
  if (others.length > 0) chooseBehind(graph, vertex);
  else if (only !== undefined) {
    vertex.writes = writesTogether(vertex.writes, only.writes);
    Object.assign(only, { act: null, writes: [] });
  }
  return true;
}

/** Which event comes, or that it completes, is a choice made at its end. */
function chooseBehind(graph: Graph, vertex: Vertex): void {
  const choice = graph.add('choice', vertex.nodeId);
  for (const edge of graph.outOf(vertex)) graph.resource(edge, choice);
  graph.connect(vertex, choice);
}
