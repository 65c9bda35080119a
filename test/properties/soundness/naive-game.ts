// Every run of a flow, token by token, over the full product of everything that runs at the same time. Written from the
// standard alone, for specs: slow, plain, and without a line of the product.
import type { BoundaryEvent, FlowModel, FlowNode, Scope, SequenceFlow } from '../../../libs/domain/src/bpmn/model.js';

/** `>f` a token on a flow, `@n` one at a node, `?s` a sub-process that has not begun, `!b` an event that has come once, `.e` an end that was reached. */
type State = readonly string[];

export interface NaiveVerdict {
  readonly complete: boolean;
  readonly twice: boolean;
  /** second tokens come to joins only, while the first wait there for others */
  readonly onlyAtJoins: boolean;
  readonly endTwice: boolean;
  readonly stuck: boolean;
  readonly dead: ReadonlySet<string>;
}

interface Next {
  readonly state: State | 'done';
  readonly twice?: boolean;
  readonly endTwice?: boolean;
}

export class NaiveGame {
  private readonly nodes = new Map<string, FlowNode>();
  private readonly flows = new Map<string, SequenceFlow>();
  private readonly scopeOfThing = new Map<string, Scope>();
  private readonly hostOf = new Map<Scope, FlowNode>();
  private readonly many = new Set<string>();
  private readonly visited = new Set<string>();
  private onlyAtJoins = true;

  constructor(private readonly model: FlowModel) {
    this.read(model.root);
  }

  judge(most: number): NaiveVerdict {
    const first = this.open([], this.model.root);
    const seen = new Map<string, { state: State | 'done'; before: string[] }>();
    const queue: State[] = [];
    const good: string[] = [];
    let [twice, endTwice] = [false, false];
    const add = (next: Next, from: string | null): void => {
      if (next.twice) {
        twice = true;
        if (from !== null) good.push(from);
        return;
      }
      if (next.endTwice) endTwice = true;
      const key = next.state === 'done' ? 'done' : next.state.join(' ');
      const there = seen.get(key);
      if (there) {
        if (from !== null) there.before.push(from);
        return;
      }
      seen.set(key, { state: next.state, before: from === null ? [] : [from] });
      if (next.state !== 'done') queue.push(next.state);
    };
    add({ state: first }, null);
    for (const state of queue) {
      if (seen.size > most)
        return { complete: false, twice, onlyAtJoins: this.onlyAtJoins, endTwice, stuck: false, dead: new Set() };
      for (const next of this.nextOf(state)) add(next, state.join(' '));
    }
    if (seen.has('done')) good.push('done');
    const fine = new Set(good);
    for (const key of fine) for (const before of seen.get(key)?.before ?? []) fine.add(before);
    const dead = new Set([...this.nodes.keys()].filter((id) => !this.visited.has(id)));
    return { complete: true, twice, onlyAtJoins: this.onlyAtJoins, endTwice, stuck: fine.size < seen.size, dead };
  }

  private read(scope: Scope): void {
    for (const node of scope.nodes) {
      this.nodes.set(node.id, node);
      this.scopeOfThing.set(node.id, scope);
      if (node.kind === 'subProcess') {
        this.hostOf.set(node.scope, node);
        this.read(node.scope);
      }
    }
    for (const flow of scope.flows) {
      this.flows.set(flow.id, flow);
      this.scopeOfThing.set(flow.id, scope);
    }
    const single = new Set(scope.nodes.filter(({ kind }) => kind === 'startEvent').map(({ id }) => id));
    for (const id of single) {
      for (const flow of scope.flows) if (flow.source === id) single.add(flow.target);
      for (const node of scope.nodes)
        if (node.kind === 'boundaryEvent' && node.attachedTo === id && node.interrupting) single.add(node.id);
    }
    for (const { id } of scope.nodes) if (!single.has(id)) this.many.add(id);
  }

  /** What happens by itself comes first, in any order; then inclusive joins, in any order; then everything else. */
  private nextOf(state: State): readonly Next[] {
    const automatic = distinct(state).flatMap((token) => this.passing(state, token));
    const closed = automatic.length > 0 ? [] : this.closing(state);
    const joins = automatic.length + closed.length > 0 ? [] : this.inclusive(state);
    if (automatic.length > 0) return automatic;
    if (closed.length > 0) return closed;
    if (joins.length > 0) return joins;
    for (const token of state) if (token.startsWith('@')) this.visited.add(token.slice(1));
    return distinct(state).flatMap((token) =>
      token.startsWith('@') ? this.acts(state, this.node(token.slice(1))) : [],
    );
  }

