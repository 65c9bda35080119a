import { fire } from '../explore/fire.js';
import { KnownFacts } from './known-facts.js';
import type { Act, Fact, Writes } from '../graph/graph.js';
import { Moves } from '../explore/moves.js';
import type { Move, Net, Tokens } from '../explore/net.js';

/** One act with what its conditions presuppose, what it may change, and where tokens stand afterwards. */
export interface Played {
  readonly act: Act;
  readonly requires: readonly Fact[];
  readonly writes: Writes;
  readonly tokens: readonly string[];
}

export interface Replay {
  /** where tokens stand before the first act */
  readonly first: readonly string[];
  readonly played: readonly Played[];
  /** choices asked for that nobody was in a position to make, or only against the conditions: it went another way */
  readonly unplayed: number;
  /** elements to which a second token came, ends reached twice */
  readonly twice: ReadonlySet<string>;
  readonly endTwice: ReadonlySet<string>;
  /** nothing moves any more, and tokens are left */
  readonly dead: boolean;
  /** an end was reached on the way */
  readonly ended: boolean;
  /** goes round without anybody acting */
  readonly spins: boolean;
}

/** A marching list of acts, played on the drawing itself: each act when its turn comes, each choice when a token asks. */
class Plan {
  constructor(private readonly acts: Act[]) {}

  get choicesLeft(): number {
    return this.acts.filter(({ act }) => act === 'choice').length;
  }

  /** The next act that is no choice, left in the list. */
  next(): Act | undefined {
    return this.acts.find(({ act }) => act !== 'choice' && act !== 'join');
  }

  drop(act: Act): void {
    this.acts.splice(this.acts.indexOf(act), 1);
  }

  /**
   * The move among several that the list asks for first; what it asks for is taken off the list. Null when it asks for
   * several ways at once that cannot be taken together.
   */
  choose(moves: readonly Move[]): Move | null | undefined {
    const offered = moves.map((move) => ({ move, acts: move.acts() }));
    const at = this.acts.findIndex((act) => offered.some(({ acts }) => acts.some((each) => sameAct(each, act))));
    const asked = this.acts[at];
    if (asked === undefined) return undefined;
    const together = this.together(at);
    const exact = offered.find(
      ({ acts }) => acts.length === together.length && acts.every((each) => together.some((act) => sameAct(each, act))),
    );
    if (exact === undefined && together.length > 1 && isInclusive(moves[0], asked)) return null;
    const found = exact ?? offered.find(({ acts }) => acts.some((each) => sameAct(each, asked)));
    for (const act of exact ? together : [asked]) this.drop(act);
    return found?.move;
  }

  /** Choices of one gateway that stand next to each other are one choice of several flows. */
  private together(at: number): readonly Act[] {
    const group: Act[] = [];
    for (const act of this.acts.slice(at)) {
      const [head] = group;
      const goesOn =
        head === undefined ||
        (act.act === 'choice' && act.nodeId === head.nodeId && !group.some((each) => sameAct(each, act)));
      if (!goesOn) break;
      group.push(act);
      if (act.act !== 'choice') break;
    }
    return group;
  }
}

const isInclusive = (move: Move | undefined, { nodeId }: Act): boolean =>
  move?.vertex.kind === 'some' && move.vertex.nodeId === nodeId;

const sameAct = (a: Act, b: Act): boolean => a.nodeId === b.nodeId && a.act === b.act && a.choice === b.choice;

/** Moves that nobody asked for, in a row, as a multiple of the places: beyond it a list of acts leads nowhere. */
const MOST_BY_THEMSELVES = 4;

/**
 * Null when the acts cannot be played, or only against the conditions.
 *
 * @param runOut goes on afterwards, with what nobody mentioned, until nothing moves any more
 */
