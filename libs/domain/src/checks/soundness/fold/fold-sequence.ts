import type { Body, Graph, Vertex } from '../graph/graph.js';
import { leadsToMeet } from '../graph/inclusive-join.js';
import { sameLeave } from '../graph/way.js';
import { PASSES, inTurn, waysOf } from '../graph/ways.js';
import type { Ways } from '../graph/ways.js';
import { writesTogether } from '../graph/writes.js';

/** A gateway with one way in and one way out only lets tokens through. */
export function foldTrivial(graph: Graph, vertex: Vertex): boolean {
  if (vertex.kind === 'simple' || vertex.kind === 'start' || vertex.kind === 'host') return false;
  if (vertex.in.length !== 1 || vertex.out.length !== 1 || vertex.kind === 'complex') return false;
  const [edge] = graph.outOf(vertex);
  if (edge === undefined) return false;
  becomeSimple(
    vertex,
    PASSES,
    edge.act === null
      ? passing(vertex.nodeId)
      : { kind: 'one', nodeId: vertex.nodeId, options: [{ act: edge.act, body: null, goesOn: true, always: false }] },
  );
  vertex.writes = writesTogether(vertex.writes, edge.writes);
  Object.assign(edge, { act: null, requires: [], always: false, fallback: false, writes: [] });
  return true;
}

/** Two steps one after the other are one step. */
export function foldSequence(graph: Graph, vertex: Vertex): boolean {
  const [edge] = graph.outOf(vertex);
  if (vertex.kind !== 'simple' || edge === undefined || vertex.yields > 1) return false;
  const next = graph.target(edge);
  if (next === vertex || next.kind !== 'simple' || next.needs > 1) return false;
  // what is told on the way is told in some runs only, and is to be seen
  if (vertex.emits.length > 0 || next.emits.length > 0) return false;
  // before an event has come, and after, are not the same for an inclusive join further on
  if (edge.event && leadsToMeet(graph, edge)) return false;
  vertex.ways = inTurn(waysOf(vertex), waysOf(next));
  vertex.body = inSequence(vertex.body, next.body);
  vertex.yields = next.yields;
  takeOver(vertex, next);
  graph.cut(edge);
  for (const out of graph.outOf(next)) graph.resource(out, vertex);
  graph.drop(next);
  return true;
}

/** Two merges one after the other are one merge. */
export function foldMerge(graph: Graph, vertex: Vertex): boolean {
  const [edge] = graph.outOf(vertex);
  if (vertex.kind !== 'merge' || edge === undefined) return false;
  const next = graph.target(edge);
  if (next === vertex || next.kind !== 'merge') return false;
  graph.cut(edge);
  for (const into of graph.into(vertex)) graph.retarget(into, next);
  next.extra.push(passing(vertex.nodeId), ...vertex.extra);
  graph.drop(vertex);
  return true;
}

export const passing = (nodeId: string): Body => ({
  kind: 'node',
  nodeId,
  act: null,
  ends: false,
  leaves: [],
  throws: false,
});

export function becomeSimple(vertex: Vertex, ways: Ways, body: Body): void {
  vertex.kind = 'simple';
  vertex.ways = ways;
  vertex.body = vertex.extra.length === 0 ? body : { kind: 'sequence', parts: [body, ...vertex.extra] };
  vertex.extra = [];
}

/** What holds for a part holds for the whole. */
export function takeOver(whole: Vertex, part: Vertex): void {
  whole.stays ??= part.stays;
  whole.rests ??= part.rests;
  whole.ends ||= part.ends;
  whole.endsOnce ||= part.endsOnce;
  whole.once ??= part.once;
  whole.leaves = [
    ...whole.leaves,
    ...part.leaves.filter((leave) => !whole.leaves.some((each) => sameLeave(each, leave))),
  ];
  whole.writes = writesTogether(whole.writes, part.writes);
}

/** Grows the first sequence instead of nesting: a chain of a thousand steps stays flat. */
function inSequence(first: Body | null, then: Body | null): Body | null {
  if (first === null || then === null) return first ?? then;
  const added = then.kind === 'sequence' ? then.parts : [then];
  if (first.kind !== 'sequence') return { kind: 'sequence', parts: [first, ...added] };
  for (const part of added) first.parts.push(part);
  return first;
}
