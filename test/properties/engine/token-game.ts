// An independent, naive BPMN token game: scopes and tokens as lists, rules straight from BPMN 2.0.2 chapter 13. It shares
// nothing with the compiler or the run, and is slow on purpose. Where the standard leaves open what happens first, the
// game knows every order: an act leads to all positions that some order leads to.
import { PROCESS } from './drawing.js';
import type { Choices, Drawing, DrawnFlow, DrawnNode, Trigger } from './drawing.js';
import { Paper, framesOf, isThrown, keyOf, sitesOf, tokenAt } from './position.js';
import type { Frame, Position, Scope, Site, Token, Work } from './position.js';

/** More moves, tokens or positions than this within one act: given up. */
const MOVES = 1_500;
const TOKENS = 60;
const POSITIONS = 600;

/** What a person or the world does. */
export type GameAct =
  | { readonly kind: 'complete'; readonly node: string; readonly choices: Choices }
  | { readonly kind: 'error'; readonly node: string; readonly code: string | null }
  | { readonly kind: 'happen'; readonly node: string }
  | { readonly kind: 'signal'; readonly name: string }
  | { readonly kind: 'retry'; readonly node: string; readonly choices: Choices };

/** Rules that a test of the property turns off, to see that it notices. */
export interface Rules {
  readonly inclusiveJoinsWait: boolean;
  readonly parallelJoinsCountFlows: boolean;
  readonly besideStays: boolean;
}

const STANDARD: Rules = { inclusiveJoinsWait: true, parallelJoinsCountFlows: true, besideStays: true };

/** Thrown when an act does not come to rest, or has too many orders to look at. */
export class TooMuch extends Error {}

const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

export class TokenGame {
  private readonly paper: Paper;
  private choices: Choices = {};

  constructor(
    drawing: Drawing,
    private readonly rules: Rules = STANDARD,
  ) {
    this.paper = new Paper(drawing);
  }

  start(choices: Choices): readonly Position[] {
    this.choices = choices;
    return this.settle([{ root: this.open(PROCESS), failed: false, trace: {} }]);
  }

  /** All positions that the act can lead to; none when nothing of the kind is possible. */
  act(from: Position, act: GameAct): readonly Position[] {
    if ('choices' in act) this.choices = act.choices;
    const begun: Position[] = [];
    for (let way = 0; ; way++) {
      const position = { ...copy(from), trace: {} };
      const doing = this.ways(position, act)[way];
      if (doing === undefined) break;
      doing();
      begun.push(position);
    }
    return begun.length === 0 ? [] : this.settle(begun);
  }

  private ways(position: Position, act: GameAct): readonly (() => void)[] {
    const sites = sitesOf(position);
    const at = 'node' in act ? sites.filter((site) => site.token.at === act.node) : [];
    switch (act.kind) {
      case 'complete':
        return at
          .filter(({ token }) => token.phase === 'busy')
          .flatMap((site) => site.token.works.slice(0, 1).map((work) => () => this.workDone(position, site, work)));
      case 'error':
        return at
          .filter(({ token }) => token.phase === 'busy')
          .map((site) => () => this.throwFrom(position, site, { kind: 'error', code: act.code }, true));
      case 'happen':
        return [
          ...sites
            .filter(({ token }) => act.node in token.armed)
            .map((site) => () => this.happenAt(position, site, act.node)),
          ...framesOf(position.root)
            .filter((frame) => act.node in frame.scope.armed)
            .map((frame) => () => this.handle(frame, act.node)),
        ];
      case 'signal':
        return [() => this.signal(position, act.name)];
      case 'retry':
        return at
          .filter(({ token }) => token.phase === 'stuck')
          .map(
            ({ token }) =>
              () =>
                void (token.phase = 'over'),
          );
    }
  }

  // ---- what comes to rest ----

  /** All resting positions that some order of moves leads to. */
  private settle(begun: readonly Position[]): readonly Position[] {
    const seen = new Set<string>();
    const resting = new Map<string, Position>();
    const queue = [...begun];
    for (let position = queue.pop(); position !== undefined; position = queue.pop()) {
      const next = this.onwards(position);
      if (next === null) resting.set(keyOf(position), position);
      for (const each of next ?? []) {
        const key = keyOf(each);
        if (seen.has(key)) continue;
        seen.add(key);
        if (seen.size > POSITIONS) throw new TooMuch();
        queue.push(each);
      }
    }
    return [...resting.values()];
  }

