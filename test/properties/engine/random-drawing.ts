// Random flows for the property: built from blocks that may not match, then disturbed. Nothing here knows the compiler.
import fc from 'fast-check';
import { PROCESS } from './drawing.js';
import type { Drawing, DrawnFlow, DrawnNode, Kind, Loop, Trigger } from './drawing.js';

type Facts = Omit<DrawnNode, 'id' | 'kind' | 'scope'>;
type Gateway = 'xor' | 'and' | 'or';

/** What lies around the place where the pen draws: what may be thrown there without starting itself again for ever. */
interface Place {
  readonly scope: string;
  readonly depth: number;
  readonly throws: boolean;
}

/** Flows may be bent to these: a token that comes there does something of its own. */
const TARGETS: readonly Kind[] = ['and', 'or', 'xor', 'task', 'task', 'service', 'sub', 'end'];

/** Draws from a stream of numbers: the same numbers give the same drawing, fewer and lower ones a simpler drawing. */
class Pen {
  readonly nodes: DrawnNode[] = [];
  readonly flows: DrawnFlow[] = [];
  private at = 0;
  private made = 0;

  constructor(
    private readonly numbers: readonly number[],
    private readonly maxNodes: number,
  ) {}

  private next(below: number): number {
    return (this.numbers[this.at++] ?? 0) % below;
  }

  /** True once in so many times. */
  private once(in_: number): boolean {
    return this.next(in_) === in_ - 1;
  }

  private pick<T>(...options: readonly T[]): T {
    return options[this.next(options.length)] as T;
  }

  private node(kind: Kind, scope: string, facts: Facts = {}): string {
    const id = `${kind}${++this.made}`;
    this.nodes.push({ id, kind, scope, ...facts });
    return id;
  }

  private flow(from: string, to: string, scope: string, when?: 'choice' | 'default'): string {
    const id = `f${this.flows.length + 1}`;
    this.flows.push({ id, from, to, scope, ...(when && { when }) });
    return to;
  }

  private get full(): boolean {
    return this.made >= this.maxNodes;
  }

  /** Start, what the scope listens to, body, end. */
  scope(place: Place, trigger?: Trigger, beside = false): void {
    const { scope, depth } = place;
    const start = this.node('start', scope, trigger && { trigger, beside });
    if (depth > 0 && !this.full && this.once(3)) this.eventSub(place);
    const last = this.piece(start, place);
    this.flow(last, this.end(place), scope);
  }

  private end({ scope, throws }: Place): string {
    const trigger = this.once(6) ? this.thrown(throws) : undefined;
    return this.node('end', scope, trigger && { trigger });
  }

  private code(): string | null {
    return this.pick(null, 'A', 'A', 'B');
  }

  private thrown(everything: boolean): Trigger {
    const what = this.next(everything ? 6 : 2);
    if (what === 0) return { kind: 'error', code: this.code() };
    if (what === 1 || what === 5) return { kind: 'terminate' };
    if (what === 2 || what === 4) return { kind: 'escalation', code: this.pick('A', 'A', 'B') };
    return { kind: 'signal', name: this.pick('S', 'T') };
  }

  private waited(): Trigger {
    const what = this.next(3);
    if (what === 0) return { kind: 'timer', times: 1 };
    if (what === 1) return { kind: 'message', name: this.pick('M', 'N') };
    return { kind: 'signal', name: this.pick('S', 'T') };
  }

  /** For boundaries and event sub-processes: with whether it goes on beside what it listens to. */
  private caught(errors: boolean): readonly [Trigger, boolean] {
    const what = this.next(errors ? 6 : 3);
    const beside = this.next(2) === 1;
    if (what === 5) return [{ kind: 'error', code: this.code() }, false];
    if (what >= 3) return [{ kind: 'escalation', code: this.code() }, beside];
    const trigger = this.waited();
    return [trigger.kind === 'timer' && beside ? { kind: 'timer', times: this.pick(1, 2) } : trigger, beside];
  }

  private eventSub({ scope, depth, throws }: Place, [trigger, beside] = this.caught(true)): void {
    const id = this.node('eventSub', scope);
    const again = trigger.kind === 'escalation' || trigger.kind === 'signal';
    this.scope({ scope: id, depth: depth - 1, throws: throws && !again }, trigger, beside);
  }

  /** Continues after `from`; returns the node that the next flow leaves. */
  private piece(from: string, place: Place): string {
    let at = from;
    const count = 1 + this.next(3);
    for (let i = 0; i < count && !this.full; i++) at = place.depth <= 0 ? this.task(at, place) : this.one(at, place);
    return at;
  }

