// Every run of two processes with messages between them, token by token, flow by flow: slow, plain, and without a line of
// the product. Knows what random-exchange.ts draws.
import type { FlowModel, FlowNode, Scope } from '../../../libs/domain/src/bpmn/model.js';

/** Flows with a token, in order, for each process; null: it does not run. Messages on their way by message flow. */
interface State {
  readonly tokens: readonly (readonly string[] | null)[];
  readonly bag: readonly number[];
}

export interface NaiveExchangeVerdict {
  /** false: too many states or messages, or a message that would start a process that runs */
  readonly complete: boolean;
  /** for each process, whether it can come to where its end is out of reach */
  readonly stuck: readonly boolean[];
  readonly left: boolean;
  readonly dead: readonly string[];
}

const MOST_STATES = 5_000;
const MOST_MESSAGES = 3;

export class NaiveExchange {
  private readonly roots: readonly Scope[];
  private readonly acted = new Set<string>();
  private complete = true;

  constructor(private readonly model: FlowModel) {
    this.roots = [model.root, ...model.others.map(({ root }) => root)];
  }

  judge(): NaiveExchangeVerdict {
    const seen = new Map<string, { state: State; before: string[]; last: boolean }>();
    const add = (state: State, from: string | null): void => {
      const key = JSON.stringify(state);
      const there = seen.get(key);
      if (there === undefined) seen.set(key, { state, before: from === null ? [] : [from], last: false });
      else if (from !== null) there.before.push(from);
    };
    add(this.first(), null);
    for (const [key, entry] of seen) {
      if (seen.size > MOST_STATES || entry.state.bag.some((count) => count > MOST_MESSAGES)) {
        this.complete = false;
        break;
      }
      const next = this.next(entry.state);
      entry.last = next.length === 0;
      for (const state of next) add(state, key);
    }
    const all = [...seen];
    const stuck = this.roots.map((_, at) => {
      const good = new Set(all.filter(([, { state }]) => state.tokens[at] === null).map(([key]) => key));
      for (const key of good) for (const before of seen.get(key)?.before ?? []) good.add(before);
      return good.size < seen.size;
    });
    const left = all.some(([, { state, last }]) => last && state.bag.some((count) => count > 0));
    const nodes = this.roots.flatMap((root) => root.nodes).filter(({ kind }) => kind !== 'startEvent');
    return {
      complete: this.complete,
      stuck,
      left,
      dead: nodes.map(({ id }) => id).filter((id) => !this.acted.has(id)),
    };
  }

  private first(): State {
    const bag = this.model.messageFlows.map(() => 0);
    return { bag, tokens: this.roots.map((root) => (this.channelTo(startOf(root)) === -1 ? beginning(root) : null)) };
  }

  private readonly channelTo = ({ id }: FlowNode): number =>
    this.model.messageFlows.findIndex(({ target }) => target === id);
  private readonly channelFrom = ({ id }: FlowNode): number =>
    this.model.messageFlows.findIndex(({ source }) => source === id);

  private next(state: State): readonly State[] {
    return this.roots.flatMap((root, at) => {
      const tokens = state.tokens[at] ?? null;
      const started = this.channelTo(startOf(root));
      const called = started !== -1 && (state.bag[started] ?? 0) > 0;
      if (tokens !== null && called) this.complete = false;
      if (tokens === null) return called ? [after(state, at, beginning(root), started, -1)] : [];
      return root.nodes.flatMap((node) => this.move(state, at, root, node, tokens));
    });
  }

  private move(state: State, at: number, root: Scope, node: FlowNode, tokens: readonly string[]): readonly State[] {
    const into = root.flows.filter(({ target }) => target === node.id).map(({ id }) => id);
    const out = root.flows.filter(({ source }) => source === node.id).map(({ id }) => id);
    const taken = node.kind === 'parallelGateway' ? [into] : into.map((id) => [id]);
    const put = node.kind === 'exclusiveGateway' ? out.map((id) => [id]) : [out];
    const [from, to] = [this.channelTo(node), this.channelFrom(node)];
    if (from !== -1 && (state.bag[from] ?? 0) === 0) return [];
    const ways = taken.filter((ids) => ids.length > 0 && ids.every((id) => tokens.includes(id)));
    if (ways.length > 0) this.acted.add(node.id);
    const terminates = node.kind === 'endEvent' && node.triggers.length > 0;
    return ways.flatMap((ids) =>
      put.map((flows) => {
        const rest = [...tokens];
        for (const id of ids) rest.splice(rest.indexOf(id), 1);
        return after(state, at, terminates ? [] : [...rest, ...flows].sort(), from, to);
      }),
    );
  }
}

function after({ tokens, bag }: State, at: number, now: readonly string[], from: number, to: number): State {
  const counts = bag.map((count, channel) => count - (channel === from ? 1 : 0) + (channel === to ? 1 : 0));
  return { tokens: tokens.with(at, now.length === 0 ? null : now), bag: counts };
}

function startOf({ nodes }: Scope): FlowNode {
  const start = nodes.find(({ kind }) => kind === 'startEvent');
  if (start === undefined) throw new Error('a process without a start');
  return start;
}

const beginning = (root: Scope): readonly string[] =>
  root.flows.filter(({ source }) => source === startOf(root).id).map(({ id }) => id);
