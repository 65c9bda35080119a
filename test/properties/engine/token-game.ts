// An independent, naive BPMN token game: scopes and tokens as lists, rules straight from BPMN 2.0.2 chapter 13. It shares
// nothing with the compiler or the run, and is slow on purpose. Where the standard leaves open what happens first, the
// game knows every order: an act leads to all positions that some order leads to.
import { PROCESS } from './drawing.js';
import { Board, merge } from './board.js';
import type { Choices, Drawing } from './drawing.js';
import type { Rules } from './events.js';
import { mayStillCome } from './inclusive-join.js';
import { mayThrow } from './may-throw.js';
import { Paper, count, framesOf, isEmpty, keyOf, remove, sitesOf } from './position.js';
import type { Position } from './position.js';

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

const STANDARD: Rules = { inclusiveJoinsWait: true, parallelJoinsCountFlows: true, besideStays: true };

/** Thrown when an act does not come to rest, or has too many orders to look at. */
export class TooMuch extends Error {}

const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

export class TokenGame {
  private readonly board: Board;

  constructor(drawing: Drawing, rules: Rules = STANDARD) {
    this.board = new Board(new Paper(drawing), rules);
  }

  start(choices: Choices): readonly Position[] {
    this.board.choices = choices;
    return this.settle([{ root: this.board.open(PROCESS), failed: false, trace: {} }]);
  }

  /** All positions that the act can lead to; none when nothing of the kind is possible. */
  act(from: Position, act: GameAct): readonly Position[] {
    if ('choices' in act) this.board.choices = act.choices;
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
          .flatMap((site) =>
            site.token.works.slice(0, 1).map((work) => () => this.board.workDone(position, site, work)),
          );
      case 'error':
        return at
          .filter(({ token }) => token.phase === 'busy')
          .map((site) => () => this.board.throwFrom(position, site, { kind: 'error', code: act.code }, true));
      case 'happen':
        return [
          ...sites
            .filter(({ token }) => act.node in token.armed)
            .map((site) => () => this.board.happenAt(position, site, act.node)),
          ...framesOf(position.root)
            .filter((frame) => act.node in frame.scope.armed)
            .map((frame) => () => this.board.handle(frame, act.node)),
        ];
      case 'signal':
        return [() => this.board.signal(position, act.name)];
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
    for (let done = 0; moves.length > 0 && (moves.length === 1 || !mayThrow(this.board.paper, position)); done++) {
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
        if (token.phase === 'flow' || token.phase === 'fired') moves.push(() => this.board.arrive(position, token));
        if (token.phase === 'here') moves.push(() => this.board.begin(position, site));
        if (token.phase === 'over') moves.push(() => this.board.leave(position, site));
        for (const id of token.heard) moves.push(() => this.board.hear(position, token, id, frame));
        for (const work of token.works) {
          if (work.inside !== null && isEmpty(work.inside)) moves.push(() => this.board.workDone(position, site, work));
        }
      }
      for (const id of frame.scope.heard) moves.push(() => this.board.hear(position, frame.scope, id, frame));
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

  // ---- inclusive joins: table 13.3, looked at when nothing else moves ----

  private joins(position: Position): readonly (() => void)[] {
    const moves: (() => void)[] = [];
    for (const { scope } of framesOf(position.root)) {
      const waiting = scope.tokens.filter(
        (token) => token.phase === 'join' && this.board.paper.node(token.at).kind === 'or',
      );
      for (const id of new Set(waiting.map((token) => token.at))) {
        if (this.board.rules.inclusiveJoinsWait && mayStillCome(this.board.paper, scope, id)) continue;
        const taken = this.board.paper
          .incoming(id)
          .flatMap((flow) => waiting.filter((token) => token.at === id && token.via === flow.id).slice(0, 1));
        moves.push(() => merge(scope, id, taken));
      }
    }
    return moves;
  }
}