  /** The positions after the next move, one for each that could be next; null at rest. */
  private onwards(position: Position): readonly Position[] | null {
    let moves = this.moves(position);
    // where nothing is thrown, tokens do not meddle with each other: any order leads to the same
    for (let done = 0; moves.length > 0 && (moves.length === 1 || !this.mayThrow(position)); done++) {
      if (done > MOVES || sitesOf(position).length > TOKENS) throw new TooMuch();
      moves[0]!();
      moves = this.moves(position);
    }
    if (sitesOf(position).length > TOKENS) throw new TooMuch();
    if (moves.length > 0) return this.each(position, (copied) => this.moves(copied));
    const joins = this.joins(position);
    if (joins.length === 0) return null;
    return this.each(position, (copied) => this.joins(copied));
  }

  private each(position: Position, moves: (position: Position) => readonly (() => void)[]): readonly Position[] {
    return moves(position).map((_, at) => {
      const copied = copy(position);
      moves(copied)[at]!();
      return copied;
    });
  }

  /** Everything that goes on by itself: tokens that move, scopes in which nothing is left. */
  private moves(position: Position): readonly (() => void)[] {
    const moves: (() => void)[] = [];
    for (const frame of framesOf(position.root)) {
      for (const token of frame.scope.tokens) {
        const site = { token, frame };
        if (token.phase === 'flow' || token.phase === 'fired') moves.push(() => this.arrive(position, token));
        if (token.phase === 'here') moves.push(() => this.begin(position, site));
        if (token.phase === 'over') moves.push(() => this.leave(position, site));
        for (const id of token.heard) moves.push(() => this.hear(position, token, id, frame));
        for (const work of token.works) {
          if (work.inside !== null && isEmpty(work.inside)) moves.push(() => this.workDone(position, site, work));
        }
      }
      for (const id of frame.scope.heard) moves.push(() => this.hear(position, frame.scope, id, frame));
      for (const handler of frame.scope.handlers) {
        if (!isEmpty(handler)) continue;
        moves.push(() => {
          remove(frame.scope.handlers, handler);
          count(position, handler.of);
        });
      }
    }
    return moves;
  }

  /** Whether something may be thrown before the game comes to rest: then the order matters. */
  private mayThrow(position: Position): boolean {
    if (framesOf(position.root).some(({ scope }) => hearing(scope) || scope.tokens.some(hearing))) return true;
    if (!this.paper.throws) return false;
    const seen = new Set<string>();
    const queue: string[] = [];
    for (const { token } of sitesOf(position)) {
      if (token.phase === 'here' || token.phase === 'flow') queue.push(token.at);
      else if (token.phase !== 'busy' || token.works.some((work) => work.inside && isEmpty(work.inside))) {
        queue.push(...this.paper.next(token.at), ...this.after(token.at));
      }
    }
    for (const id of queue) {
      if (seen.has(id)) continue;
      seen.add(id);
      const node = this.paper.node(id);
      const { kind, trigger, loop } = node;
      if (isThrown(node)) return true;
      const waits = kind === 'task' || kind === 'service' || kind === 'eventBased' || kind === 'catch';
      if (kind === 'sub') queue.push(...this.paper.beginnings(id).map((each) => each.id));
      if (!waits || loop !== undefined || trigger?.kind === 'link') queue.push(...this.paper.next(id));
      queue.push(...this.after(id));
    }
    return false;
  }

  /** What goes on when nothing is left in the scope of a node. */
  private after(id: string): readonly string[] {
    const { scope } = this.paper.node(id);
    if (scope === PROCESS) return [];
    const { kind } = this.paper.node(scope);
    return kind === 'sub' ? [...this.paper.next(scope), ...this.after(scope)] : this.after(scope);
  }

  // ---- tokens that move ----

  private arrive(position: Position, token: Token): void {
    count(position, token.via ?? '');
    token.phase = token.phase === 'fired' ? 'over' : 'here';
  }

