import { absorb, branchAt, optionOf, waysAlong } from './fold-choice.js';
import type { Branch } from './fold-choice.js';
import { endsQuietly, onceFor } from './fold-fork.js';
import { becomeSimple, passing } from './fold-sequence.js';
import type { Graph, Vertex } from '../graph/graph.js';
import { oneOf } from '../graph/ways.js';

/** An inclusive split whose branches all meet in one inclusive join that gathers nothing else, or all end. */
export function foldSome(graph: Graph, vertex: Vertex): boolean {
  if (vertex.kind !== 'some' || vertex.in.length !== 1) return false;
  const edges = graph.outOf(vertex);
  const branches = edges.map((edge) => branchAt(graph, edge)).filter((branch): branch is Branch => branch !== null);
  if (branches.length < edges.length) return false;
  const join = gatheredBy(graph, branches);
  if (join === null && !branches.every(endsQuietly)) return false;
  const options = branches.map(optionOf);
  const ways = oneOf(branches.map(waysAlong));
  for (const branch of branches) absorb(graph, branch, vertex);
  if (join !== null) vertex.extra.push(passing(join.nodeId), ...join.extra);
  becomeSimple(vertex, ways, { kind: 'some', nodeId: vertex.nodeId, options });
  if (join === null) vertex.once ??= onceFor(vertex);
  else for (const edge of graph.outOf(join)) graph.resource(edge, vertex);
  if (join !== null) graph.drop(join);
  return true;
}

function gatheredBy(graph: Graph, branches: readonly Branch[]): Vertex | null {
  const [first] = branches;
  if (first?.last == null) return null;
  const join = graph.target(first.last);
  const all = branches.every(({ step, last }) => last !== null && last.to === join.id && step?.ends !== true);
  return all && join.kind === 'meet' && join.in.length === branches.length ? join : null;
}
