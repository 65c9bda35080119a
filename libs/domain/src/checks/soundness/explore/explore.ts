import { Facts } from './facts.js';
import type { Held } from './facts.js';
import { fire } from './fire.js';
import type { Leave } from '../graph/graph.js';
import { Moves } from './moves.js';
import type { Move, Net, Tokens } from './net.js';
import { sameLeave } from '../graph/way.js';

/** Markings looked at before giving up: beyond it the verdict is «unknown», never «sound». */
const MOST_MARKINGS = 20_000;

export interface State {
  readonly tokens: Tokens;
  readonly facts: Held;
  readonly from: State | null;
  readonly move: Move | null;
  readonly before: State[];
  /** a branch was not followed because its conditions cannot hold here */
  pruned: boolean;
}

/** A place where a run goes wrong; `last` is the move that does it, where it is one. */
export interface Trouble {
  readonly elementId: string;
  readonly state: State;
  readonly last: Move | null;
}

/** How a run can come to its end. */
export interface Final {
  readonly leave: Leave | null;
  readonly told: readonly string[];
  readonly state: State;
  readonly last: Move | null;
}

export interface Exploration {
  /** every marking was seen */
  readonly complete: boolean;
  /** nothing moves any more, and tokens are left */
  readonly dead: readonly Trouble[];
  /** goes round for ever: the end is out of reach, though something always moves */
  readonly endless: readonly Trouble[];
  readonly twice: readonly Trouble[];
  readonly endTwice: readonly Trouble[];
  /** vertices that act in some run, with the first state in which they do */
  readonly acted: ReadonlyMap<number, State>;
  /** vertices at which a token comes to rest in some run, though it may all be over before they act */
  readonly entered: ReadonlySet<number>;
  readonly finals: readonly Final[];
  /** codes of escalations told in some run, whether or not it comes to an end */
  readonly told: ReadonlySet<string>;
  /** nothing is left when a token comes out at the other side */
  readonly proper: boolean;
}

export interface ExploreOptions {
  readonly most?: number;
  /** goes on behind a second token, to see what becomes of it */
  readonly beyond?: boolean;
  /** follows conditions: a branch whose condition contradicts what is known is not taken */
  readonly withFacts?: boolean;
  /** only what happens before anybody has to act */
  readonly untilRest?: boolean;
  /** stops where a second token or a place without a way on is found: the rest does not matter */
  readonly untilWrong?: boolean;
}

export function explore(
  net: Net,
  {
    most = MOST_MARKINGS,
    beyond = false,
    withFacts = false,
    untilRest = false,
    untilWrong = false,
  }: ExploreOptions = {},
): Exploration {
  const moves = new Moves(net);
  const facts = withFacts ? new Facts(net) : null;
  const initial = initialState(net);
  const states = new Map([[keyOf(initial), initial]]);
  const [passing, resting]: [State[], State[]] = [[initial], []];
  const found = new Findings(net);
  let complete = true;
  // what goes on by itself is followed at once: a second token is met before all that could come before it is
  for (let [next, later] = [0, 0]; ;) {
    const state = next < passing.length ? passing[next++] : resting[later++];
    if (state === undefined) break;
    if (states.size > most || (untilWrong && found.isWrong)) {
      complete = false;
      break;
    }
    if (found.isFinal(state)) continue;
    const possible = moves.in(state.tokens);
    if (possible.length === 0) found.addDead(state);
    for (const move of possible) {
      if (untilRest && isFromRest(net, move)) continue;
      const held = facts ? facts.after(state, move) : state.facts;
      if (held === null) {
        state.pruned = true;
        continue;
      }
      if (!found.acted.has(move.vertex.id)) found.acted.set(move.vertex.id, state);
      if (move.leave !== null) {
        found.addFinal(state, move);
        continue;
      }
      for (const place of move.put) if (net.at(place).kind === 'resting') found.entered.add(net.at(place).vertex.id);
      const { tokens, twice, endTwice, tooMany } = fire(net, state.tokens, move);
      if (twice !== null) found.addTwice(twice, state, move);
      if (endTwice !== null) found.addEndTwice(endTwice, state, move);
      if (tooMany) found.tooMany = true;
      if ((twice !== null && !beyond) || tooMany) {
        found.good.add(state);
        continue;
      }
      const following: State = { tokens, facts: held, from: state, move, before: [state], pruned: false };
      const key = keyOf(following);
      const there = states.get(key);
      if (there) there.before.push(state);
      else {
        states.set(key, following);
        (moves.passes(tokens) ? passing : resting).push(following);
      }
    }
  }
  return found.result([...states.values()], complete && !moves.tooManyChoices);
}

