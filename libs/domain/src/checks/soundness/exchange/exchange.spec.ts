import { readBpmn } from '../../../bpmn/read-bpmn.js';
import type { SoundnessReport } from '../report.js';
import { soundness } from '../soundness.js';

const HEAD =
  '<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="definitions" targetNamespace="t">';

type Messages = readonly (readonly [from: string, to: string])[];

/** A process from its nodes as XML and its flows as `a b` pairs of ids. */
const pool = (id: string, nodes: string, ...flows: readonly string[]): string =>
  `<bpmn:process id="${id}" isExecutable="true">${nodes}${flowsOf(flows)}</bpmn:process>`;

const flowsOf = (flows: readonly string[]): string =>
  flows
    .map((flow) => {
      const [from, to, condition] = flow.split(' ');
      const text = condition === undefined ? '' : `<bpmn:conditionExpression>${condition}</bpmn:conditionExpression>`;
      return `<bpmn:sequenceFlow id="${from}-${to}" sourceRef="${from}" targetRef="${to}">${text}</bpmn:sequenceFlow>`;
    })
    .join('');

const node = (kind: string, id: string, inside = ''): string => `<bpmn:${kind} id="${id}">${inside}</bpmn:${kind}>`;
const nodes = (kind: string, ...ids: readonly string[]): string => ids.map((id) => node(kind, id)).join('');
const MESSAGE = '<bpmn:messageEventDefinition />';
const starts = (id: string): string => node('startEvent', id, MESSAGE);
const catches = (id: string): string => node('intermediateCatchEvent', id, MESSAGE);

async function judge(messages: Messages, ...pools: readonly string[]): Promise<SoundnessReport> {
  const participants = pools.map((_, at) => `<bpmn:participant id="pool${at}" />`).join('');
  const flows = messages.map(
    ([from, to]) => `<bpmn:messageFlow id="${from}-${to}" sourceRef="${from}" targetRef="${to}" />`,
  );
  const collaboration = `<bpmn:collaboration id="all">${participants}${flows.join('')}</bpmn:collaboration>`;
  const read = await readBpmn(`${HEAD}${collaboration}${pools.join('')}</bpmn:definitions>`);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return soundness(read.value);
}

const troublesIn = ({ scopes }: SoundnessReport) =>
  scopes.flatMap(({ troubles }) =>
    troubles.map(({ kind, counterexample: { elementId, steps } }) => ({
      kind,
      elementId,
      acts: steps.map((step) => `${step.nodeId} ${step.choice ?? step.act}`),
    })),
  );

/** Asks, waits for the answer, ends. */
const CLIENT = pool(
  'client',
  nodes('startEvent', 'want') + nodes('sendTask', 'ask') + catches('answered') + nodes('endEvent', 'glad'),
  'want ask',
  'ask answered',
  'answered glad',
);

const ASKED: Messages = [
  ['ask', 'asked'],
  ['answer', 'answered'],
];

test('a request that is always answered is sound, and no message is left', async () => {
  const server = pool(
    'server',
    starts('asked') + nodes('sendTask', 'answer') + nodes('endEvent', 'done'),
    'asked answer',
    'answer done',
  );
  const report = await judge(ASKED, CLIENT, server);
  expect(report.verdict).toBe('sound');
  expect(report.leftMessages).toEqual([]);
});

test('two pools that wait for each other hang at once, each in its own place', async () => {
  const waiting = (id: string, wait: string, send: string): string =>
    pool(
      id,
      nodes('startEvent', `${id}Start`) + catches(wait) + nodes('sendTask', send) + nodes('endEvent', `${id}End`),
      `${id}Start ${wait}`,
      `${wait} ${send}`,
      `${send} ${id}End`,
    );
  const messages: Messages = [
    ['aSends', 'bWaits'],
    ['bSends', 'aWaits'],
  ];
  const report = await judge(messages, waiting('a', 'aWaits', 'aSends'), waiting('b', 'bWaits', 'bSends'));
  expect(report.verdict).toBe('unsound');
  expect(report.properties.optionToComplete).toBe(false);
  expect(troublesIn(report)).toEqual([
    { kind: 'stuck', elementId: 'aWaits', acts: [] },
    { kind: 'stuck', elementId: 'bWaits', acts: [] },
  ]);
});