  private begin(position: Position, site: Site): void {
    const { token, frame } = site;
    const node = this.paper.node(token.at);
    switch (node.kind) {
      case 'start':
      case 'boundary':
        token.phase = 'over';
        return;
      case 'end':
        if (node.trigger === undefined) {
          count(position, token.at);
          remove(frame.scope.tokens, token);
        } else this.throwFrom(position, site, node.trigger, false);
        return;
      case 'throw':
        if (node.trigger?.kind === 'link') token.phase = 'over';
        else if (node.trigger !== undefined) this.throwFrom(position, site, node.trigger, false);
        return;
      case 'xor':
        token.phase = 'over';
        return;
      case 'and':
      case 'or':
        token.phase = this.paper.incoming(node.id).length > 1 ? 'join' : 'over';
        if (token.phase === 'join' && node.kind === 'and') this.joinParallel(frame.scope, node);
        return;
      case 'eventBased':
        token.phase = 'busy';
        for (const flow of this.paper.outgoing(node.id)) token.armed[flow.to] = 0;
        return;
      case 'catch':
        token.phase = node.trigger?.kind === 'link' ? 'over' : 'busy';
        if (token.phase === 'busy') token.armed[node.id] = 0;
        return;
      case 'task':
      case 'service':
      case 'sub':
        this.beginActivity(site, node);
        return;
      case 'eventSub':
        throw new Error('no flow leads to an event sub-process');
    }
  }

  /** §13.4.1: one token from each flow. */
  private joinParallel(scope: Scope, node: DrawnNode): void {
    const waiting = scope.tokens.filter((token) => token.at === node.id && token.phase === 'join');
    const flows = this.paper.incoming(node.id);
    const taken = this.rules.parallelJoinsCountFlows
      ? flows.flatMap((flow) => waiting.filter((token) => token.via === flow.id).slice(0, 1))
      : waiting.slice(0, flows.length);
    if (taken.length === flows.length) merge(scope, node.id, taken);
  }

  private beginActivity({ token, frame }: Site, node: DrawnNode): void {
    const needed = node.startQuantity ?? 1;
    if (needed > 1) {
      token.phase = 'join';
      const waiting = frame.scope.tokens.filter((other) => other.at === node.id && other.phase === 'join');
      if (waiting.length < needed) return;
      for (const other of waiting) if (other !== token) remove(frame.scope.tokens, other);
    }
    token.phase = 'busy';
    for (const boundary of this.paper.boundaries(node.id)) token.armed[boundary.id] = again(boundary);
    if (node.loop === undefined) token.works.push(this.work(node));
    else {
      token.round = { started: 0, done: 0 };
      if (node.loop.kind === 'standard') {
        if (node.loop.before) this.loopAgain(token, node);
        else this.startWork(token, node);
      } else if (node.loop.total === 0) token.phase = 'over';
      else for (let i = 0; i < (node.loop.sequential ? 1 : node.loop.total); i++) this.startWork(token, node);
    }
  }

  private open(scope: string): Scope {
    const armed = Object.fromEntries(this.paper.triggered(scope).map((start) => [start.id, again(start)]));
    const tokens = this.paper.beginnings(scope).map(({ id }) => tokenAt(id, 'here'));
    return { of: scope, tokens, handlers: [], armed, heard: [] };
  }

  private work(node: DrawnNode): Work {
    return { inside: node.kind === 'sub' ? this.open(node.id) : null };
  }

  private startWork(token: Token, node: DrawnNode): void {
    if (token.round !== null) token.round.started += 1;
    token.works.push(this.work(node));
  }

  private loopAgain(token: Token, node: DrawnNode): void {
    if (node.loop?.kind !== 'standard' || token.round === null) return;
    if (token.round.started < node.loop.maximum && this.choices[node.id]) this.startWork(token, node);
    else token.phase = 'over';
  }

  /** One execution is over: the activity with it, unless it loops. */
  private workDone(position: Position, site: Site, work: Work): void {
    const { token } = site;
    const node = this.paper.node(token.at);
    remove(token.works, work);
    if (node.loop === undefined || token.round === null) {
      this.leave(position, site);
      return;
    }
    token.round.done += 1;
    if (node.loop.kind === 'standard') {
      this.loopAgain(token, node);
      return;
    }
    const { total, enough, sequential } = node.loop;
    if (token.round.done >= total || (enough !== null && token.round.done >= enough)) {
      token.works = [];
      token.phase = 'over';
    } else if (sequential) this.startWork(token, node);
  }

