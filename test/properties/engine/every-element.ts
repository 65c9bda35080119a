// Random flows of every kind of element, built of blocks that each have one way in and one way out: whatever happens in
// them, work that is simply done leads to the end.
import {
  activity,
  and,
  beside,
  boundary,
  catching,
  end,
  endWith,
  eventSub,
  flows,
  gateway,
  or,
  start,
  startOn,
  sub,
  task,
  throwing,
  undoing,
  xor,
} from './draw.js';

/** A part of a flow: its elements, and the nodes by which it is entered and left. */
interface Block {
  readonly xml: string;
  readonly first: string;
  readonly last: string;
}

const TRIGGERS = ['message', 'signal', 'timer', 'conditional:hot = true', 'timer:R3/PT1H'] as const;
const feel = (element: string, text: string): string =>
  `<bpmn:${element} xsi:type="bpmn:tFormalExpression"><![CDATA[${text}]]></bpmn:${element}>`;

/** Draws by numbers: the same numbers give the same flow. When they are used up, only tasks are drawn. */
export class Draughtsman {
  private count = 0;
  private at = 0;

  constructor(private readonly dice: readonly number[]) {}

  flow(): readonly string[] {
    const body = this.block(3);
    return [start('s'), body.xml, end('e'), flows(`s>${body.first}`, `${body.last}>e`), this.eventSubs()];
  }

  private roll(sides: number): number {
    const number = this.dice[this.at];
    this.at += 1;
    return number === undefined ? 0 : number % sides;
  }

  private id(kind: string): string {
    this.count += 1;
    return `${kind}${this.count}`;
  }

  private block(depth: number): Block {
    const kinds = depth > 0 ? BLOCKS.length : 7;
    return (BLOCKS[this.roll(kinds)] ?? plain)(this, depth);
  }

  /** For the kinds of blocks below. */
  readonly tools = {
    roll: (sides: number) => this.roll(sides),
    id: (kind: string) => this.id(kind),
    block: (depth: number) => this.block(depth),
    inside: (depth: number) => this.inside(depth),
    bordered: (host: Block) => this.bordered(host),
  };

  private inside(depth: number): string {
    const [s, e] = [this.id('is'), this.id('ie')];
    const body = this.block(depth - 1);
    return start(s) + body.xml + end(e) + flows(`${s}>${body.first}`, `${body.last}>${e}`) + this.eventSubs();
  }

  private eventSubs(): string {
    if (this.roll(5) !== 1) return '';
    const [es, on, x] = [this.id('es'), this.id('on'), this.id('x')];
    const trigger = TRIGGERS[this.roll(TRIGGERS.length)] ?? 'signal';
    const interrupting = this.roll(2) === 1;
    const once = interrupting && trigger.startsWith('timer:') ? 'timer' : trigger;
    return eventSub(
      es,
      startOn(on, [once], interrupting ? '' : 'isInterrupting="false"') + task(x) + flows(`${on}>${x}`),
    );
  }

  /** Puts events on the border of an activity; their ways meet the activity's own behind it. */
  private bordered(host: Block): Block {
    if (this.roll(3) !== 1) return host;
    const [event, after, meet] = [this.id('b'), this.id('t'), this.id('m')];
    const trigger = TRIGGERS[this.roll(TRIGGERS.length)] ?? 'signal';
    if (this.roll(2) === 1) {
      const once = trigger.startsWith('timer:') ? 'timer' : trigger;
      const drawn = boundary(event, host.last, [once]) + task(after) + xor(meet);
      const joined = flows(`${event}>${after}`, `${after}>${meet}`, `${host.last}>${meet}`);
      return { xml: host.xml + drawn + joined, first: host.first, last: meet };
    }
    const drawn = beside(event, host.last, [trigger]) + task(after);
    return { ...host, xml: host.xml + drawn + flows(`${event}>${after}`) };
  }
}

type Tools = Draughtsman['tools'];
type Kind = (draughtsman: Draughtsman, depth: number) => Block;

const one = (xml: string, id: string): Block => ({ xml, first: id, last: id });

const plain: Kind = ({ tools }) => {
  const id = tools.id('t');
  return tools.bordered(one(task(id), id));
};

const simple =
  (kind: string, xml: (id: string) => string): Kind =>
  ({ tools }) => {
    const id = tools.id(kind);
    return one(xml(id), id);
  };

