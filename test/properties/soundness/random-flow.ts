// Random flows for the properties of soundness: blocks of every kind, then a few flows bent elsewhere.
import fc from 'fast-check';
import type {
  Condition,
  FlowModel,
  FlowNode,
  Scope,
  SequenceFlow,
  Trigger,
} from '../../../libs/domain/src/bpmn/model.js';
import * as parts from './parts.js';

/** Drawn, but not written yet: any choice is possible, and choices do not depend on each other. */
const FREE: Condition = { text: '', language: null };
const ERROR: Trigger = { kind: 'error', code: 'late' };
const ESCALATION: Trigger = { kind: 'escalation', code: 'told' };

/** The same numbers give the same flow, fewer numbers a smaller one. */
class Pen {
  private at = 0;
  private made = 0;

  constructor(
    private readonly numbers: readonly number[],
    private readonly most: number,
    private readonly bends: number,
  ) {}

  next(below: number): number {
    return this.numbers[this.at++ % this.numbers.length]! % below;
  }

  id(kind: string): string {
    return `${kind}${++this.made}`;
  }

  get full(): boolean {
    return this.made >= this.most;
  }

  scope(id: string, depth: number): Scope {
    const sheet = new Sheet(this);
    const start = this.id('start');
    sheet.nodes.push(parts.startEvent(start));
    const last = sheet.piece(start, depth);
    const end = this.id('end');
    sheet.nodes.push(depth < 2 && this.next(6) === 0 ? parts.endEvent(end, ESCALATION) : parts.endEvent(end));
    sheet.flow(last, end);
    sheet.bend(this.next(this.bends + 1));
    return parts.scopeOf(id, sheet.nodes, sheet.flows);
  }
}

class Sheet {
  readonly nodes: FlowNode[] = [];
  readonly flows: SequenceFlow[] = [];

  constructor(private readonly pen: Pen) {}

  flow(from: string, to: string, condition: Condition | null = null): void {
    this.flows.push({ ...parts.flow(this.pen.id('f'), from, to), condition });
  }

  piece(from: string, depth: number): string {
    let at = from;
    const count = 1 + this.pen.next(2);
    for (let i = 0; i < count && !this.pen.full; i++) at = depth <= 0 ? this.task(at) : this.one(at, depth);
    return at;
  }

  private one(at: string, depth: number): string {
    switch (this.pen.next(10)) {
      case 0:
      case 1:
        return this.block('exclusiveGateway', at, depth);
      case 2:
      case 3:
        return this.block('parallelGateway', at, depth);
      case 4:
      case 5:
        return this.block('inclusiveGateway', at, depth);
      case 6:
        return this.loop(at, depth);
      case 7:
        return this.events(at);
      case 8:
        return this.sub(at, depth);
      default:
        return this.task(at);
    }
  }

  private add(kind: string, make: (id: string) => FlowNode, from?: string): string {
    const id = this.pen.id(kind);
    this.nodes.push(make(id));
    if (from !== undefined) this.flow(from, id);
    return id;
  }

  private task(from: string): string {
    const id = this.add('task', parts.userTask, from);
    return this.pen.next(4) === 0 ? this.boundary(id, parts.TIMER) : id;
  }

  /** An event on an activity: a way round it, or something beside it that ends by itself or joins in. */
  private boundary(host: string, trigger: Trigger): string {
    const interrupting = trigger.kind === 'error' || this.pen.next(2) === 0;
    const event = this.add('on', (id) => parts.boundaryEvent(id, host, interrupting, trigger));
    const after = this.pen.next(2) === 0 ? this.add('task', parts.userTask, event) : event;
    if (!interrupting && this.pen.next(3) > 0) {
      this.add('end', (id) => parts.endEvent(id), after);
      return host;
    }
    const met = this.add('met', (id) => (interrupting ? parts.gateway('exclusiveGateway', id) : this.join(id)), host);
    this.flow(after, met);
    return met;
  }