  private leave(position: Position, { token, frame }: Site): void {
    const node = this.paper.node(token.at);
    token.armed = {};
    token.round = null;
    const flows = this.chosen(node);
    if (flows === null) {
      token.phase = 'stuck';
      return;
    }
    count(position, node.id);
    remove(frame.scope.tokens, token);
    if (node.trigger?.kind === 'link' && node.kind === 'throw') {
      for (const target of this.paper.next(node.id)) frame.scope.tokens.push(tokenAt(target, 'here'));
    }
    for (const flow of flows) {
      for (let i = 0; i < (node.completionQuantity ?? 1); i++) {
        frame.scope.tokens.push(tokenAt(flow.to, 'flow', flow.id));
      }
    }
  }

  /** Tables 13.2 and 13.3, and §13.3.1 for activities; null when no way is open. */
  private chosen(node: DrawnNode): readonly DrawnFlow[] | null {
    const flows = this.paper.outgoing(node.id);
    if (flows.length === 0 || !['xor', 'or', 'task', 'service', 'sub'].includes(node.kind)) return flows;
    const open = flows.filter((flow) => (flow.when === 'choice' ? this.choices[flow.id] : flow.when === undefined));
    const standard = flows.filter((flow) => flow.when === 'default');
    const taken = open.length > 0 ? open : standard;
    if (taken.length === 0) return null;
    return node.kind === 'xor' ? taken.slice(0, 1) : taken;
  }

  // ---- inclusive joins: table 13.3, looked at when nothing else moves ----

  private joins(position: Position): readonly (() => void)[] {
    const moves: (() => void)[] = [];
    for (const { scope } of framesOf(position.root)) {
      const waiting = scope.tokens.filter((token) => token.phase === 'join' && this.paper.node(token.at).kind === 'or');
      for (const id of new Set(waiting.map((token) => token.at))) {
        if (this.rules.inclusiveJoinsWait && this.mayStillCome(scope, id)) continue;
        const taken = this.paper
          .incoming(id)
          .flatMap((flow) => waiting.filter((token) => token.at === id && token.via === flow.id).slice(0, 1));
        moves.push(() => merge(scope, id, taken));
      }
    }
    return moves;
  }

  /**
   * A token that can come to an empty flow of the join and by sequence flows to none that has a token, without visiting
   * the join.
   */
  private mayStillCome(scope: Scope, join: string): boolean {
    const flows = this.paper.incoming(join);
    const here = (token: Token): boolean => token.at === join && token.phase === 'join';
    const filled = flows.filter((flow) => scope.tokens.some((token) => here(token) && token.via === flow.id));
    return scope.tokens.some((token) => {
      if (here(token)) return false;
      const reached = this.reachable(token.at, join, true);
      const byFlows = this.reachable(token.at, join, false);
      return (
        flows.some((flow) => !filled.includes(flow) && reached.has(flow.from)) &&
        !filled.some((flow) => byFlows.has(flow.from))
      );
    });
  }

  private reachable(from: string, without: string, borders: boolean): ReadonlySet<string> {
    const seen = new Set<string>();
    const queue = [from];
    for (const id of queue) {
      if (id === without || seen.has(id)) continue;
      seen.add(id);
      queue.push(...this.paper.next(id).filter((to) => borders || this.paper.node(to).kind !== 'boundary'));
    }
    return seen;
  }

  // ---- events ----

  /** §13.5.6 */
  private throwFrom(position: Position, { token, frame }: Site, trigger: Trigger, atActivity: boolean): void {
    if (trigger.kind === 'error' || trigger.kind === 'escalation') {
      if (trigger.kind === 'escalation') token.phase = 'over';
      const caught = this.catcher(frame, atActivity ? token : null, trigger);
      if (caught !== null) caught();
      else if (trigger.kind === 'error') {
        Object.assign(position.root, { tokens: [], handlers: [], armed: {}, heard: [] });
        position.failed = true;
      }
    } else if (trigger.kind === 'signal') {
      token.phase = 'over';
      this.signal(position, trigger.name);
    } else if (trigger.kind === 'terminate') {
      token.phase = 'over';
      Object.assign(frame.scope, { tokens: [token], handlers: [], armed: {}, heard: [] });
    }
  }

