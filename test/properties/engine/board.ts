// What one token does next, by the rules of BPMN 2.0.2 §13.3 and §13.4.
import type { Choices, DrawnFlow, DrawnNode } from './drawing.js';
import { Events, again } from './events.js';
import { count, remove, tokenAt } from './position.js';
import type { Position, Scope, Site, Token, Work } from './position.js';

export class Board extends Events {
  choices: Choices = {};

  arrive(position: Position, token: Token): void {
    count(position, token.via ?? '');
    token.phase = token.phase === 'fired' ? 'over' : 'here';
  }

  begin(position: Position, site: Site): void {
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

  open(scope: string): Scope {
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
  workDone(position: Position, site: Site, work: Work): void {
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

  leave(position: Position, { token, frame }: Site): void {
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
}

/** Several tokens become one, which goes on. */
export function merge(scope: Scope, at: string, taken: readonly Token[]): void {
  for (const token of taken) remove(scope.tokens, token);
  scope.tokens.push(tokenAt(at, 'over'));
}
