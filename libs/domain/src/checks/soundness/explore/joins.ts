import { mustWait, reachOf } from '../graph/inclusive-join.js';
import type { Reach, Reached } from '../graph/inclusive-join.js';
import type { Edge, Vertex } from '../graph/graph.js';
import { moveOf, notesOf } from './make-move.js';
import type { Move, Net, Tokens } from './net.js';

/** Whether it waits for as long as a token may still come. */
export const isMeet = ({ kind }: Vertex): boolean => kind === 'meet' || kind === 'complex';

/** What gathers tokens: parallel, inclusive and complex joins, and activities that need several. */
export class Joins {
  private readonly reaches = new Map<Vertex, Reach>();

  constructor(private readonly net: Net) {}

  /** The joins that can go on; of parallel ones the first only. */
  in(tokens: Tokens): readonly Move[] {
    const asked = new Set<Vertex>();
    const moves: Move[] = [];
    for (const place of tokens) {
      const { kind, vertex } = this.net.at(place);
      const activated = kind === 'note' && vertex.kind === 'complex';
      if ((kind !== 'waiting' && !activated) || asked.has(vertex)) continue;
      asked.add(vertex);
      const move = this.join(vertex, tokens);
      if (move === null) continue;
      // a parallel join takes nothing away from anybody else: its turn is as good as any
      if (!isMeet(vertex)) return [move];
      moves.push(move);
    }
    return moves;
  }

  private join(vertex: Vertex, tokens: Tokens): Move | null {
    const { net } = this;
    const edges = net.graph.into(vertex);
    const out = net.graph.outOf(vertex).map((edge) => net.arrive(edge));
    const holds = (edge: Edge): boolean => {
      const place = net.edgePlaces.get(edge.id);
      return place !== undefined && tokens.includes(place);
    };
    if (vertex.kind === 'join') {
      if (!edges.every(holds)) return null;
      return moveOf(
        vertex,
        edges.map((edge) => net.arrive(edge)),
        [...out, ...notesOf(net, vertex)],
      );
    }
    if (vertex.kind === 'meet') {
      const held = this.bits(edges, holds);
      if (held === 0n || mustWait(held, this.othersReach(vertex, tokens))) return null;
      return moveOf(
        vertex,
        edges.filter(holds).map((edge) => net.arrive(edge)),
        [...out, ...notesOf(net, vertex)],
        { acts: () => [{ nodeId: vertex.nodeId, act: 'join' }] },
      );
    }
    return vertex.kind === 'complex' ? this.complex(vertex, tokens, edges, holds, out) : this.gather(vertex, tokens);
  }

  /** An activity that needs several tokens starts when they are there. */
  private gather(vertex: Vertex, tokens: Tokens): Move | null {
    const [edge] = this.net.graph.into(vertex);
    const at = this.net.vertexPlaces.get(vertex.id);
    if (edge === undefined || at === undefined) return null;
    const place = this.net.arrive(edge);
    if (tokens.filter((each) => each === place).length < vertex.needs) return null;
    return moveOf(vertex, Array<number>(vertex.needs).fill(place), [at]);
  }

  /** §13.4.5: goes on when enough tokens are there, then waits for the others that can still come, and takes them away. */
  private complex(
    vertex: Vertex,
    tokens: Tokens,
    edges: readonly Edge[],
    holds: (edge: Edge) => boolean,
    out: readonly number[],
  ): Move | null {
    const { net } = this;
    const held = edges.filter(holds);
    const note = (key: string): number => net.note(key) ?? -1;
    const activated = note(`activated ${vertex.id}`);
    const took = (edge: Edge): number => net.arrive(edge);
    if (!tokens.includes(activated)) {
      if (held.length === 0 || vertex.enough?.(held.length) === false) return null;
      const used = held.map((edge) => note(`used ${edge.id}`));
      return moveOf(vertex, held.map(took), [...out, activated, ...used, ...notesOf(net, vertex)]);
    }
    const used = edges.filter((edge) => tokens.includes(note(`used ${edge.id}`)));
    const rest = edges.filter((edge) => !used.includes(edge));
    const had = this.bits(edges, (edge) => used.includes(edge) || holds(edge));
    if (mustWait(had, this.othersReach(vertex, tokens))) return null;
    const notes = [activated, ...used.map((edge) => note(`used ${edge.id}`))];
    return moveOf(vertex, [...rest.filter(holds).map(took), ...notes], []);
  }

  private bits(edges: readonly Edge[], holds: (edge: Edge) => boolean): bigint {
    return edges.reduce((bits, edge, at) => (holds(edge) ? bits | (1n << BigInt(at)) : bits), 0n);
  }

  private *othersReach(gateway: Vertex, tokens: Tokens): Iterable<Reached> {
    let reach = this.reaches.get(gateway);
    if (reach === undefined) this.reaches.set(gateway, (reach = reachOf(this.net.graph, gateway)));
    for (const place of tokens) {
      const { kind, vertex } = this.net.at(place);
      if (kind === 'note' || kind === 'exit' || vertex === gateway) continue;
      yield reach(vertex);
    }
  }
}
