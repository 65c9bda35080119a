// An independent, naive BPMN token game: a list of tokens, a list of scope instances, rules straight from the standard
// (BPMN 2.0.2 chapter 13). It shares nothing with the compiler, and is slow on purpose.
import type { Drawing, DrawnFlow, DrawnNode } from './drawing.js';

interface Token {
  /** the node it is at, or the flow on which it waits at a join */
  readonly place: string;
  readonly scope: string;
}

export interface Position {
  readonly tasks: readonly string[];
  readonly waiting: Readonly<Record<string, number>>;
  readonly stuck: readonly string[];
  readonly outcome: string | null;
}

export class TokenGame {
  private tokens: Token[] = [];
  private queue: { flow: DrawnFlow | null; node: string }[] = [];
  private outcome: string | null = null;
  private readonly subs = new Set<string>();
  /** set when two tokens would be in one place: the drawing is unsafe, and the comparison ends */
  unsafe = false;
  /** set when automatic nodes never come to rest */
  endless = false;

  constructor(
    private readonly drawing: Drawing,
    private choice: Readonly<Record<string, number>>,
  ) {
    this.subs.add('process');
    this.enter('process');
    this.run();
  }

  choose(choice: Readonly<Record<string, number>>): void {
    this.choice = choice;
  }

  /** A person completes a task. */
  complete(task: string): void {
    this.retry();
    this.take(task);
    for (const flow of this.outgoing(task)) this.queue.push({ flow, node: flow.to });
    this.run();
  }

  /** A timer fires: whatever its host holds is cancelled. */
  fire(timer: string): void {
    this.retry();
    const { host } = this.node(timer);
    this.cancel(host!);
    this.queue.push({ flow: null, node: timer });
    this.run();
  }

  get position(): Position {
    const waiting: Record<string, number> = {};
    const tasks: string[] = [];
    const stuck: string[] = [];
    for (const { place } of this.tokens) {
      const node = this.drawing.nodes.find((each) => each.id === place);
      if (node === undefined) waiting[place] = (waiting[place] ?? 0) + 1;
      else if (node.kind === 'task') tasks.push(place);
      else stuck.push(place);
    }
    return { tasks: tasks.sort(), waiting, stuck: stuck.sort(), outcome: this.outcome };
  }

  /** Timers that could fire now. */
  get timers(): readonly string[] {
    const busy = new Set(this.tokens.flatMap((token) => [token.place, ...this.around(token.scope)]));
    return this.drawing.nodes.filter((node) => node.kind === 'timer' && busy.has(node.host!)).map((node) => node.id);
  }

  private run(): void {
    let steps = 0;
    for (let next = this.queue.shift(); next !== undefined; next = this.queue.shift()) {
      if (++steps > 2_000) {
        this.endless = true;
        return;
      }
      this.arrive(next.flow, next.node);
      if (this.outcome !== null || this.unsafe) return;
    }
  }

  private arrive(flow: DrawnFlow | null, id: string): void {
    const node = this.node(id);
    switch (node.kind) {
      case 'start':
      case 'timer':
      case 'error':
        return this.leave(id);
      case 'task':
        return this.rest(id, node.scope);
      case 'xor':
        return this.decide(id);
      case 'and':
        return this.gather(flow!, node);
      case 'sub':
        if (this.subs.has(id)) this.unsafe = true;
        this.subs.add(id);
        return this.enter(id);
      case 'end':
        return this.finish(node.scope);
      case 'errorEnd':
        return this.fail(node.scope);
    }
  }

  private rest(place: string, scope: string): void {
    if (this.tokens.some((token) => token.place === place)) this.unsafe = true;
    this.tokens.push({ place, scope });
  }

  private decide(id: string): void {
    const flows = this.outgoing(id);
    const chosen =
      flows.length === 1 && typeof flows[0]!.when !== 'number'
        ? flows[0]
        : (flows.find((flow) => typeof flow.when === 'number' && flow.when === this.choice[id]) ??
          flows.find((flow) => flow.when === null || flow.when === undefined));
    if (chosen) this.queue.push({ flow: chosen, node: chosen.to });
    else this.rest(id, this.node(id).scope);
  }

  /** An incident is looked at again whenever anything happens. */
  private retry(): void {
    const waiting = this.tokens.filter((token) =>
      this.drawing.nodes.some((node) => node.id === token.place && node.kind === 'xor'),
    );
    for (const token of waiting) {
      this.take(token.place);
      this.decide(token.place);
    }
  }

  private gather(flow: DrawnFlow, node: DrawnNode): void {
    const incoming = this.drawing.flows.filter((each) => each.to === node.id);
    if (incoming.length > 1) {
      this.tokens.push({ place: flow.id, scope: node.scope });
      if (!incoming.every((each) => this.tokens.some((token) => token.place === each.id))) return;
      for (const each of incoming) this.take(each.id);
    }
    this.leave(node.id);
  }

  private leave(id: string): void {
    for (const flow of this.outgoing(id)) this.queue.push({ flow, node: flow.to });
  }

  private enter(scope: string): void {
    const start = this.drawing.nodes.find((node) => node.kind === 'start' && node.scope === scope)!;
    this.queue.push({ flow: null, node: start.id });
  }

  /** A scope is over when nothing in it holds a token, and nothing is on its way within it. */
  private finish(scope: string): void {
    const busy =
      this.tokens.some((token) => this.around(token.scope).includes(scope)) ||
      this.queue.some((each) => this.around(this.node(each.node).scope).includes(scope));
    if (busy) return;
    if (scope === 'process') this.outcome = 'accepted';
    else {
      this.subs.delete(scope);
      this.leave(scope);
    }
  }

  private fail(scope: string): void {
    for (let at = scope; at !== 'process'; at = this.node(at).scope) {
      const boundary = this.drawing.nodes.find((node) => node.kind === 'error' && node.host === at);
      if (boundary === undefined) continue;
      this.cancel(at);
      this.queue.push({ flow: null, node: boundary.id });
      return;
    }
    this.tokens = [];
    this.outcome = 'failed';
  }

  /** Takes away everything at a node or inside it. */
  private cancel(host: string): void {
    const inside = (scope: string): boolean => this.around(scope).includes(host);
    this.tokens = this.tokens.filter((token) => token.place !== host && !inside(token.scope));
    this.queue = this.queue.filter((each) => !inside(this.node(each.node).scope));
    for (const sub of this.subs)
      if (sub === host || (sub !== 'process' && inside(this.node(sub).scope))) this.subs.delete(sub);
  }

  private take(place: string): void {
    this.tokens.splice(
      this.tokens.findIndex((token) => token.place === place),
      1,
    );
  }

  /** The scope and all those around it. */
  private around(scope: string): readonly string[] {
    return scope === 'process' ? ['process'] : [scope, ...this.around(this.node(scope).scope)];
  }

  private outgoing(id: string): readonly DrawnFlow[] {
    return this.drawing.flows.filter((flow) => flow.from === id);
  }

  private node(id: string): DrawnNode {
    return this.drawing.nodes.find((node) => node.id === id)!;
  }
}