  private passing(state: State, token: string): readonly Next[] {
    if (!token.startsWith('>')) return [];
    const flow = this.flows.get(token.slice(1))!;
    const node = this.node(flow.target);
    const into = this.into(node);
    switch (node.kind) {
      case 'exclusiveGateway':
        this.visited.add(node.id);
        if (this.out(node).length === 0) return [this.put(without(state, token), [])];
        return this.out(node).map((each) => this.put(without(state, token), [`>${each.id}`]));
      case 'parallelGateway': {
        const all = into.map((each) => `>${each.id}`);
        if (!all.every((each) => state.includes(each))) return [];
        this.visited.add(node.id);
        return [this.put(all.reduce(without, state), this.away(node))];
      }
      case 'inclusiveGateway':
        return into.length > 1 ? [] : this.some(without(state, token), node);
      case 'endEvent':
        return this.end(without(state, token), node);
      case 'intermediateThrowEvent':
        this.visited.add(node.id);
        return this.tell(without(state, token), node, this.away(node));
      case 'subProcess':
        // it takes its time to begin, as every activity takes its time
        return [this.put(without(state, token), [`@${node.id}`, `?${node.id}`])];
      default:
        return [this.put(without(state, token), [`@${node.id}`])];
    }
  }

  private some(state: State, node: FlowNode): readonly Next[] {
    this.visited.add(node.id);
    const out = this.out(node);
    if (out.length < 2) return [this.put(state, this.away(node))];
    const asked = out.filter((flow) => flow.condition !== null);
    const always = asked.length === 0 ? [] : out.filter((flow) => flow.condition === null);
    const free = asked.length === 0 ? out : asked;
    const choices: Next[] = [];
    for (let bits = 0; bits < 1 << free.length; bits++) {
      const taken = [...always, ...free.filter((_, at) => (bits >> at) & 1)];
      if (taken.length > 0)
        choices.push(
          this.put(
            state,
            taken.map((flow) => `>${flow.id}`),
          ),
        );
    }
    return choices;
  }

  /** Table 13.3, on paths of flows; an event on the boundary of an activity is waited for too. */
  private inclusive(state: State): readonly Next[] {
    return [...this.nodes.values()].flatMap((node) => {
      const into = this.into(node);
      if (node.kind !== 'inclusiveGateway' || into.length < 2) return [];
      const held = into.filter((flow) => state.includes(`>${flow.id}`));
      if (held.length === 0) return [];
      const others = state.filter(
        (token) => /^[>@]/.test(token) && this.scopeOfThing.get(token.slice(1)) === this.scopeOfThing.get(node.id),
      );
      const blocked = others.some((token) => {
        const from = token.startsWith('>') ? this.flows.get(token.slice(1))!.target : token.slice(1);
        if (from === node.id) return false;
        const any = this.ahead(from, node.id, true);
        const byFlow = this.ahead(from, node.id, false);
        return (
          into.some((flow) => !held.includes(flow) && any.has(flow.source)) &&
          !held.some((flow) => byFlow.has(flow.source))
        );
      });
      return blocked ? [] : this.some(held.map((flow) => `>${flow.id}`).reduce(without, state), node);
    });
  }

  private ahead(from: string, join: string, events: boolean): ReadonlySet<string> {
    const seen = new Set([from]);
    for (const id of seen) {
      for (const flow of this.flows.values()) if (flow.source === id && flow.target !== join) seen.add(flow.target);
      for (const event of this.boundaries(id)) if (events) seen.add(event.id);
    }
    return seen;
  }

  private end(state: State, node: FlowNode): readonly Next[] {
    this.visited.add(node.id);
    const scope = this.scopeOfThing.get(node.id)!;
    const [trigger] = node.kind === 'endEvent' ? node.triggers : [];
    if (trigger?.kind === 'terminate') return this.close(this.clear(state, scope), scope);
    if (trigger?.kind === 'error') return this.fail(state, scope);
    const counts = !this.many.has(node.id) && (scope === this.model.root || this.into(node).length === 1);
    const mark = `.${node.id}`;
    const endTwice = counts && state.includes(mark);
    const reached = endTwice || !counts ? state : sorted([...state, mark]);
    if (trigger?.kind === 'escalation') return this.tell(reached, node, []).map((next) => ({ ...next, endTwice }));
    return [{ state: reached, endTwice }];
  }

  /** Error: from the scope outwards to the first activity that catches it. */
  private fail(state: State, scope: Scope): readonly Next[] {
    const host = this.hostOf.get(scope);
    if (host === undefined) return [{ state: 'done' }];
    const event = this.boundaries(host.id).find(({ triggers }) => triggers[0]?.kind === 'error');
    const around = this.scopeOfThing.get(host.id)!;
    if (event === undefined) return this.fail(this.clear(state, scope), around);
    return [this.interrupt(state, host, event)];
  }

  private tell(state: State, node: FlowNode, then: readonly string[]): readonly Next[] {
    for (
      let host = this.hostOf.get(this.scopeOfThing.get(node.id)!);
      host;
      host = this.hostOf.get(this.scopeOfThing.get(host.id)!)
    ) {
      const event = this.boundaries(host.id).find(({ triggers }) => triggers[0]?.kind === 'escalation');
      if (event === undefined) continue;
      if (event.interrupting) return [this.interrupt(state, host, event)];
      if (state.includes(`!${event.id}`)) break;
      this.visited.add(event.id);
      return [this.put(sorted([...state, `!${event.id}`]), [...then, ...this.away(event)])];
    }
    return [this.put(state, then)];
  }

