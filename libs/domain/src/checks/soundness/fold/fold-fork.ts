import { absorb, branchAt, waysAlong } from './fold-choice.js';
import type { Branch } from './fold-choice.js';
import type { Body, Graph, Once, Vertex } from '../graph/graph.js';
import { together } from '../graph/ways.js';

export const foldFork = (graph: Graph, vertex: Vertex): boolean =>
  vertex.kind === 'fork' && (foldJoined(graph, vertex) || foldBeside(graph, vertex));

/** Branches that meet in the same join are one branch in which all of it happens. */
function foldJoined(graph: Graph, vertex: Vertex): boolean {
  const byTarget = new Map<number, Branch[]>();
  for (const edge of graph.outOf(vertex)) {
    const branch = branchAt(graph, edge);
    if (branch?.last == null || branch.step?.ends === true) continue;
    const { kind, id } = graph.target(branch.last);
    if (kind === 'join' || kind === 'meet') byTarget.set(id, [...(byTarget.get(id) ?? []), branch]);
  }
  for (const [id, branches] of byTarget) {
    if (branches.length < 2) continue;
    const bodies = branches.flatMap(({ step }): readonly Body[] => (step?.body ? [step.body] : []));
    const step = graph.add('simple', vertex.nodeId, {
      body: { kind: 'all', branches: bodies },
      ways: together(branches.map(waysAlong)),
    });
    for (const branch of branches) absorb(graph, branch, step);
    graph.connect(vertex, step);
    graph.connect(step, graph.vertex(id));
    return true;
  }
  return false;
}

/** A branch that only ends runs beside the rest: it is sound by itself, as long as nobody starts it twice. */
function foldBeside(graph: Graph, vertex: Vertex): boolean {
  if (vertex.out.length < 2) return false;
  for (const edge of graph.outOf(vertex)) {
    const branch = branchAt(graph, edge);
    if (branch === null || !endsQuietly(branch)) continue;
    takeBeside(graph, branch, vertex);
    return true;
  }
  return false;
}

/** It comes to an end, and does nothing else to the scope. */
export const endsQuietly = ({ step, last }: Branch): boolean =>
  last === null && step !== null && step.ends && step.leaves.length === 0 && step.emits.length === 0;

function takeBeside(graph: Graph, { edge, step }: Branch, vertex: Vertex): void {
  if (step === null) return;
  vertex.once ??= onceFor(step);
  if (step.body !== null) vertex.extra.push({ kind: 'beside', act: null, body: step.body });
  graph.cut(edge);
  graph.drop(step);
}

/** Null when several tokens on the branch do no harm. */
export function onceFor({ rests, endsOnce, nodeId }: Vertex): Once | null {
  if (rests !== null) return { nodeId: rests, end: false };
  return endsOnce ? { nodeId, end: true } : null;
}
