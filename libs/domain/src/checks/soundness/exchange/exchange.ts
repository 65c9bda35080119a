import type { Channels } from './channels.js';
import { gathers } from './exchange-parts.js';
import type { Part } from './exchange-parts.js';
import { fire } from '../explore/fire.js';
import { MessageMoves } from './message-moves.js';
import { keyOf } from './exchange-standing.js';
import type { Notices, Standing } from './exchange-standing.js';
import type { Move, Tokens } from '../explore/net.js';

/** Messages of one channel that nobody took yet are counted up to this. */
const MOST_MESSAGES = 3;

/** How several scopes with messages between them move: inside each of them as it does by itself. */
export class Exchange {
  private readonly messages: MessageMoves;

  constructor(
    readonly parts: readonly Part[],
    private readonly channels: Channels,
    private readonly notices: Notices,
  ) {
    this.messages = new MessageMoves(
      parts.map(({ setting }) => setting.scope),
      channels,
    );
  }

  /** Nothing runs yet. Whatever no message of the file has to start begins at once. */
  initial(): readonly Standing[] {
    const nothing: Standing = {
      parts: this.parts.map(() => null),
      bag: Array<number>(this.channels.count).fill(0),
      since: [],
    };
    let all: readonly Standing[] = [nothing];
    for (const part of this.processes()) {
      const free = this.beginnings(part).filter((move) => this.messages.of(move).taken.length === 0);
      if (free.length === 0) continue;
      all = all.flatMap((standing) => free.flatMap((move) => this.begin(standing, part, move)));
    }
    return all.flatMap((standing) => this.settle(standing));
  }

  processes(): readonly Part[] {
    return this.parts.filter(({ around }) => around === null);
  }

  /** What people, the world and messages can do, each as far as everything goes by itself. */
  *next(standing: Standing): Iterable<readonly Standing[]> {
    for (const part of this.parts) {
      const tokens = standing.parts[part.at] ?? null;
      if (tokens !== null) yield* this.acts(standing, part, tokens);
    }
    for (const part of this.processes()) yield* this.startedBy(standing, part);
  }

  /** A message would start another instance while one is running. */
  startsAnother({ parts, bag }: Standing): boolean {
    return this.processes().some(
      (part) =>
        parts[part.at] != null &&
        this.beginnings(part).some((move) => this.messages.of(move).taken.some((channel) => (bag[channel] ?? 0) > 0)),
    );
  }

  /**
   * The moves of one token that nobody else can hinder and that hinder nobody: where there is one, the others may wait.
   * Null when there is none.
   */
  alone(standing: Standing): readonly (readonly Standing[])[] | null {
    for (const part of this.parts) {
      const tokens = standing.parts[part.at];
      if (tokens == null || part.cutShort) continue;
      for (const place of new Set(tokens)) {
        const { kind, vertex } = part.net.at(place);
        if (kind !== 'resting' || vertex.kind === 'host' || part.inner.some((each) => each.hostPlace === place))
          continue;
        const options = [...this.options(part, [place])];
        const free = options.every((moves) => moves.every((move) => this.messages.of(move).taken.length === 0));
        if (options.length > 0 && free) return options.map((moves) => this.play(standing, part, moves));
      }
    }
    return null;
  }

  private *acts(standing: Standing, part: Part, tokens: Tokens): Iterable<readonly Standing[]> {
    for (const moves of this.options(part, tokens)) {
      // a sub-process that is played completes when what runs in it has ended
      if (moves.some((move) => this.completes(part, move) !== undefined)) continue;
      if (moves.every((move) => this.has(standing, move))) yield this.play(standing, part, moves);
    }
  }

  private *startedBy(standing: Standing, part: Part): Iterable<readonly Standing[]> {
    if (standing.parts[part.at] != null) return;
    for (const move of this.beginnings(part))
      if (this.messages.of(move).taken.length > 0 && this.has(standing, move))
        yield this.begin({ ...standing, since: [] }, part, move).flatMap((each) => this.settle(each));
  }

  private beginnings({ net, moves }: Part): readonly Move[] {
    return moves.in([net.arrive(net.first)]);
  }

  private begin(standing: Standing, part: Part, move: Move): readonly Standing[] {
    const parts = standing.parts.with(part.at, [part.net.arrive(part.net.first)]);
    const begun = this.happen({ ...standing, parts }, part, move);
    return begun === null ? [] : [begun];
  }

  /** What decides which way an activity or an event-based gateway is left is one act with leaving it. */
  private *options({ moves, net }: Part, tokens: Tokens): Iterable<readonly Move[]> {
    for (const move of moves.in(tokens)) {
      const [gate, ...more] = move.put.filter((place) => net.at(place).kind !== 'note');
      const chooses =
        gate !== undefined &&
        more.length === 0 &&
        net.at(gate).kind === 'passing' &&
        net.at(gate).vertex.kind === 'choice' &&
        net.at(gate).vertex.nodeId === move.vertex.nodeId;
      if (!chooses) yield [move];
      else for (const further of moves.in([gate])) yield [move, further];
    }
  }

