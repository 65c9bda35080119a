import type { TraceStep } from '../../../shared/finding.js';
import type { Ways } from './ways.js';

/**
 * What happened on the way along an edge, without the tokens that the replay adds. `join` is nobody's act: it says which
 * of several inclusive joins goes on first.
 */
export type Act = Omit<TraceStep, 'tokens' | 'variables' | 'act'> & { readonly act: TraceStep['act'] | 'join' };

/** A condition's text and whether it must hold. */
export interface Fact {
  readonly text: string;
  readonly holds: boolean;
}

/** Root names of the variables that something may change; `all` when nobody can say. */
export type Writes = 'all' | readonly string[];

/**
 * - `simple`: one way in, at most one out; a node, or a whole piece of the drawing that behaves like one
 * - `host`: an activity with non-interrupting events on it, which may send tokens out while it rests
 * - `merge` lets every token through, `join` waits for one on each way in, `meet` is the inclusive join, `complex` the
 *   complex one
 * - `choice` sends a token one way, `fork` all ways, `some` at least one
 */
export type VertexKind =
  'start' | 'simple' | 'host' | 'merge' | 'join' | 'meet' | 'complex' | 'choice' | 'fork' | 'some';

/** How a scope can be left in the middle: by a terminate, error, cancel or interrupting escalation end. */
export interface Leave {
  readonly kind: 'terminate' | 'error' | 'escalation' | 'cancel';
  readonly code: string | null;
}

/** A node that would get a second token, or an end that would be reached twice. */
export interface Once {
  readonly nodeId: string;
  readonly end: boolean;
}

export interface Vertex {
  readonly id: number;
  kind: VertexKind;
  /** the element to point at */
  readonly nodeId: string;
  in: number[];
  out: number[];
  /** the node at which a token that comes may stay until something happens */
  stays: string | null;
  /** null: as drawn */
  ways: Ways | null;
  /** several tokens are meant here */
  many: boolean;
  /** the node that must not have two tokens; null where several are meant, or none stay */
  rests: string | null;
  /** what happens inside; a gateway's is null */
  body: Body | null;
  /** an end event inside may consume the token */
  ends: boolean;
  /** that end should not be reached twice */
  endsOnce: boolean;
  leaves: readonly Leave[];
  /** a branch that runs beside the rest hangs on it: what a second token would do to that branch */
  once: Once | null;
  writes: Writes;
  /** emits non-critical escalations of these codes, caught by a non-interrupting event further up */
  emits: readonly string[];
  /** tokens needed before it starts, tokens it leaves behind (table 10.3) */
  needs: number;
  yields: number;
  /** host: sets of events that may have fired when it completes normally; null: any */
  allowed: readonly ReadonlySet<string>[] | null;
  /** gateway or host: pieces that run beside, and gateways that were merged into this one */
  extra: Body[];
  /** complex: whether this many flows with a token are enough; null when the condition says something else */
  enough: ((count: number) => boolean) | null;
}

export interface Edge {
  readonly id: number;
  from: number;
  to: number;
  /** what it takes to go this way, where it is a choice */
  act: Act | null;
  requires: readonly Fact[];
  /** `some`: the flow is taken without asking */
  always: boolean;
  /** `some`: taken when no other is */
  fallback: boolean;
  /** an event on the boundary of an activity leads here, no flow */
  event: boolean;
  /** `host`: goes out while the host rests */
  spawned: boolean;
  writes: Writes;
}