  private join(id: string): FlowNode {
    const kind = this.pen.next(3);
    return kind === 0
      ? parts.parallelGateway(id)
      : parts.gateway(kind === 1 ? 'inclusiveGateway' : 'exclusiveGateway', id);
  }

  private gate(kind: 'exclusiveGateway' | 'inclusiveGateway' | 'parallelGateway', from?: string): string {
    return this.add(
      'gate',
      (id) => (kind === 'parallelGateway' ? parts.parallelGateway(id) : parts.gateway(kind, id)),
      from,
    );
  }

  private block(
    kind: 'exclusiveGateway' | 'inclusiveGateway' | 'parallelGateway',
    from: string,
    depth: number,
  ): string {
    const split = this.gate(kind, from);
    const join = this.gate(kind);
    const branches = 2 + this.pen.next(2);
    for (let i = 0; i < branches; i++) {
      const entry = this.flows.length;
      const last = this.pen.next(5) === 0 ? split : this.piece(split, depth - 1);
      if (depth > 0 && last !== split && this.pen.next(9) === 0) this.leave(last);
      else this.flow(last, join);
      const first = this.flows[entry]!;
      if (kind !== 'parallelGateway') this.flows[entry] = { ...first, condition: FREE };
    }
    return join;
  }

  private leave(from: string): void {
    const triggers: readonly (readonly Trigger[])[] = [[], [{ kind: 'terminate' }], [ERROR], []];
    const picked = triggers[this.pen.next(triggers.length)]!;
    this.add('end', (id) => parts.endEvent(id, ...picked), from);
  }

  private loop(from: string, depth: number): string {
    const enter = this.gate('exclusiveGateway', from);
    const body = this.piece(enter, depth - 1);
    const again = this.gate('exclusiveGateway', body);
    this.flow(again, enter, FREE);
    return this.task(again);
  }

  private events(from: string): string {
    const gate = this.add('wait', parts.eventGateway, from);
    const met = this.gate('exclusiveGateway');
    for (let i = 0; i < 2; i++) this.flow(this.add('catch', parts.catchEvent, gate), met);
    return met;
  }

  private sub(from: string, depth: number): string {
    const id = this.pen.id('sub');
    const inside = this.pen.scope(`${id}-inside`, depth - 1);
    const tells = this.pen.next(3) === 0;
    this.nodes.push(parts.subProcess(id, tells ? telling(inside, this.pen.id('tell')) : inside));
    this.flow(from, id);
    switch (this.pen.next(4)) {
      case 0:
        return this.boundary(id, ERROR);
      case 1:
        return this.boundary(id, parts.TIMER);
      case 2:
        return this.boundary(id, ESCALATION);
      default:
        return id;
    }
  }

  /** Sends some flows elsewhere within the scope, so that joins cross and structure is lost. */
  bend(times: number): void {
    const targets = this.nodes.filter(({ kind }) => kind !== 'startEvent' && kind !== 'boundaryEvent');
    for (let i = 0; i < times; i++) {
      const at = this.pen.next(this.flows.length);
      const target = targets[this.pen.next(targets.length)]!.id;
      if (!target.startsWith('catch') && !this.flows[at]!.source.startsWith('wait'))
        this.flows[at] = { ...this.flows[at]!, target };
    }
  }
}

/** Puts an escalation on the first flow of a scope. */
function telling(scope: Scope, id: string): Scope {
  const [first, ...others] = scope.flows;
  const { target } = first!;
  return {
    ...scope,
    nodes: [...scope.nodes, parts.throwEvent(id, ESCALATION)],
    flows: [{ ...first!, target: id }, parts.flow(`${id}-on`, id, target), ...others],
  };
}

export const flowModels = (most: number): fc.Arbitrary<FlowModel> =>
  fc
    .record({
      numbers: fc.array(fc.nat({ max: 100_000 }), { minLength: 20, maxLength: 100 }),
      bends: fc.nat({ max: 3 }),
    })
    .map(({ numbers, bends }) => parts.modelOf(new Pen(numbers, most, bends).scope('process', 2)));
