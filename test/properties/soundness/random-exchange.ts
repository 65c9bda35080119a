import fc from 'fast-check';
import type { FlowModel, FlowNode, Scope, SequenceFlow, Trigger } from '../../../libs/domain/src/bpmn/model.js';

type Step = 'work' | 'send' | 'throw' | 'receive' | 'catch';
type Shape =
  | { readonly kind: 'step'; readonly step: Step }
  | { readonly kind: 'sequence' | 'both' | 'one' | 'maybe'; readonly parts: readonly Shape[] };

const { shape } = fc.letrec<{ shape: Shape }>((tie) => ({
  shape: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'shape' },
    fc.record({
      kind: fc.constant('step' as const),
      step: fc.constantFrom<Step>('work', 'send', 'throw', 'receive', 'catch'),
    }),
    fc.record({
      kind: fc.constantFrom(
        'sequence' as const,
        'sequence' as const,
        'both' as const,
        'one' as const,
        'maybe' as const,
      ),
      parts: fc.tuple(tie('shape'), tie('shape')),
    }),
  ),
}));

const MESSAGE: Trigger = { kind: 'message', name: null, correlation: null };
const ACTIVITY = {
  loop: null,
  forCompensation: false,
  startQuantity: 1,
  completionQuantity: 1,
  defaultFlow: null,
  inputs: [],
  outputs: [],
};

/** One process as it is drawn, with those of its nodes that may send, and wait. */
class Drawing {
  readonly nodes: FlowNode[] = [];
  readonly flows: SequenceFlow[] = [];
  readonly senders: string[] = [];
  readonly waiting: string[] = [];

  constructor(private readonly name: string) {}

  process(inside: Shape, called: boolean, terminates: boolean): Scope {
    const start = this.id();
    const triggers = called ? [MESSAGE] : [];
    if (called) this.waiting.push(start);
    this.nodes.push({
      kind: 'startEvent',
      id: start,
      name: '',
      triggers,
      parallelMultiple: false,
      interrupting: true,
      outputs: [],
    });
    const [first, last] = this.draw(inside);
    const end = this.id();
    const stops: readonly Trigger[] = terminates ? [{ kind: 'terminate' }] : [];
    this.nodes.push({ kind: 'endEvent', id: end, name: '', triggers: stops, outcome: '', inputs: [] });
    this.flow(start, first);
    this.flow(last, end);
    return { id: this.name, nodes: this.nodes, flows: this.flows, data: [], lanes: [] };
  }

  private draw(part: Shape): readonly [string, string] {
    if (part.kind === 'step') return this.step(part.step);
    const inside = part.parts.map((each) => this.draw(each));
    const [[a = '', b = ''] = [], [c = '', d = ''] = []] = inside;
    if (part.kind === 'sequence') {
      this.flow(b, c);
      return [a, d];
    }
    const gateways = [this.id(), this.id()] as const;
    for (const id of gateways)
      this.nodes.push(
        part.kind === 'both'
          ? { kind: 'parallelGateway', id, name: '' }
          : { kind: 'exclusiveGateway', id, name: '', defaultFlow: null },
      );
    const [split, join] = gateways;
    this.flow(split, a);
    this.flow(b, part.kind === 'maybe' ? c : join);
    this.flow(split, part.kind === 'maybe' ? join : c);
    this.flow(d, join);
    return gateways;
  }

  private step(step: Step): readonly [string, string] {
    const id = this.id();
    const base = { id, name: '' };
    if (step === 'send' || step === 'throw') this.senders.push(id);
    if (step === 'receive' || step === 'catch') this.waiting.push(id);
    const event = { ...base, triggers: [MESSAGE], parallelMultiple: false };
    const message = { message: null, correlation: null };
    const nodes: Record<Step, FlowNode> = {
      work: { ...base, ...ACTIVITY, kind: 'serviceTask', handler: null },
      send: { ...base, ...ACTIVITY, ...message, kind: 'sendTask' },
      receive: { ...base, ...ACTIVITY, ...message, kind: 'receiveTask', instantiate: false },
      throw: { ...event, kind: 'intermediateThrowEvent', inputs: [] },
      catch: { ...event, kind: 'intermediateCatchEvent', outputs: [] },
    };
    this.nodes.push(nodes[step]);
    return [id, id];
  }

  private id(): string {
    return `${this.name}${this.nodes.length + this.flows.length}-${this.made++}`;
  }
  private made = 0;

  private flow(source: string, target: string): void {
    this.flows.push({ id: `${source}>${target}`, name: '', source, target, condition: null });
  }
}

/** Two processes; each sender is joined to at most one node of the other that waits, in a shuffled order. */
export const exchanges: fc.Arbitrary<FlowModel> = fc
  .record({
    shapes: fc.tuple(shape, shape),
    called: fc.boolean(),
    terminates: fc.tuple(fc.boolean(), fc.boolean()),
    dice: fc.array(fc.nat(1_000), { minLength: 40, maxLength: 40 }),
  })
  .map(({ shapes, called, terminates, dice }) => {
    const [a, b] = [new Drawing('a'), new Drawing('b')];
    const [first, second] = [a.process(shapes[0], false, terminates[0]), b.process(shapes[1], called, terminates[1])];
    const joined = [
      [a, b],
      [b, a],
    ].flatMap(([from, to], way) => {
      const senders = [...(from?.senders ?? [])];
      return (to?.waiting ?? []).flatMap((target, at) => {
        const [source] = senders.splice((dice[(at + way * 20) % 40] ?? 0) % Math.max(1, senders.length), 1);
        return source === undefined ? [] : [{ id: `${source}>${target}`, name: '', source, target }];
      });
    });
    return {
      processId: 'a',
      name: '',
      form: null,
      dedupe: null,
      cancelUntil: null,
      settingProblems: [],
      root: first,
      others: [{ id: 'b', name: '', kind: 'process', executable: true, root: second }],
      messageFlows: joined,
      decisions: {},
      unsupported: [],
      constraintFindings: [],
    };
  });
