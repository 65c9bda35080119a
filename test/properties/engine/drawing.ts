// Random flows for the property tests: drawn from blocks, then disturbed. Nothing here knows the compiler.
import fc from 'fast-check';

type Kind = 'start' | 'end' | 'errorEnd' | 'task' | 'xor' | 'and' | 'sub' | 'timer' | 'error';

export interface DrawnNode {
  readonly id: string;
  readonly kind: Kind;
  readonly scope: string;
  /** timers and errors: the node they sit on */
  readonly host?: string;
}

export interface DrawnFlow {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly scope: string;
  /** exclusive gateways: taken when the variable of the gateway has this number; null is the default */
  readonly when?: number | null;
}

export interface Drawing {
  readonly nodes: readonly DrawnNode[];
  readonly flows: readonly DrawnFlow[];
}

/** Builds one drawing from a stream of numbers: the same numbers give the same drawing, and fewer give a smaller one. */
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
    const number = this.numbers[this.at++ % this.numbers.length]!;
    return number % below;
  }

  private node(kind: Kind, scope: string, host?: string): string {
    const id = `${kind}${++this.made}`;
    this.nodes.push(host === undefined ? { id, kind, scope } : { id, kind, scope, host });
    return id;
  }

  private flow(from: string, to: string, scope: string, when?: number | null): void {
    const id = `f${this.flows.length + 1}`;
    this.flows.push(when === undefined ? { id, from, to, scope } : { id, from, to, scope, when });
  }

  /** Start, body, end. Returns nothing; the scope is closed. */
  scope(scope: string, depth: number): void {
    const start = this.node('start', scope);
    const last = this.piece(start, scope, depth);
    this.flow(last, this.node('end', scope), scope);
  }

  /** Continues after `from` with some structured piece; returns the node that the next flow leaves. */
  private piece(from: string, scope: string, depth: number): string {
    let at = from;
    const count = 1 + this.next(3);
    for (let i = 0; i < count && this.made < this.maxNodes; i++)
      at = depth <= 0 ? this.task(at, scope) : this.one(at, scope, depth);
    return at;
  }

  private one(at: string, scope: string, depth: number): string {
    switch (this.next(9)) {
      case 0:
      case 1:
        return this.block('xor', at, scope, depth);
      case 2:
      case 3:
      case 4:
        return this.block('and', at, scope, depth);
      case 5:
        return this.loop(at, scope, depth);
      case 6:
      case 7:
        return this.sub(at, scope, depth);
      default:
        return this.task(at, scope);
    }
  }

  private task(from: string, scope: string): string {
    const id = this.node('task', scope);
    this.flow(from, id, scope);
    if (this.next(5) !== 0) return id;
    // A timer that leads on to the same place: both ways meet in an exclusive gateway.
    const timer = this.node('timer', scope, id);
    const after = this.node('task', scope);
    const met = this.node('xor', scope);
    this.flow(timer, after, scope);
    this.flow(id, met, scope);
    this.flow(after, met, scope);
    return met;
  }

  private block(kind: 'xor' | 'and', from: string, scope: string, depth: number): string {
    const split = this.node(kind, scope);
    this.flow(from, split, scope);
    const join = this.node(kind, scope);
    const branches = 2 + this.next(2);
    for (let i = 0; i < branches; i++) {
      const entry = this.flows.length;
      const empty = this.next(5) === 0;
      const last = empty ? split : this.piece(split, scope, depth - 1);
      const when = kind === 'xor' ? (i === branches - 1 ? null : i) : undefined;
      if (empty) this.flow(split, join, scope, when);
      else {
        const first = this.flows[entry]!;
        if (when !== undefined) this.flows[entry] = { ...first, when };
        if (depth > 0 && this.next(12) === 0) this.flow(last, this.node('errorEnd', scope), scope);
        else this.flow(last, join, scope);
      }
    }
    return join;
  }

  private loop(from: string, scope: string, depth: number): string {
    const enter = this.node('xor', scope);
    this.flow(from, enter, scope);
    const body = this.piece(enter, scope, depth - 1);
    const again = this.node('xor', scope);
    this.flow(this.task(body, scope), again, scope);
    this.flow(again, enter, scope, 0);
    const out = this.task(again, scope);
    const leaving = this.flows.findIndex((flow) => flow.from === again && flow.to !== enter);
    this.flows[leaving] = { ...this.flows[leaving]!, when: null };
    return out;
  }

  private sub(from: string, scope: string, depth: number): string {
    const id = this.node('sub', scope);
    this.flow(from, id, scope);
    this.scope(id, depth - 1);
    const boundary = this.next(3);
    if (boundary === 2) return id;
    const event = this.node(boundary === 0 ? 'timer' : 'error', scope, id);
    const met = this.node('xor', scope);
    this.flow(id, met, scope);
    this.flow(event, met, scope);
    return met;
  }

  /** Sends some flows elsewhere within their scope, so that joins cross and structure is lost. */
  disturb(times: number): void {
    for (let i = 0; i < times; i++) {
      const at = this.next(this.flows.length);
      const flow = this.flows[at]!;
      const targets = this.nodes.filter(
        (node) => node.scope === flow.scope && (node.kind === 'and' || node.kind === 'task' || node.kind === 'xor'),
      );
      if (targets.length > 0) this.flows[at] = { ...flow, to: targets[this.next(targets.length)]!.id };
    }
  }
}

/** Structured drawings, and the same with a few flows bent into crossings. */
export const drawings = (maxNodes: number): fc.Arbitrary<Drawing> =>
  fc
    .record({
      numbers: fc.array(fc.nat({ max: 100_000 }), { minLength: 20, maxLength: 120 }),
      bends: fc.oneof(fc.constant(0), fc.nat({ max: 3 })),
    })
    .map(({ numbers, bends }) => {
      const pen = new Pen(numbers, maxNodes);
      pen.scope('process', 3);
      pen.disturb(bends);
      return { nodes: pen.nodes, flows: pen.flows };
    });