const LOOPS = [
  `<bpmn:standardLoopCharacteristics loopMaximum="2">${feel('loopCondition', 'true')}</bpmn:standardLoopCharacteristics>`,
  `<bpmn:multiInstanceLoopCharacteristics>${feel('loopCardinality', '3')}</bpmn:multiInstanceLoopCharacteristics>`,
  `<bpmn:multiInstanceLoopCharacteristics isSequential="true">${feel('loopCardinality', '2')}</bpmn:multiInstanceLoopCharacteristics>`,
  `<bpmn:multiInstanceLoopCharacteristics>${feel('loopCardinality', '3')}${feel('completionCondition', 'numberOfCompletedInstances >= 2')}</bpmn:multiInstanceLoopCharacteristics>`,
] as const;

const loop = (tools: Tools): string => LOOPS[tools.roll(LOOPS.length)] ?? '';

const looping: Kind = ({ tools }) => {
  const id = tools.id('l');
  return tools.bordered(one(activity('userTask', id, '', loop(tools)), id));
};

const sequence: Kind = ({ tools }, depth) => {
  const [a, b] = [tools.block(depth - 1), tools.block(depth - 1)];
  return { xml: a.xml + b.xml + flows(`${a.last}>${b.first}`), first: a.first, last: b.last };
};

/** A split and the join that belongs to it. */
const split =
  (kind: 'and' | 'or' | 'xor' | 'complex'): Kind =>
  ({ tools }, depth) => {
    const [x, j] = [tools.id('g'), tools.id('j')];
    const branches = [tools.block(depth - 1), tools.block(depth - 1)];
    const conditions = kind === 'and' || kind === 'complex' ? ['', ''] : ['?n > 1', '?n <= 1 or n > 2'];
    const gateways = {
      and: and(x) + and(j),
      or: or(x) + or(j),
      xor: xor(x) + xor(j),
      complex:
        and(x) +
        `<bpmn:complexGateway id="${j}">${feel('activationCondition', 'activationCount >= 1')}</bpmn:complexGateway>`,
    };
    const lines = branches.flatMap(({ first, last }, at) => [`${x}>${first}${conditions[at] ?? ''}`, `${last}>${j}`]);
    return { xml: gateways[kind] + branches.map(({ xml }) => xml).join('') + flows(...lines), first: x, last: j };
  };

const choiceOfEvents: Kind = ({ tools }) => {
  const [g, m, t, x] = [tools.id('g'), tools.id('c'), tools.id('c'), tools.id('m')];
  const xml = gateway('eventBased', g) + catching(m, ['message']) + catching(t, ['timer']) + xor(x);
  return { xml: xml + flows(`${g}>${m}`, `${g}>${t}`, `${m}>${x}`, `${t}>${x}`), first: g, last: x };
};

const subProcess: Kind = ({ tools }, depth) => {
  const id = tools.id('sp');
  const marker = tools.roll(3) === 1 ? loop(tools) : '';
  return tools.bordered(one(sub(id, marker + tools.inside(depth)), id));
};

const failing: Kind = ({ tools }, depth) => {
  const [id, s, x, bad, ok, caught, fix, meet] = ['sp', 'is', 'g', 'bad', 'ie', 'b', 't', 'm'].map((kind) =>
    tools.id(kind),
  ) as [string, string, string, string, string, string, string, string];
  const [thrown, attributes] = tools.roll(2) === 1 ? ['error', ''] : ['escalation', ''];
  const body = tools.block(depth - 1);
  const inside =
    start(s) +
    body.xml +
    xor(x, `${x}-${ok}`) +
    endWith(bad, thrown) +
    end(ok) +
    flows(`${s}>${body.first}`, `${body.last}>${x}`, `${x}>${bad}?n > 1`, `${x}>${ok}`);
  const around = boundary(caught, id, [`${thrown}:*`], attributes) + task(fix) + xor(meet);
  return {
    xml: sub(id, inside) + around + flows(`${caught}>${fix}`, `${fix}>${meet}`, `${id}>${meet}`),
    first: id,
    last: meet,
  };
};