/** What a piece of the drawing is made of, kept to find the acts that lead through it. */
export type Body =
  | {
      readonly kind: 'node';
      readonly nodeId: string;
      readonly act: Act | null;
      readonly ends: boolean;
      /** how it can end the scope */
      readonly leaves: readonly Leave[];
      /** an activity: leaving the scope comes from something inside it */
      readonly throws: boolean;
    }
  | { readonly kind: 'sequence'; readonly parts: Body[] }
  | { readonly kind: 'one'; readonly nodeId: string; readonly options: readonly Option[] }
  | { readonly kind: 'some'; readonly nodeId: string; readonly options: readonly Option[] }
  | { readonly kind: 'all'; readonly branches: readonly Body[] }
  /** starts when the token comes by, or when an event comes meanwhile, and goes its own way to an end */
  | { readonly kind: 'beside'; readonly act: Act | null; readonly body: Body }
  | { readonly kind: 'loop'; readonly body: Body | null; readonly back: Option }
  /** explored as a whole: the acts that lead through */
  | {
      readonly kind: 'fragment';
      readonly pass: readonly Act[];
      readonly ends: readonly Act[] | null;
      readonly leaves: readonly { readonly leave: Leave; readonly acts: readonly Act[] }[];
      readonly members: readonly Body[];
      /** the acts after which a token is at a member */
      readonly reach: (member: Body) => readonly Act[] | null;
    };

export interface Option {
  readonly act: Act | null;
  readonly body: Body | null;
  /** false: nothing comes out at the other side */
  readonly goesOn: boolean;
  /** inclusive split: taken whatever else is taken */
  readonly always: boolean;
}

/** A drawing that shrinks: vertices and edges by number, taken away as pieces turn out to be sound. */
export class Graph {
  readonly vertices = new Map<number, Vertex>();
  readonly edges = new Map<number, Edge>();
  private made = 0;

  add(kind: VertexKind, nodeId: string, more: Partial<Vertex> = {}): Vertex {
    const vertex: Vertex = {
      kind,
      nodeId,
      in: [],
      out: [],
      stays: null,
      ways: null,
      many: false,
      rests: null,
      body: null,
      ends: false,
      endsOnce: false,
      leaves: [],
      once: null,
      writes: [],
      emits: [],
      needs: 1,
      yields: 1,
      allowed: null,
      extra: [],
      enough: null,
      ...more,
      id: ++this.made,
    };
    this.vertices.set(vertex.id, vertex);
    return vertex;
  }

  connect(from: Vertex, to: Vertex, more: Partial<Edge> = {}): Edge {
    const edge: Edge = {
      act: null,
      requires: [],
      always: false,
      fallback: false,
      spawned: false,
      event: false,
      writes: [],
      ...more,
      id: ++this.made,
      from: from.id,
      to: to.id,
    };
    this.edges.set(edge.id, edge);
    from.out.push(edge.id);
    to.in.push(edge.id);
    return edge;
  }

  vertex(id: number): Vertex {
    const vertex = this.vertices.get(id);
    if (vertex === undefined) throw new Error(`no vertex ${id}`);
    return vertex;
  }

  edge(id: number): Edge {
    const edge = this.edges.get(id);
    if (edge === undefined) throw new Error(`no edge ${id}`);
    return edge;
  }

  source = (edge: Edge): Vertex => this.vertex(edge.from);
  target = (edge: Edge): Vertex => this.vertex(edge.to);
  outOf = (vertex: Vertex): Edge[] => vertex.out.map((id) => this.edge(id));
  into = (vertex: Vertex): Edge[] => vertex.in.map((id) => this.edge(id));

  cut(edge: Edge): void {
    const [from, to] = [this.source(edge), this.target(edge)];
    from.out.splice(from.out.indexOf(edge.id), 1);
    to.in.splice(to.in.indexOf(edge.id), 1);
    this.edges.delete(edge.id);
  }

  /** Takes a vertex away that no edge touches any more. */
  drop(vertex: Vertex): void {
    this.vertices.delete(vertex.id);
  }

  /** Lets an edge begin or end elsewhere, in the same place of the list. */
  retarget(edge: Edge, to: Vertex): void {
    const old = this.target(edge);
    old.in.splice(old.in.indexOf(edge.id), 1);
    to.in.push(edge.id);
    edge.to = to.id;
  }

  resource(edge: Edge, from: Vertex): void {
    const old = this.source(edge);
    old.out.splice(old.out.indexOf(edge.id), 1);
    from.out.push(edge.id);
    edge.from = from.id;
  }
}