/** Answers, or not. */
const MOODY = pool(
  'server',
  starts('asked') +
    nodes('exclusiveGateway', 'mood') +
    nodes('sendTask', 'answer') +
    nodes('endEvent', 'done', 'refused'),
  'asked mood',
  'mood answer kind=true',
  'mood refused kind=false',
  'answer done',
);

test('who waits for a message that is not sent in every run hangs where it is not', async () => {
  const report = await judge(ASKED, CLIENT, MOODY);
  expect(report.verdict).toBe('unsound');
  expect(troublesIn(report)).toEqual([
    { kind: 'stuck', elementId: 'answered', acts: ['ask complete', 'asked message', 'mood mood-refused'] },
  ]);
  expect(report.scopes.map(({ verdict }) => verdict)).toEqual(['unsound', 'sound']);
  const example = report.scopes[0]?.troubles[0]?.counterexample;
  expect(example?.steps.map(({ tokens }) => tokens)).toEqual([['answered'], ['answered', 'mood'], ['answered']]);
  expect(example?.variables).toEqual({ kind: false });
});

test('a deadline leads out where a message may not come', async () => {
  const patient = pool(
    'client',
    nodes('startEvent', 'want') +
      nodes('sendTask', 'ask') +
      nodes('eventBasedGateway', 'wait') +
      catches('answered') +
      node('intermediateCatchEvent', 'late', '<bpmn:timerEventDefinition />') +
      nodes('endEvent', 'glad', 'sad'),
    'want ask',
    'ask wait',
    'wait answered',
    'wait late',
    'answered glad',
    'late sad',
  );
  const report = await judge(ASKED, patient, MOODY);
  expect(report.verdict).toBe('sound');
  expect(report.leftMessages?.map(({ elementId }) => elementId)).toEqual(['answer']);
});

test('a message from outside the file can come, so a process alone is sound', async () => {
  const alone = await judge([['pool0', 'answered']], CLIENT);
  expect(alone.verdict).toBe('sound');
});

test('a message of the same name is the same message without a message flow', async () => {
  const named = (kind: string, id: string, name: string): string => `<bpmn:${kind} id="${id}" messageRef="${name}" />`;
  const sender = (sent: string): string =>
    pool(
      'a',
      nodes('startEvent', 'aStart') +
        nodes('exclusiveGateway', 'or') +
        named('sendTask', 'aSends', sent) +
        nodes('endEvent', 'aEnd', 'aOther'),
      'aStart or',
      'or aSends',
      'or aOther',
      'aSends aEnd',
    );
  const receiver = pool(
    'b',
    nodes('startEvent', 'bStart') + named('receiveTask', 'bWaits', 'news') + nodes('endEvent', 'bEnd'),
    'bStart bWaits',
    'bWaits bEnd',
  );
  const messages = '<bpmn:message id="news" name="news" /><bpmn:message id="other" name="other" />';
  expect((await judge([], `${messages}${sender('news')}`, receiver)).verdict).toBe('unsound');
  expect((await judge([], `${messages}${sender('other')}`, receiver)).verdict).toBe('sound');
});

test('what a sub-process sends before a message ends it is sent, and what it did not send is not', async () => {
  const boundary = `<bpmn:boundaryEvent id="stopped" attachedToRef="work">${MESSAGE}</bpmn:boundaryEvent>`;
  const inside =
    nodes('startEvent', 'wStart') +
    nodes('userTask', 'doing') +
    nodes('sendTask', 'report') +
    nodes('endEvent', 'wEnd') +
    flowsOf(['wStart doing', 'doing report', 'report wEnd']);
  const worker = pool(
    'worker',
    nodes('startEvent', 'start') + node('subProcess', 'work', inside) + boundary + nodes('endEvent', 'end', 'given-up'),
    'start work',
    'work end',
    'stopped given-up',
  );
  const boss = pool(
    'boss',
    nodes('startEvent', 'bStart') +
      nodes('userTask', 'think') +
      nodes('sendTask', 'stop') +
      catches('reported') +
      nodes('endEvent', 'bEnd'),
    'bStart think',
    'think stop',
    'stop reported',
    'reported bEnd',
  );
  const messages: Messages = [
    ['stop', 'stopped'],
    ['report', 'reported'],
  ];
  const report = await judge(messages, worker, boss);
  expect(troublesIn(report)).toEqual([
    { kind: 'stuck', elementId: 'reported', acts: ['think complete', 'stop complete', 'stopped message'] },
  ]);
  // when the work was done first
  expect(report.leftMessages?.map(({ elementId }) => elementId)).toEqual(['stop']);
});