/** Somebody or the world acts, at an activity or event; what a host sends out takes nothing from where it rests. */
export const isFromRest = (net: Net, { take: [from], vertex }: Move): boolean =>
  from === undefined ? vertex.kind === 'host' : net.at(from).kind === 'resting';

const keyOf = ({ tokens, facts }: State): string =>
  facts.length === 0 ? String.fromCharCode(...tokens) : `${String.fromCharCode(...tokens)}|${facts.join(',')}`;

const initialState = (net: Net): State => ({
  tokens: [net.arrive(net.first)],
  facts: [],
  from: null,
  move: null,
  before: [],
  pruned: false,
});

class Findings {
  readonly acted = new Map<number, State>();
  readonly entered = new Set<number>();
  readonly good = new Set<State>();
  private readonly dead: State[] = [];
  private readonly twice = new Map<string, Trouble>();
  private readonly endTwice = new Map<number, Trouble>();
  private readonly finals: Final[] = [];
  private proper = true;
  /** more tokens than are followed came together; where second tokens were found that is no news */
  tooMany = false;

  constructor(private readonly net: Net) {}

  /** Only notes are left, or only what came out at the other side. */
  isFinal(state: State): boolean {
    const kinds = state.tokens.map((place) => this.net.at(place).kind).filter((kind) => kind !== 'note');
    if (kinds.includes('exit') && kinds.length > 1) this.proper = false;
    if (kinds.some((kind) => kind !== 'exit')) return false;
    this.addFinal(state, null);
    return true;
  }

  addFinal(state: State, last: Move | null): void {
    this.good.add(state);
    const told = [
      ...new Set([...state.tokens, ...(last?.put ?? [])].flatMap((place) => this.net.at(place).told ?? [])),
    ];
    const leave = last?.leave ?? null;
    const exit = state.tokens.some((place) => this.net.at(place).kind === 'exit');
    const same = this.finals.some(
      (each) =>
        (each.leave === null ? leave === null : leave !== null && sameLeave(each.leave, leave)) &&
        each.told.join('|') === told.join('|') &&
        each.state.tokens.some((place) => this.net.at(place).kind === 'exit') === exit,
    );
    if (!same) this.finals.push({ leave, told, state, last });
  }

  get isWrong(): boolean {
    return this.twice.size > 0 || this.dead.length > 0;
  }

  addDead(state: State): void {
    this.dead.push(state);
  }

  addTwice(elementId: string, state: State, last: Move): void {
    if (!this.twice.has(elementId)) this.twice.set(elementId, { elementId, state, last });
  }

  addEndTwice(place: number, state: State, last: Move): void {
    if (!this.endTwice.has(place))
      this.endTwice.set(place, { elementId: this.net.at(place).vertex.nodeId, state, last });
  }

  result(all: readonly State[], seenAll: boolean): Exploration {
    const complete = seenAll && (!this.tooMany || this.twice.size > 0);
    return {
      complete,
      dead: this.troubles(this.dead),
      endless: complete ? this.troubles(this.endless(all)) : [],
      twice: [...this.twice.values()],
      endTwice: [...this.endTwice.values()],
      acted: this.acted,
      entered: this.entered,
      finals: this.finals,
      told: this.told(all),
      proper: this.proper,
    };
  }

  private told(all: readonly State[]): ReadonlySet<string> {
    if (this.net.places.every(({ told }) => told === undefined)) return new Set();
    return new Set(all.flatMap(({ tokens }) => tokens.flatMap((place) => this.net.at(place).told ?? [])));
  }

  /** States from which neither an end nor a dead state is reached; where a branch was left out nobody can say. */
  private endless(all: readonly State[]): readonly State[] {
    const good = new Set<State>([...this.good, ...this.dead, ...all.filter((state) => state.pruned)]);
    for (const state of good) for (const before of state.before) good.add(before);
    return all.filter((state) => !good.has(state));
  }

  private troubles(states: readonly State[]): readonly Trouble[] {
    const troubles = new Map<string, Trouble>();
    for (const state of states) {
      const elementId = this.hangsAt(state);
      if (!troubles.has(elementId)) troubles.set(elementId, { elementId, state, last: null });
    }
    return [...troubles.values()];
  }

  /** A join that waits says most. */
  private hangsAt({ tokens }: State): string {
    const places = tokens.map((place) => this.net.at(place)).filter(({ kind }) => kind !== 'note');
    const hung = places.find(({ kind }) => kind === 'waiting') ?? places[0];
    return hung?.vertex.nodeId ?? '';
  }
}
