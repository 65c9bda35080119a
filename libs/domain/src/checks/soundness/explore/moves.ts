import { mustWait, reachOf } from '../graph/inclusive-join.js';
import type { Reach, Reached } from '../graph/inclusive-join.js';
import type { Act, Edge, Fact, Leave, Vertex, Writes } from '../graph/graph.js';
import type { Move, Net, Tokens } from './net.js';
import { subsetsOf } from './subsets.js';
import { wayThrough } from '../graph/way.js';
import type { Goal } from '../graph/way.js';
import { AFTER_REST, AT_ONCE, leaveKey, waysOf } from '../graph/ways.js';
import { writesTogether } from '../graph/writes.js';

const NO_ACTS = (): readonly Act[] => [];
const actsOf = (edges: readonly Edge[]) => (): readonly Act[] =>
  edges.flatMap(({ act }) => (act === null ? [] : [act]));

/** Whether it waits for as long as a token may still come. */
const isMeet = ({ kind }: Vertex): boolean => kind === 'meet' || kind === 'complex';

/** How the tokens of a net move: what happens by itself comes first, joins next, then what people and the world do. */
export class Moves {
  private readonly byPlace = new Map<number, readonly Move[]>();
  private readonly reaches = new Map<Vertex, Reach>();
  /** an inclusive split with too many branches to try all its choices */
  tooManyChoices = false;

  constructor(private readonly net: Net) {}

  /** A token is on its way to something that does not stop it. */
  passes = ([first]: Tokens): boolean => first !== undefined && first < this.net.firstResting;

  in(tokens: Tokens): readonly Move[] {
    const [first] = tokens;
    if (first !== undefined && this.passes(tokens)) return this.passing(first, tokens);
    const joins = this.joins(tokens);
    if (joins.length > 0) return joins;
    const moves: Move[] = [];
    tokens.forEach((place, at) => {
      if (tokens[at - 1] === place) return;
      const { kind, vertex } = this.net.at(place);
      if (kind !== 'resting') return;
      if (vertex.kind === 'host') moves.push(...this.ofHost(place, vertex, tokens));
      else moves.push(...this.from(place));
    });
    return moves;
  }

  /** Order does not matter among tokens that pass, unless one of them is about to end the scope for all. */
  private passing(first: number, tokens: Tokens): readonly Move[] {
    const passing = tokens.filter((place, at) => place < this.net.firstResting && tokens[at - 1] !== place);
    const race = passing.some((place) => this.net.at(place).vertex.leaves.length > 0);
    // where tokens pile up goes first, so that a loop that makes them does not go on for ever
    const piled = tokens.find((place, at) => place < this.net.firstResting && tokens[at - 1] === place);
    return race
      ? [...passing.flatMap((place) => this.from(place)), ...this.joins(tokens).filter(({ vertex }) => !isMeet(vertex))]
      : this.from(piled ?? first);
  }

  private from(place: number): readonly Move[] {
    let moves = this.byPlace.get(place);
    if (moves === undefined) this.byPlace.set(place, (moves = this.ofVertex(place, this.net.at(place).vertex)));
    return moves;
  }

  private ofVertex(place: number, vertex: Vertex): readonly Move[] {
    const out = this.net.graph.outOf(vertex);
    switch (vertex.kind) {
      case 'choice':
        return out.map((edge) => this.along([edge], vertex, place, edge.requires));
      case 'fork':
        return [this.along(out, vertex, place, [])];
      case 'some': {
        const subsets = subsetsOf(out);
        if (subsets === null) this.tooManyChoices = true;
        return (subsets ?? [{ edges: out, requires: [] }]).map(({ edges, requires }) =>
          this.along(edges, vertex, place, requires),
        );
      }
      case 'simple':
        return this.ofSimple(place, vertex);
      default:
        return [this.along(out, vertex, place, [])];
    }
  }

  private along(edges: readonly Edge[], vertex: Vertex, place: number, requires: readonly Fact[]): Move {
    const put = edges.map((edge) => this.net.arrive(edge));
    const writes = edges.reduce<Writes>((all, edge) => writesTogether(all, edge.writes), []);
    return this.move(vertex, [place], [...put, ...this.notesOf(vertex)], { acts: actsOf(edges), requires, writes });
  }

  private move(vertex: Vertex, take: readonly number[], put: readonly number[], more: Partial<Move> = {}): Move {
    return { take, put, vertex, acts: NO_ACTS, requires: [], writes: [], leave: null, ...more };
  }