test('a loop that sends without waiting is not judged, since its messages pile up', async () => {
  const chatty = pool(
    'chatty',
    nodes('startEvent', 'cStart') +
      nodes('exclusiveGateway', 'again', 'enough') +
      nodes('sendTask', 'tell') +
      nodes('endEvent', 'cEnd'),
    'cStart again',
    'again tell',
    'tell enough',
    'enough again',
    'enough cEnd',
  );
  const listener = pool(
    'listener',
    nodes('startEvent', 'lStart') + catches('heard') + nodes('endEvent', 'lEnd'),
    'lStart heard',
    'heard lEnd',
  );
  const report = await judge([['tell', 'heard']], chatty, listener);
  expect(report.verdict).toBe('unknown');
  expect(report.scopes.map(({ unknown }) => unknown)).toEqual(['messages-pile-up', 'messages-pile-up']);
  expect(report.leftMessages?.map(({ elementId }) => elementId)).toEqual(['tell']);
});

test('a message to an event sub-process is not followed, and nothing is called sound', async () => {
  const handler =
    '<bpmn:subProcess id="handler" triggeredByEvent="true">' +
    starts('heard') +
    nodes('endEvent', 'hEnd') +
    flowsOf(['heard hEnd']) +
    '</bpmn:subProcess>';
  const listener = pool(
    'listener',
    nodes('startEvent', 'lStart') + catches('heardToo') + nodes('endEvent', 'lEnd') + handler,
    'lStart heardToo',
    'heardToo lEnd',
  );
  const teller = pool(
    'teller',
    nodes('startEvent', 'tStart') + nodes('sendTask', 'tell', 'tellToo') + nodes('endEvent', 'tEnd'),
    'tStart tell',
    'tell tellToo',
    'tellToo tEnd',
  );
  const messages: Messages = [
    ['tell', 'heard'],
    ['tellToo', 'heardToo'],
  ];
  const report = await judge(messages, listener, teller);
  expect(report.verdict).toBe('unknown');
  expect(report.scopes.map(({ unknown }) => unknown)).toContain('messages');
  expect(report.leftMessages).toBeNull();
});

test('long ways beside each other are not multiplied', async () => {
  const long = (id: string, send: string, wait: string): string => {
    const tasks = Array.from({ length: 200 }, (_, at) => `${id}${at}`);
    const steps = [`${id}Start`, ...tasks, send, wait, `${id}End`];
    return pool(
      id,
      nodes('startEvent', `${id}Start`) +
        nodes('userTask', ...tasks) +
        nodes('sendTask', send) +
        catches(wait) +
        nodes('endEvent', `${id}End`),
      ...steps.slice(1).map((step, at) => `${steps[at]} ${step}`),
    );
  };
  const messages: Messages = [
    ['aSends', 'bWaits'],
    ['bSends', 'aWaits'],
  ];
  const report = await judge(messages, long('a', 'aSends', 'aWaits'), long('b', 'bSends', 'bWaits'));
  expect(report.verdict).toBe('sound');
});

test('a node that is passed on one of two ways to the same place is not called dead', async () => {
  const detour = pool(
    'detour',
    nodes('startEvent', 'dStart') +
      nodes('exclusiveGateway', 'split', 'merge') +
      node('intermediateThrowEvent', 'aside') +
      nodes('sendTask', 'tell') +
      nodes('endEvent', 'dEnd'),
    'dStart split',
    'split merge',
    'split aside',
    'aside merge',
    'merge tell',
    'tell dEnd',
  );
  const listener = pool(
    'listener',
    nodes('startEvent', 'lStart') + catches('heard') + nodes('endEvent', 'lEnd'),
    'lStart heard',
    'heard lEnd',
  );
  expect((await judge([['tell', 'heard']], detour, listener)).verdict).toBe('sound');
});