  private one(at: string, place: Place): string {
    switch (this.next(15)) {
      case 0:
      case 1:
        return this.task(at, place);
      case 2:
        return this.block('xor', at, place);
      case 3:
      case 4:
        return this.block('and', at, place);
      case 5:
      case 6:
        return this.block('or', at, place);
      case 7:
        return this.back(at, place);
      case 8:
      case 9:
        return this.sub(at, place);
      case 10:
        return this.race(at, place);
      case 11:
        return this.event(at, place);
      case 12:
        return this.spill(at, place);
      case 13:
        return this.alarm(at, place);
      default:
        return this.link(at, place);
    }
  }

  private loop(): Loop | undefined {
    const what = this.next(9);
    if (what === 7) return { kind: 'standard', before: this.next(2) === 1, maximum: this.pick(2, 3, 1) };
    if (what !== 8) return undefined;
    const total = this.pick(2, 3, 1, 0);
    return { kind: 'many', sequential: this.next(2) === 1, total, enough: this.pick(null, 1, 2) };
  }

  private task(from: string, place: Place): string {
    const loop = this.loop();
    const startQuantity = this.once(20) ? 2 : undefined;
    const completionQuantity = this.once(20) ? 2 : undefined;
    const kind = this.once(4) ? 'service' : 'task';
    const id = this.node(kind, place.scope, {
      ...(loop && { loop }),
      ...(startQuantity && { startQuantity }),
      ...(completionQuantity && { completionQuantity }),
    });
    this.flow(from, id, place.scope);
    return this.boundaries(id, place, 6, kind === 'service');
  }

  private sub(from: string, place: Place): string {
    const loop = this.loop();
    const id = this.node('sub', place.scope, loop && { loop });
    this.flow(from, id, place.scope);
    this.scope({ ...place, scope: id, depth: place.depth - 1 });
    return this.boundaries(id, place, 2, true);
  }

  /** Ways out by events, which meet the ordinary way or end by themselves. */
  private boundaries(id: string, place: Place, in_: number, errors: boolean): string {
    let at = id;
    while (!this.full && this.once(in_ + (at === id ? 0 : 2))) at = this.boundary(id, at, place, this.caught(errors));
    return at;
  }

  private boundary(host: string, at: string, place: Place, [trigger, beside]: readonly [Trigger, boolean]): string {
    const event = this.node('boundary', place.scope, { host, trigger, beside });
    const after = this.once(2) ? event : this.task(event, { ...place, depth: 0 });
    if (this.once(4)) {
      this.flow(after, this.end(place), place.scope);
      return at;
    }
    const met = this.node(this.pick<Gateway>('xor', 'or', 'xor', 'or', 'and'), place.scope);
    this.flow(at, met, place.scope);
    this.flow(after, met, place.scope);
    return met;
  }

  /** A sub-process that throws what an event at it, or in it, waits for. */
  private alarm(from: string, place: Place): string {
    const kind = place.throws ? this.pick('escalation', 'error') : 'error';
    const thrown: Trigger = { kind, code: 'A' };
    const caught: Trigger = { kind, code: this.pick('A', null) };
    const beside = kind === 'escalation' && this.next(2) === 1;
    const inside = this.next(2) === 1;
    const id = this.node('sub', place.scope);
    this.flow(from, id, place.scope);
    const inner: Place = { scope: id, depth: place.depth - 1, throws: place.throws };
    const start = this.node('start', id);
    if (inside) this.eventSub(inner, [caught, beside]);
    const body = this.piece(start, inner);
    if (kind === 'error' || this.once(2)) this.flow(body, this.node('end', id, { trigger: thrown }), id);
    else this.flow(this.flow(body, this.node('throw', id, { trigger: thrown }), id), this.end(inner), id);
    return inside ? this.boundaries(id, place, 3, true) : this.boundary(id, id, place, [caught, beside]);
  }

  private block(kind: Gateway, from: string, place: Place): string {
    const { scope } = place;
    const split = this.node(kind, scope);
    this.flow(from, split, scope);
    const join = this.node(this.once(4) ? this.pick<Gateway>('or', 'xor', 'and') : kind, scope);
    const branches = 2 + this.next(2);
    const fallback = !this.once(10);
    for (let i = 0; i < branches; i++) {
      const first = this.flows.length;
      const last = this.once(5) ? split : this.piece(split, { ...place, depth: place.depth - 1 });
      if (last !== split && this.once(10)) this.flow(last, this.end(place), scope);
      else this.flow(last, join, scope);
      if (kind === 'and') continue;
      const when = i === branches - 1 && fallback ? 'default' : 'choice';
      this.flows[first] = { ...(this.flows[first] as DrawnFlow), when };
    }
    return join;
  }