  /** From where it arrives a token goes through at once, or comes to rest; from rest it goes the other ways. */
  private ofSimple(place: number, vertex: Vertex): readonly Move[] {
    const rest = this.net.vertexPlaces.get(vertex.id);
    const how = place === rest ? AFTER_REST : AT_ONCE;
    const ways = waysOf(vertex);
    const can = (goal: string): boolean => ((ways.get(goal) ?? 0) & how) > 0;
    const moves: Move[] = [];
    const [out] = this.net.graph.outOf(vertex);
    if (out !== undefined && can('pass'))
      moves.push(this.through(place, vertex, 'pass', Array<number>(vertex.yields).fill(this.net.arrive(out))));
    if (can('end')) {
      const ended = this.net.note(`ended ${vertex.id}`);
      moves.push(this.through(place, vertex, 'end', ended === undefined ? [] : [ended]));
    }
    moves.push(...this.leavesOf(place, vertex).filter(({ leave }) => leave !== null && can(leaveKey(leave))));
    if (rest !== undefined && place !== rest) moves.push(this.move(vertex, [place], [rest]));
    return moves;
  }

  private through(place: number, vertex: Vertex, goal: Goal, put: readonly number[], leave: Leave | null = null): Move {
    return this.move(vertex, [place], [...put, ...this.notesOf(vertex)], {
      acts: () => wayThrough(vertex.body, goal) ?? [],
      writes: vertex.writes,
      leave,
    });
  }

  private notesOf(vertex: Vertex): readonly number[] {
    const ran = vertex.once === null ? undefined : this.net.note(`ran ${vertex.id}`);
    const told = vertex.emits.map((code) => this.net.note(`told ${code}`));
    return [ran, ...told].filter((place) => place !== undefined);
  }

  /** A host completes once its thrown events have come as they do, and sends each of its events' tokens at most once. */
  private ofHost(place: number, vertex: Vertex, tokens: Tokens): readonly Move[] {
    const spawned = this.net.graph.outOf(vertex).filter((edge) => edge.spawned);
    const fired = new Set(spawned.filter((edge) => tokens.includes(this.firedNote(edge))));
    const told = new Set([...fired].map((edge) => edge.act?.nodeId ?? ''));
    const thrown = new Set((vertex.allowed ?? []).flatMap((set) => [...set]));
    const completes =
      vertex.allowed === null ||
      vertex.allowed.some((set) => [...thrown].every((event) => set.has(event) === told.has(event)));
    const ways = this.net.graph.outOf(vertex).filter((edge) => !edge.spawned && (edge.event || completes));
    const fires = spawned
      .filter((edge) => !fired.has(edge))
      .map((edge) =>
        this.move(vertex, [], [this.net.arrive(edge), this.firedNote(edge)], {
          acts: actsOf([edge]),
          writes: edge.writes,
        }),
      );
    return [...ways.map((edge) => this.along([edge], vertex, place, [])), ...this.leavesOf(place, vertex), ...fires];
  }

  private leavesOf(place: number, vertex: Vertex): readonly Move[] {
    return vertex.leaves.map((leave) => this.through(place, vertex, leave, [], leave));
  }

  private firedNote(edge: Edge): number {
    return this.net.note(`fired ${edge.id}`) ?? -1;
  }

  private joins(tokens: Tokens): readonly Move[] {
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
      return this.move(
        vertex,
        edges.map((edge) => net.arrive(edge)),
        [...out, ...this.notesOf(vertex)],
      );
    }
    if (vertex.kind === 'meet') {
      const held = this.bits(edges, holds);
      if (held === 0n || mustWait(held, this.othersReach(vertex, tokens))) return null;
      return this.move(
        vertex,
        edges.filter(holds).map((edge) => net.arrive(edge)),
        [...out, ...this.notesOf(vertex)],
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
    return this.move(vertex, Array<number>(vertex.needs).fill(place), [at]);
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
      return this.move(vertex, held.map(took), [...out, activated, ...used, ...this.notesOf(vertex)]);
    }
    const used = edges.filter((edge) => tokens.includes(note(`used ${edge.id}`)));
    const rest = edges.filter((edge) => !used.includes(edge));
    const had = this.bits(edges, (edge) => used.includes(edge) || holds(edge));
    if (mustWait(had, this.othersReach(vertex, tokens))) return null;
    const notes = [activated, ...used.map((edge) => note(`used ${edge.id}`))];
    return this.move(vertex, [...rest.filter(holds).map(took), ...notes], []);
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