const transaction: Kind = ({ tools }) => {
  const [id, s, a, b, g, no, ok, caught, meet] = ['tx', 'is', 'a', 'a', 'g', 'no', 'ie', 'b', 'm'].map((kind) =>
    tools.id(kind),
  ) as [string, string, string, string, string, string, string, string, string];
  const undo = (activityId: string): string =>
    activity('userTask', `undo-${activityId}`, 'isForCompensation="true"') + undoing(activityId, `undo-${activityId}`);
  const inside =
    start(s) +
    task(a) +
    undo(a) +
    activity('userTask', b, '', loop(tools)) +
    undo(b) +
    xor(g, `${g}-${ok}`) +
    endWith(no, 'cancel') +
    end(ok) +
    flows(`${s}>${a}`, `${a}>${b}`, `${b}>${g}`, `${g}>${no}?n > 1`, `${g}>${ok}`);
  return {
    xml:
      `<bpmn:transaction id="${id}">${inside}</bpmn:transaction>` +
      boundary(caught, id, ['cancel']) +
      xor(meet) +
      flows(`${caught}>${meet}`, `${id}>${meet}`),
    first: id,
    last: meet,
  };
};

const undone: Kind = ({ tools }, depth) => {
  const [a, id, back] = [tools.id('a'), tools.id('sp'), tools.id('back')];
  const handler = activity('userTask', `undo-${a}`, 'isForCompensation="true"') + undoing(a, `undo-${a}`) + task(a);
  const s = tools.id('is');
  const body = tools.block(depth - 1);
  const inside = start(s) + handler + body.xml + flows(`${s}>${a}`, `${a}>${body.first}`);
  const marker = tools.roll(2) === 1 ? loop(tools) : '';
  return {
    xml: sub(id, marker + inside) + throwing(back, 'compensation') + flows(`${id}>${back}`),
    first: id,
    last: back,
  };
};

const adHoc: Kind = ({ tools }) => {
  const id = tools.id('ah');
  const [a, b] = [tools.id('t'), tools.id('t')];
  const ordering = tools.roll(2) === 1 ? 'ordering="Sequential"' : '';
  const until = tools.roll(2) === 1 ? feel('completionCondition', 'n >= 0') : '';
  const xml = `<bpmn:adHocSubProcess id="${id}" ${ordering}>${task(a)}${activity('userTask', b, '', loop(tools))}${until}</bpmn:adHocSubProcess>`;
  return tools.bordered(one(xml, id));
};

const ending: Kind = ({ tools }, depth) => {
  const [id, s, e] = [tools.id('sp'), tools.id('is'), tools.id('stop')];
  const body = tools.block(depth - 1);
  const inside = start(s) + body.xml + endWith(e, 'terminate') + flows(`${s}>${body.first}`, `${body.last}>${e}`);
  return tools.bordered(one(sub(id, inside), id));
};

const call: Kind = ({ tools }) => {
  const id = tools.id('call');
  return tools.bordered(
    one(activity('callActivity', id, 'calledElement="called"', tools.roll(3) === 1 ? loop(tools) : ''), id),
  );
};

/** What the calls call. */
export const CALLED = `<bpmn:process id="called">${
  start('called-s') +
  task('t-called') +
  activity('userTask', 'undo-called', 'isForCompensation="true"') +
  undoing('t-called', 'undo-called') +
  activity('userTask', 'l-called', '', LOOPS[1]) +
  end('called-e') +
  flows('called-s>t-called', 't-called>l-called', 'l-called>called-e')
}</bpmn:process>`;

const link: Kind = ({ tools }) => {
  const [out, into] = [tools.id('out'), tools.id('in')];
  const xml = throwing(out, `link:${out}`) + catching(into, [`link:${out}`]);
  return { xml, first: out, last: into };
};

const quantities: Kind = ({ tools }) => {
  const [many, few] = [tools.id('m'), tools.id('t')];
  const xml = activity('manualTask', many, 'completionQuantity="2"') + activity('userTask', few, 'startQuantity="2"');
  return { xml: xml + flows(`${many}>${few}`), first: many, last: few };
};

/** The first seven need no depth. */
const BLOCKS: readonly Kind[] = [
  plain,
  looping,
  simple('m', (id) => activity('manualTask', id)),
  simple('j', (id) => activity('serviceTask', id, 'chengban:handler="archive"')),
  simple('r', (id) => activity('receiveTask', id, 'messageRef="M1"')),
  simple('c', (id) => catching(id, ['message', 'signal'], 'parallelMultiple="true"')),
  simple('up', (id) => throwing(id, 'signal', 'escalation')),
  sequence,
  split('and'),
  split('or'),
  split('xor'),
  split('complex'),
  choiceOfEvents,
  subProcess,
  subProcess,
  failing,
  transaction,
  undone,
  adHoc,
  ending,
  call,
  link,
  quantities,
];
