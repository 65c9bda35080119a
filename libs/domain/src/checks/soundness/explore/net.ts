import { AT_ONCE, waysOf } from '../graph/ways.js';
import type { Act, Edge, Fact, Graph, Leave, Vertex, Writes } from '../graph/graph.js';

/** One way a marking goes on. */
export interface Move {
  readonly take: readonly number[];
  readonly put: readonly number[];
  /** what a person or the world does; nothing for what happens by itself */
  readonly acts: () => readonly Act[];
  readonly requires: readonly Fact[];
  readonly writes: Writes;
  /** the vertex that acts */
  readonly vertex: Vertex;
  /** the scope is left: nothing in it survives */
  readonly leave: Leave | null;
}

/** What a number in a marking stands for. */
export interface Place {
  /** - `passing`: a token on its way to something that does not stop it
   *  - `resting`: a token at a vertex
   *  - `waiting`: a token on a flow into a join
   *  - `note`: no token, but something to remember
   *  - `exit`: came out at the other side of the piece that is explored */
  readonly kind: 'passing' | 'resting' | 'waiting' | 'note' | 'exit';
  readonly vertex: Vertex;
  /** the element at which a second token here is a trouble; null where several are meant */
  readonly single: string | null;
  /** a second note says that an end was reached twice */
  readonly end?: true;
  /** a note of an escalation that was told */
  readonly told?: string;
  /** a note that belongs to the token at this place, and goes with it */
  readonly with?: number;
  /** a note that an event of a host has fired */
  readonly fired?: Edge;
}

/** A marking: place numbers in ascending order, one for each token or note. Passing places have the lowest numbers. */
export type Tokens = readonly number[];

/** A graph, or the piece of it between two edges, as places. Numbers are given as places are first seen. */
export class Net {
  readonly places: Place[] = [];
  /** places below are passing */
  readonly firstResting: number;
  readonly edgePlaces = new Map<number, number>();
  readonly vertexPlaces = new Map<number, number>();
  readonly notes = new Map<string, number>();
  readonly vertices: readonly Vertex[];

  constructor(
    readonly graph: Graph,
    readonly first: Edge,
    readonly exit: Edge | null,
  ) {
    const edges = this.edgesFrom();
    this.vertices = [...new Set(edges.filter((edge) => edge !== exit).map((edge) => graph.target(edge)))];
    const passing = edges.filter((edge) => edge !== exit && !stops(graph.target(edge)));
    for (const edge of passing) this.place(edge, 'passing', null);
    this.firstResting = this.places.length;
    for (const edge of edges) this.placeAtRest(edge);
    for (const edge of passing) if (graph.target(edge).stays !== null) this.placeOf(graph.target(edge));
    for (const vertex of this.vertices) this.placeNotes(vertex);
  }

  arrive(edge: Edge): number {
    const place = this.edgePlaces.get(edge.id);
    if (place === undefined) throw new Error(`nothing arrives on ${edge.id}`);
    return place;
  }

  at = (place: number): Place => {
    const found = this.places[place];
    if (found === undefined) throw new Error(`no place ${place}`);
    return found;
  };

  note = (key: string): number | undefined => this.notes.get(key);

  private edgesFrom(): readonly Edge[] {
    const edges = new Set([this.first]);
    // the set grows while it is walked
    for (const edge of edges)
      if (edge !== this.exit) for (const next of this.graph.outOf(this.graph.target(edge))) edges.add(next);
    return [...edges];
  }

  private place(edge: Edge, kind: Place['kind'], single: string | null): void {
    this.edgePlaces.set(edge.id, this.places.length);
    this.places.push({ kind, vertex: this.graph.target(edge), single });
  }

  private placeAtRest(edge: Edge): void {
    if (this.edgePlaces.has(edge.id)) return;
    const vertex = this.graph.target(edge);
    if (edge === this.exit) return this.place(edge, 'exit', vertex.nodeId);
    if (isJoin(vertex)) return this.place(edge, 'waiting', vertex.many ? null : vertex.nodeId);
    const at = this.placeOf(vertex);
    if (vertex.needs > 1) this.place(edge, 'waiting', null);
    else this.edgePlaces.set(edge.id, at);
  }

  private placeOf(vertex: Vertex): number {
    let at = this.vertexPlaces.get(vertex.id);
    if (at === undefined) {
      at = this.places.length;
      this.vertexPlaces.set(vertex.id, at);
      this.places.push({ kind: 'resting', vertex, single: vertex.rests });
    }
    return at;
  }

  private placeNotes(vertex: Vertex): void {
    const { id, once, endsOnce, emits, kind } = vertex;
    if (once !== null) {
      const more = once.end ? { single: null, end: true as const } : { single: once.nodeId };
      this.addNote(`ran ${id}`, { kind: 'note', vertex, ...more });
    }
    if (endsOnce) this.addNote(`ended ${id}`, { kind: 'note', vertex, single: null, end: true });
    for (const code of emits) this.addNote(`told ${code}`, { kind: 'note', vertex, single: null, told: code });
    const host = this.vertexPlaces.get(id);
    if (kind === 'host' && host !== undefined) {
      for (const edge of this.graph.outOf(vertex))
        if (edge.spawned)
          this.addNote(`fired ${edge.id}`, { kind: 'note', vertex, single: null, with: host, fired: edge });
    }
    if (kind === 'complex') {
      this.addNote(`activated ${id}`, { kind: 'note', vertex, single: null });
      for (const edge of this.graph.into(vertex))
        this.addNote(`used ${edge.id}`, { kind: 'note', vertex, single: null });
    }
  }

  private addNote(key: string, place: Place): void {
    if (this.notes.has(key)) return;
    this.notes.set(key, this.places.length);
    this.places.push(place);
  }
}

const isJoin = ({ kind }: Vertex): boolean => kind === 'join' || kind === 'meet' || kind === 'complex';

/** Whether a token that comes to the vertex stays there, or on its flow, for a while. */
const stops = (vertex: Vertex): boolean =>
  isJoin(vertex) ||
  vertex.needs > 1 ||
  (vertex.stays !== null && ![...waysOf(vertex).values()].some((how) => how & AT_ONCE));
