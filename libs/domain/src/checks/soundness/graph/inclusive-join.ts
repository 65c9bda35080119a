import type { Edge, Graph, Vertex } from './graph.js';

/** Flows into an inclusive or complex gateway, as a set of bits by their order. */
export interface Reached {
  /** that a token can still come along, events on the boundary of activities included */
  readonly any: bigint;
  /** that sequence flows alone lead to */
  readonly byFlow: bigint;
}

export type Reach = (from: Vertex) => Reached;

/**
 * Ways that do not visit the gateway (table 13.3). A token on a flow looks ahead from the vertex at its end. The table
 * knows sequence flows only; an event that may still come on an activity is waited for too, but is no reason to go on.
 */
export function reachOf(graph: Graph, gateway: Vertex): Reach {
  const any = backwards(graph, gateway, () => true);
  const byFlow = backwards(graph, gateway, (edge) => !edge.event);
  return ({ id }) => ({ any: any.get(id) ?? 0n, byFlow: byFlow.get(id) ?? 0n });
}

function backwards(graph: Graph, gateway: Vertex, follows: (edge: Edge) => boolean): ReadonlyMap<number, bigint> {
  const bits = new Map<number, bigint>();
  graph.into(gateway).forEach((edge, at) => {
    const bit = 1n << BigInt(at);
    const seen = new Set<Vertex>();
    const open = follows(edge) ? [graph.source(edge)] : [];
    for (let vertex = open.pop(); vertex !== undefined; vertex = open.pop()) {
      if (vertex === gateway || seen.has(vertex)) continue;
      seen.add(vertex);
      bits.set(vertex.id, (bits.get(vertex.id) ?? 0n) | bit);
      for (const before of graph.into(vertex)) if (follows(before)) open.push(graph.source(before));
    }
  });
  return bits;
}

/**
 * The gateway waits while another token can reach an empty flow without also reaching one that holds a token.
 *
 * @param held the flows that hold a token
 * @param others what each token elsewhere can reach
 */
export function mustWait(held: bigint, others: Iterable<Reached>): boolean {
  for (const { any, byFlow } of others) if ((any & ~held) !== 0n && (byFlow & held) === 0n) return true;
  return false;
}

/** Whether an inclusive or complex join lies ahead. */
export function leadsToMeet(graph: Graph, edge: Edge): boolean {
  const seen = new Set([graph.target(edge)]);
  // the set grows while it is walked
  for (const vertex of seen) {
    if (vertex.kind === 'meet' || vertex.kind === 'complex') return true;
    for (const next of graph.outOf(vertex)) seen.add(graph.target(next));
  }
  return false;
}