  private acts(state: State, node: FlowNode): readonly Next[] {
    const here = `@${node.id}`;
    const events = this.boundaries(node.id)
      .filter(({ triggers }) => triggers[0]?.kind === 'timer')
      .flatMap((event): readonly Next[] => {
        if (event.interrupting) return [this.interrupt(state, node, event)];
        if (state.includes(`!${event.id}`)) return [];
        this.visited.add(event.id);
        return [this.put(sorted([...state, `!${event.id}`]), this.away(event))];
      });
    if (node.kind === 'subProcess') {
      const pending = `?${node.id}`;
      const begins = state.includes(pending) ? [{ state: this.open(without(state, pending), node.scope) }] : [];
      return [...begins, ...events];
    }
    if (node.kind === 'eventBasedGateway') {
      return this.out(node).map((flow) => {
        this.visited.add(flow.target);
        return this.put(without(state, here), this.away(this.node(flow.target)));
      });
    }
    return [this.put(this.without(state, node), this.away(node)), ...events];
  }

  /** A sub-process in which nothing is left is over. */
  private closing(state: State): readonly Next[] {
    return distinct(state)
      .flatMap((token) => {
        const node = token.startsWith('@') ? this.node(token.slice(1)) : null;
        return node?.kind === 'subProcess' && !state.includes(`?${node.id}`) && !this.busy(state, node.scope)
          ? this.close(state, node.scope)
          : [];
      })
      .concat(this.busy(state, this.model.root) ? [] : [{ state: 'done' }]);
  }

  private close(state: State, scope: Scope): readonly Next[] {
    const host = this.hostOf.get(scope);
    if (host === undefined) return [{ state: 'done' }];
    this.visited.add(host.id);
    return [this.put(this.without(this.clear(state, scope), host), this.away(host))];
  }

  private interrupt(state: State, host: FlowNode, event: BoundaryEvent): Next {
    this.visited.add(event.id);
    this.visited.add(host.id);
    const cleared = host.kind === 'subProcess' ? this.clear(state, host.scope) : state;
    return this.put(this.without(cleared, host), this.away(event));
  }

  /** Takes a token from an activity, with the memory of its events. */
  private without(state: State, node: FlowNode): State {
    const left = without(state, `@${node.id}`);
    return left.filter(
      (token) => token !== `?${node.id}` && !this.boundaries(node.id).some(({ id }) => token === `!${id}`),
    );
  }

  private clear(state: State, scope: Scope): State {
    return state.filter((token) => !this.isIn(token.slice(1), scope));
  }

  private busy(state: State, scope: Scope): boolean {
    return state.some((token) => /^[>@]/.test(token) && this.isIn(token.slice(1), scope));
  }

  private isIn(thing: string, scope: Scope): boolean {
    const own = this.scopeOfThing.get(thing)!;
    if (own === scope) return true;
    const host = this.hostOf.get(own);
    return host !== undefined && this.isIn(host.id, scope);
  }

  private open(state: State, scope: Scope): State {
    const start = scope.nodes.find(({ kind }) => kind === 'startEvent')!;
    this.visited.add(start.id);
    return sorted([...state, ...this.away(start)]);
  }

  private away(node: FlowNode): readonly string[] {
    return this.out(node).map((flow) => `>${flow.id}`);
  }

  private put(state: State, tokens: readonly string[]): Next {
    const next = [...state];
    let twice = false;
    for (const token of tokens) {
      const place = token.startsWith('>') ? this.flows.get(token.slice(1))!.target : token.slice(1);
      const node = this.node(place);
      const joins = this.into(node).length > 1 && (node.kind === 'parallelGateway' || node.kind === 'inclusiveGateway');
      if ((token.startsWith('@') || joins) && !this.many.has(place) && next.includes(token)) {
        twice = true;
        if (token.startsWith('@')) this.onlyAtJoins = false;
      }
      next.push(token);
    }
    return { state: sorted(next), twice };
  }

  private node = (id: string): FlowNode => this.nodes.get(id)!;
  private out = ({ id }: FlowNode): readonly SequenceFlow[] =>
    [...this.flows.values()].filter((flow) => flow.source === id);
  private into = ({ id }: FlowNode): readonly SequenceFlow[] =>
    [...this.flows.values()].filter((flow) => flow.target === id);
  private boundaries = (id: string): readonly BoundaryEvent[] =>
    [...this.nodes.values()].filter(
      (node): node is BoundaryEvent => node.kind === 'boundaryEvent' && node.attachedTo === id,
    );
}

const sorted = (tokens: readonly string[]): State => [...tokens].sort();
const distinct = (state: State): State => [...new Set(state)];

function without(state: State, token: string): State {
  const left = [...state];
  left.splice(left.indexOf(token), 1);
  return left;
}