  private back(from: string, place: Place): string {
    const { scope } = place;
    const enter = this.node(this.pick<Gateway>('xor', 'xor', 'or'), scope);
    this.flow(from, enter, scope);
    const body = this.piece(enter, { ...place, depth: place.depth - 1 });
    const again = this.node(this.pick<Gateway>('xor', 'xor', 'or'), scope);
    this.flow(this.task(body, { ...place, depth: 0 }), again, scope);
    this.flow(again, enter, scope, 'choice');
    const out = this.node('task', scope);
    this.flow(again, out, scope, 'default');
    return out;
  }

  private race(from: string, place: Place): string {
    const { scope } = place;
    const gateway = this.node('eventBased', scope);
    this.flow(from, gateway, scope);
    const met = this.node(this.pick<Gateway>('xor', 'or'), scope);
    for (let i = 2 + this.next(2); i > 0; i--) {
      const event = this.node('catch', scope, { trigger: this.waited() });
      this.flow(gateway, event, scope);
      this.flow(this.once(2) ? this.task(event, { ...place, depth: 0 }) : event, met, scope);
    }
    return met;
  }

  private event(from: string, { scope, throws }: Place): string {
    const sends = throws && !this.once(3);
    const trigger: Trigger = !sends
      ? this.waited()
      : this.once(3)
        ? { kind: 'signal', name: this.pick('S', 'T') }
        : { kind: 'escalation', code: this.pick('A', 'A', 'B') };
    return this.flow(from, this.node(sends ? 'throw' : 'catch', scope, { trigger }), scope);
  }

  /** Several flows leave a task, without a gateway, and meet somewhere. */
  private spill(from: string, place: Place): string {
    const { scope } = place;
    const task = this.task(from, { ...place, depth: 0 });
    const met = this.pick<Kind>('or', 'and', 'task', 'xor');
    const join = this.node(met, scope);
    const conditional = this.once(3);
    for (let i = 2 + this.next(2); i > 0; i--) {
      const first = this.flows.length;
      this.flow(this.once(3) ? task : this.task(task, { ...place, depth: 0 }), join, scope);
      const flow = this.flows[first] as DrawnFlow;
      const chooses = this.nodes.some((node) => node.id === task && (node.kind === 'task' || node.kind === 'service'));
      if (conditional && chooses) this.flows[first] = { ...flow, when: i === 1 ? 'default' : 'choice' };
    }
    return join;
  }

  private link(from: string, { scope }: Place): string {
    const trigger: Trigger = { kind: 'link', name: `L${this.made}` };
    this.flow(from, this.node('throw', scope, { trigger }), scope);
    return this.node('catch', scope, { trigger });
  }

  /** Bends some flows to elsewhere in their scope and adds others, so that joins cross and structure is lost. */
  disturb(times: number): void {
    for (let i = 0; i < times; i++) {
      const at = this.next(this.flows.length);
      const flow = this.flows[at] as DrawnFlow;
      const of = (id: string): DrawnNode => this.nodes.find((node) => node.id === id) as DrawnNode;
      const targets = this.nodes.filter((node) => node.scope === flow.scope && TARGETS.includes(node.kind));
      const target = targets[this.next(targets.length)];
      const from = of(flow.from);
      if (target === undefined || from.kind === 'eventBased' || of(flow.to).kind === 'catch') continue;
      if (this.once(3)) this.flow(from.id, target.id, flow.scope, from.kind === 'xor' ? 'choice' : undefined);
      else this.flows[at] = { ...flow, to: target.id };
    }
  }
}

/** Structured drawings, mismatched ones, and the same with some flows bent into crossings. */
export const drawings = (maxNodes: number): fc.Arbitrary<Drawing> =>
  fc
    .record({
      numbers: fc.array(fc.nat({ max: 5_039 }), { minLength: 10, maxLength: 160, size: 'max' }),
      bends: fc.oneof(fc.constant(0), fc.nat({ max: 4 })),
    })
    .map(({ numbers, bends }) => {
      const pen = new Pen(numbers, maxNodes);
      pen.scope({ scope: PROCESS, depth: 3, throws: true });
      pen.disturb(bends);
      return { nodes: pen.nodes, flows: pen.flows };
    });
