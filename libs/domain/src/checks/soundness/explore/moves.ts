import type { Act, Edge, Fact, Leave, Vertex, Writes } from '../graph/graph.js';
import { Joins, isMeet } from './joins.js';
import { moveOf, notesOf } from './make-move.js';
import type { Move, Net, Tokens } from './net.js';
import { subsetsOf } from './subsets.js';
import { wayThrough } from '../graph/way.js';
import type { Goal } from '../graph/way.js';
import { AFTER_REST, AT_ONCE, leaveKey, waysOf } from '../graph/ways.js';
import { writesTogether } from '../graph/writes.js';

const actsOf = (edges: readonly Edge[]) => (): readonly Act[] =>
  edges.flatMap(({ act }) => (act === null ? [] : [act]));

/** How the tokens of a net move: what happens by itself comes first, joins next, then what people and the world do. */
export class Moves {
  private readonly byPlace = new Map<number, readonly Move[]>();
  private readonly joins: Joins;
  /** an inclusive split with too many branches to try all its choices */
  tooManyChoices = false;

  constructor(private readonly net: Net) {
    this.joins = new Joins(net);
  }

  /** A token is on its way to something that does not stop it. */
  passes = ([first]: Tokens): boolean => first !== undefined && first < this.net.firstResting;

  in(tokens: Tokens): readonly Move[] {
    const [first] = tokens;
    if (first !== undefined && this.passes(tokens)) return this.passing(first, tokens);
    const joins = this.joins.in(tokens);
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
      ? [
          ...passing.flatMap((place) => this.from(place)),
          ...this.joins.in(tokens).filter(({ vertex }) => !isMeet(vertex)),
        ]
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
    return moveOf(vertex, [place], [...put, ...notesOf(this.net, vertex)], { acts: actsOf(edges), requires, writes });
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
    if (rest !== undefined && place !== rest) moves.push(moveOf(vertex, [place], [rest]));
    return moves;
  }

  private through(place: number, vertex: Vertex, goal: Goal, put: readonly number[], leave: Leave | null = null): Move {
    return moveOf(vertex, [place], [...put, ...notesOf(this.net, vertex)], {
      acts: () => wayThrough(vertex.body, goal) ?? [],
      writes: vertex.writes,
      leave,
    });
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
        moveOf(vertex, [], [this.net.arrive(edge), this.firedNote(edge)], {
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
}