export function replay(net: Net, acts: readonly Act[], runOut = false): Replay | null {
  const moves = new Moves(net);
  const plan = new Plan([...acts]);
  const played: Played[] = [];
  const [twice, endTwice] = [new Set<string>(), new Set<string>()];
  let tokens: Tokens = [net.arrive(net.first)];
  const facts = new KnownFacts();
  let first: readonly string[] | null = null;
  let ended = false;
  let settled = 0;
  const result = (left: readonly string[], more: Partial<Replay> = {}): Replay => {
    setTokens(played, settled, left);
    const unplayed = plan.choicesLeft;
    return { first: first ?? left, played, unplayed, twice, endTwice, dead: false, ended, spins: false, ...more };
  };
  const passed = new Map<number, number>();
  const most = MOST_BY_THEMSELVES * (net.places.length + 50);
  for (let inARow = 0; inARow < most && tokens.length < most;) {
    const possible = moves.in(tokens);
    const byItself =
      (tokens[0] ?? Infinity) < net.firstResting || possible.some(({ vertex }) => joins(net, vertex, tokens));
    inARow = byItself || plan.next() === undefined ? inARow + 1 : 0;
    if (!byItself) first ??= standing(net, tokens);
    const feasible = possible.filter((move) => facts.allow(move));
    const chosen = byItself ? plan.choose(feasible) : undefined;
    if (chosen === null) return null;
    const move = byItself
      ? (chosen ?? another(leavingLast(feasible), passed))
      : nextMove(net, feasible, plan, runOut ? passed : null);
    if (move === undefined) {
      const left = standing(net, tokens);
      if (plan.next() !== undefined || (byItself && feasible.length === 0)) return null;
      return result(left, { dead: possible.length === 0 && left.length > 0 });
    }
    if (!byItself) settled = setTokens(played, settled, standing(net, tokens));
    facts.learn(move);
    move.acts().forEach((act, at) => {
      played.push({ act, requires: at === 0 ? move.requires : [], writes: at === 0 ? move.writes : [], tokens: [] });
    });
    if (move.leave !== null) return result([]);
    ended ||= move.vertex.ends;
    const fired = fire(net, tokens, move);
    if (fired.twice !== null) twice.add(fired.twice);
    if (fired.endTwice !== null) endTwice.add(net.at(fired.endTwice).vertex.nodeId);
    tokens = fired.tokens;
  }
  // goes round by itself
  return plan.next() === undefined ? result(standing(net, tokens), { spins: true }) : null;
}

/** An end that stops everything comes last of what happens by itself: what is to be shown may happen before it. */
function leavingLast(moves: readonly Move[]): readonly Move[] {
  const staying = moves.filter(({ leave }) => leave === null);
  return staying.length > 0 ? staying : moves;
}

/** Where nobody asks for a way: another one each time, so that a loop is left. */
function another(moves: readonly Move[], passed: Map<number, number>): Move | undefined {
  const id = moves[0]?.vertex.id ?? 0;
  const times = passed.get(id) ?? 0;
  passed.set(id, times + 1);
  return moves[times % Math.max(1, moves.length)];
}

const joins = (net: Net, { kind, id }: Move['vertex'], tokens: Tokens): boolean =>
  kind === 'join' || kind === 'meet' || kind === 'complex' || !tokens.includes(net.vertexPlaces.get(id) ?? -1);

/** The move that is the next act, or that leads to the choice in which it is one. */
function nextMove(net: Net, moves: readonly Move[], plan: Plan, passed: Map<number, number> | null): Move | undefined {
  const act = plan.next();
  if (act === undefined) return passed === null ? undefined : another(moves, passed);
  const direct = moves.find((move) => move.acts().some((each) => sameAct(each, act)));
  if (direct !== undefined) {
    plan.drop(act);
    return direct;
  }
  return (
    moves.find((move) => move.acts().length === 0 && leadsTo(net, move, act)) ?? moves.find((move) => allows(move, act))
  );
}

const leadsTo = (net: Net, { vertex }: Move, act: Act): boolean =>
  net.graph
    .outOf(vertex)
    .flatMap((edge) => net.graph.outOf(net.graph.target(edge)))
    .some((edge) => edge.act !== null && sameAct(edge.act, act));

/** What has to come from inside before an activity completes, where the list says nothing of it. */
const allows = ({ vertex, take }: Move, act: Act): boolean =>
  vertex.kind === 'host' && vertex.nodeId === act.nodeId && take.length === 0;

export const standing = (net: Net, tokens: Tokens): readonly string[] =>
  tokens.map((place) => net.at(place)).flatMap(({ kind, vertex }) => (kind === 'note' ? [] : [vertex.nodeId]));

/** Acts after which tokens came to rest together: the last `settled` before them have their tokens already. */
function setTokens(played: Played[], settled: number, tokens: readonly string[]): number {
  for (let at = settled; at < played.length; at++) played[at] = { ...(played[at] as Played), tokens };
  return played.length;
}