  private play(standing: Standing, part: Part, moves: readonly Move[]): readonly Standing[] {
    let at: Standing | null = { ...standing, since: [] };
    for (const move of moves) if (at !== null) at = this.happen(at, part, move);
    return at === null ? [] : this.settle(at);
  }

  /** Goes on until people, the world or a message have to act; several results where ways part. */
  private settle(standing: Standing): readonly Standing[] {
    const seen = new Map([[keyOf(standing), standing]]);
    const settled: Standing[] = [];
    // the map grows while it is walked
    for (const at of seen.values()) {
      const moves = this.byItself(at);
      if (moves === null) settled.push(at);
      else
        for (const { part, moves: all } of moves) {
          let next: Standing | null = at;
          for (const move of all) if (next !== null) next = this.happen(next, part, move);
          if (next !== null && !seen.has(keyOf(next))) seen.set(keyOf(next), next);
        }
    }
    // a round that nobody leaves is told of the scope by itself
    if (settled.length === 0) this.notices.tooMany();
    return settled;
  }

  private byItself(standing: Standing): readonly { readonly part: Part; readonly moves: readonly Move[] }[] | null {
    const passing = this.parts.filter((part) => (standing.parts[part.at]?.[0] ?? Infinity) < part.net.firstResting);
    const race = passing.some(({ net, at }) =>
      (standing.parts[at] ?? []).some((place) => place < net.firstResting && net.at(place).vertex.leaves.length > 0),
    );
    if (race && passing.length > 1)
      return passing.flatMap((part) =>
        part.moves.in(standing.parts[part.at] ?? []).map((move) => ({ part, moves: [move] })),
      );
    for (const part of this.parts) {
      const tokens = standing.parts[part.at];
      if (tokens == null) continue;
      const moves = part.moves.in(tokens);
      const first = tokens[0] ?? Infinity;
      if (first < part.net.firstResting || moves.some(({ vertex }) => gathers(part, vertex.id, tokens)))
        return moves.map((move) => ({ part, moves: [move] }));
      const done = part.around !== null && tokens.every((place) => part.net.at(place).kind === 'note');
      if (done && part.around !== null) return this.completing(standing, part, part.around);
    }
    return null;
  }

  private completing(standing: Standing, part: Part, around: Part) {
    const tokens = standing.parts[around.at] ?? [];
    return [...this.options(around, tokens)]
      .filter((moves) => moves.some((move) => this.completes(around, move) === part))
      .map((moves) => ({ part: around, moves }));
  }

  /** The sub-process that is played and that the move completes. */
  private completes({ inner }: Part, move: Move): Part | undefined {
    return inner.length === 0
      ? undefined
      : inner.find(({ setting }) =>
          move.acts().some(({ nodeId, act }) => act === 'complete' && nodeId === setting.host?.id),
        );
  }

  private has({ bag }: Standing, move: Move): boolean {
    return this.messages.of(move).taken.every((channel) => (bag[channel] ?? 0) > 0);
  }

  /** Null when it leads beyond what is followed. */
  private happen(standing: Standing, part: Part, move: Move): Standing | null {
    const tokens = standing.parts[part.at];
    if (tokens == null) return null;
    this.notices.happened(move);
    const since = [...standing.since, { part, move }];
    const { taken, sent } = this.messages.of(move);
    const bag = [...standing.bag];
    for (const channel of taken) bag[channel] = (bag[channel] ?? 0) - 1;
    for (const channel of sent) bag[channel] = (bag[channel] ?? 0) + 1;
    if (bag.some((count) => count > MOST_MESSAGES)) {
      this.notices.tooMany();
      return null;
    }
    const parts = [...standing.parts];
    if (move.leave !== null) this.stop(parts, part);
    const fired = move.leave === null ? fire(part.net, tokens, move) : null;
    if (fired !== null) parts[part.at] = fired.tokens;
    else if (part.around !== null) parts[part.at] = [];
    const next = { parts, bag, since };
    if (fired?.tooMany) this.notices.tooMany();
    if (fired?.endTwice != null) this.notices.endTwice(part.net.at(fired.endTwice).vertex.nodeId, part, next);
    if (fired?.twice != null) this.notices.twice(fired.twice, part, next);
    if (fired?.twice != null || fired?.tooMany) return null;
    for (const inner of part.inner) {
      if (move.take.includes(inner.hostPlace)) this.stop(parts, inner);
      if (!move.put.includes(inner.hostPlace)) continue;
      if (parts[inner.at] != null) this.notices.unclear();
      parts[inner.at] = [inner.net.arrive(inner.net.first)];
    }
    const ended = part.around === null && parts[part.at]?.every((place) => part.net.at(place).kind === 'note');
    if (ended) this.stop(parts, part);
    return next;
  }

  private stop(parts: (Tokens | null)[], part: Part): void {
    parts[part.at] = null;
    for (const inner of part.inner) this.stop(parts, inner);
  }
}
