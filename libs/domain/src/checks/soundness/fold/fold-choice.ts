import { becomeSimple, takeOver } from './fold-sequence.js';
import { leadsToMeet } from '../graph/inclusive-join.js';
import type { Edge, Graph, Option, Vertex } from '../graph/graph.js';
import { PASSES, inTurn, oneOf, waysOf, without } from '../graph/ways.js';
import type { Ways } from '../graph/ways.js';
import { writesTogether } from '../graph/writes.js';

/** Branches of a choice that meet again, lead back to before it, or end, are folded into it. */
export const foldChoice = (graph: Graph, vertex: Vertex): boolean =>
  vertex.kind === 'choice' && (foldLoop(graph, vertex) || foldSameTarget(graph, vertex) || foldEnded(graph, vertex));

/** A branch with at most one step on it. */
export interface Branch {
  readonly edge: Edge;
  readonly step: Vertex | null;
  /** where it arrives; null when it ends */
  readonly last: Edge | null;
}

export function branchAt(graph: Graph, edge: Edge): Branch | null {
  const step = graph.target(edge);
  if (step.kind !== 'simple') return { edge, step: null, last: edge };
  if (step.needs > 1 || step.yields > 1 || step.emits.length > 0) return null;
  return { edge, step, last: graph.outOf(step)[0] ?? null };
}

export const optionOf = ({ edge, step, last }: Branch): Option => ({
  act: edge.act,
  body: step?.body ?? null,
  goesOn: last !== null,
  always: edge.always,
});

/** A branch that ends does not go on, whatever its step could do. */
export const waysAlong = ({ step, last }: Branch): Ways => {
  const ways = step === null ? PASSES : waysOf(step);
  return last === null ? without(ways, 'pass') : ways;
};

/** Takes a branch away, and what is known of its step over into another vertex. */
export function absorb(graph: Graph, { edge, step, last }: Branch, into: Vertex): void {
  into.writes = writesTogether(into.writes, edge.writes);
  if (step !== null) takeOver(into, step);
  if (last !== null && last !== edge) graph.cut(last);
  graph.cut(edge);
  if (step !== null) graph.drop(step);
}

/** Several branches to the same merge or inclusive join are one branch: a choice takes only one of them. */
function foldSameTarget(graph: Graph, vertex: Vertex): boolean {
  const byTarget = new Map<number, Branch[]>();
  for (const edge of graph.outOf(vertex)) {
    const branch = branchAt(graph, edge);
    if (branch?.last == null) continue;
    const { kind, id } = graph.target(branch.last);
    if (kind === 'merge' || kind === 'meet') byTarget.set(id, [...(byTarget.get(id) ?? []), branch]);
  }
  for (const [id, branches] of byTarget) {
    if (branches.length < 2) continue;
    const event = branches.every(({ edge }) => edge.event);
    const step = graph.add('simple', vertex.nodeId, {
      body: { kind: 'one', nodeId: vertex.nodeId, options: branches.map(optionOf) },
      ways: oneOf(branches.map(waysAlong)),
    });
    for (const branch of branches) absorb(graph, branch, step);
    graph.connect(vertex, step, { event });
    graph.connect(step, graph.vertex(id));
    return true;
  }
  return false;
}

/** When all branches but one end by themselves, the choice is a step that may end. */
function foldEnded(graph: Graph, vertex: Vertex): boolean {
  if (vertex.in.length !== 1) return false;
  const branches = graph.outOf(vertex).map((edge) => branchAt(graph, edge));
  const ended = branches.filter((branch): branch is Branch => branch !== null && branch.last === null);
  const [on] = graph.outOf(vertex).filter((edge) => !ended.some((branch) => branch.edge === edge));
  if (ended.length === 0 || branches.length - ended.length > 1) return false;
  // an inclusive join does not wait for a token that can only end: it has to be seen where it is
  if (ended.some(({ step }) => step !== null && step.stays !== null) && on !== undefined && leadsToMeet(graph, on))
    return false;
  const options = ended.map(optionOf);
  if (on !== undefined) options.unshift({ act: on.act, body: null, goesOn: true, always: false });
  const ways = oneOf([...ended.map(waysAlong), ...(on === undefined ? [] : [PASSES])]);
  for (const branch of ended) absorb(graph, branch, vertex);
  if (on !== undefined) {
    vertex.writes = writesTogether(vertex.writes, on.writes);
    Object.assign(on, { act: null, requires: [], writes: [] });
  }
  becomeSimple(vertex, ways, { kind: 'one', nodeId: vertex.nodeId, options });
  return true;
}

/** A branch back to the merge right before the choice repeats what lies between; what may run only once must not. */
function foldLoop(graph: Graph, vertex: Vertex): boolean {
  const [into] = graph.into(vertex);
  if (into === undefined || vertex.in.length > 1 || vertex.out.length < 2) return false;
  const before = graph.source(into);
  const middle = before.kind === 'simple' ? before : null;
  if (middle !== null && (middle.needs > 1 || middle.yields > 1 || middle.once !== null || middle.emits.length > 0))
    return false;
  const merge = middle === null ? before : sourceOf(graph, middle);
  if (merge?.kind !== 'merge') return false;
  for (const edge of graph.outOf(vertex)) {
    const back = branchAt(graph, edge);
    if (back?.last == null || back.last.to !== merge.id || (back.step !== null && back.step.once !== null)) continue;
    const step = middle ?? between(graph, merge, into, vertex);
    const through = middle === null ? PASSES : waysOf(middle);
    step.ways = oneOf([through, inTurn(inTurn(through, waysAlong(back)), through)]);
    step.body = { kind: 'loop', body: middle?.body ?? null, back: optionOf(back) };
    absorb(graph, back, step);
    return true;
  }
  return false;
}

const sourceOf = (graph: Graph, vertex: Vertex): Vertex | null => {
  const [edge] = graph.into(vertex);
  return edge === undefined ? null : graph.source(edge);
};

function between(graph: Graph, merge: Vertex, edge: Edge, vertex: Vertex): Vertex {
  const step = graph.add('simple', merge.nodeId);
  graph.cut(edge);
  graph.connect(merge, step);
  graph.connect(step, vertex);
  return step;
}