  /** From inside outwards; at each place an event that names the code before one that catches every code. */
  private catcher(
    from: Frame,
    activity: Token | null,
    thrown: Extract<Trigger, { readonly kind: 'error' | 'escalation' }>,
  ): (() => void) | null {
    const among = (armed: Record<string, number>): string | undefined => {
      const events = Object.keys(armed).filter((id) => this.paper.node(id).trigger?.kind === thrown.kind);
      const code = (id: string): string | null => {
        const { trigger } = this.paper.node(id);
        return trigger !== undefined && 'code' in trigger ? trigger.code : null;
      };
      const exact = thrown.code === null ? undefined : events.find((id) => code(id) === thrown.code);
      return exact ?? events.find((id) => code(id) === null);
    };
    const own = activity === null ? undefined : among(activity.armed);
    if (activity !== null && own !== undefined) return () => this.goBeside(from.scope, activity, own);
    for (let frame: Frame | null = from; frame !== null; frame = frame.around) {
      const at: Frame = frame;
      const inside = among(at.scope.armed);
      if (inside !== undefined) return () => this.handle(at, inside);
      const { host, around } = at;
      const boundary = host === null ? undefined : among(host.armed);
      if (host !== null && around !== null && boundary !== undefined) {
        return () => this.goBeside(around.scope, host, boundary);
      }
    }
    return null;
  }

  /** On its way to everything that waits for it now; what comes first is left open. */
  private signal(position: Position, name: string): void {
    const hears = (id: string): boolean => {
      const { trigger } = this.paper.node(id);
      return trigger?.kind === 'signal' && trigger.name === name;
    };
    const places = [
      ...sitesOf(position).map(({ token }) => token),
      ...framesOf(position.root).map(({ scope }) => scope),
    ];
    for (const place of places) place.heard.push(...Object.keys(place.armed).filter(hears));
  }

  private hear(position: Position, place: Token | Scope, id: string, frame: Frame): void {
    remove(place.heard, id);
    if (!(id in place.armed)) return;
    if ('tokens' in place) this.handle(frame, id);
    else this.happenAt(position, { token: place, frame }, id);
  }

  private happenAt(position: Position, { token, frame }: Site, id: string): void {
    const node = this.paper.node(id);
    if (node.kind === 'boundary') this.goBeside(frame.scope, token, id);
    else if (token.at === id) Object.assign(token, { armed: {}, phase: 'over' });
    else {
      const flow = this.paper.incoming(id).find((each) => each.from === token.at);
      count(position, token.at);
      Object.assign(token, { armed: {}, phase: 'fired', at: id, via: flow?.id });
    }
  }

  /** §13.5.3 */
  private goBeside(scope: Scope, host: Token, boundary: string): void {
    if (this.paper.node(boundary).beside && this.rules.besideStays) used(host.armed, boundary);
    else remove(scope.tokens, host);
    scope.tokens.push(tokenAt(boundary, 'here'));
  }

  /** §13.5.4 */
  private handle({ scope }: Frame, start: string): void {
    const node = this.paper.node(start);
    if (node.beside) used(scope.armed, start);
    else Object.assign(scope, { tokens: [], handlers: [], armed: {}, heard: [] });
    scope.handlers.push(this.open(node.scope));
  }
}

const hearing = ({ heard }: Token | Scope): boolean => heard.length > 0;

const isEmpty = (scope: Scope): boolean => scope.tokens.length === 0 && scope.handlers.length === 0;

const count = (position: Position, id: string): void => {
  position.trace[id] = (position.trace[id] ?? 0) + 1;
};

function remove<T>(list: T[], item: T): void {
  const at = list.indexOf(item);
  if (at >= 0) list.splice(at, 1);
}

function merge(scope: Scope, at: string, taken: readonly Token[]): void {
  for (const token of taken) remove(scope.tokens, token);
  scope.tokens.push(tokenAt(at, 'over'));
}

/** How often an event fires again after the first time; without end for all but timers. */
const again = ({ trigger }: DrawnNode): number => (trigger?.kind === 'timer' ? trigger.times - 1 : -1);

function used(armed: Record<string, number>, id: string): void {
  const left = armed[id] ?? 0;
  if (left === 0) delete armed[id];
  else if (left > 0) armed[id] = left - 1;
}
