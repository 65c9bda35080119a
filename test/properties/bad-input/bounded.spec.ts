// Drawings that are small to write and large to run: each is checked and started in bounded time, or refused.
import { goThrough } from './go-through.js';
import type { Way } from './go-through.js';
import { fileOf } from '../engine/draw.js';

const many = (count: number, each: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => each(i)).join('');
const flow = (from: string, to: string): string =>
  `<bpmn:sequenceFlow id="${from}.${to}" sourceRef="${from}" targetRef="${to}"/>`;
const node = (type: string, id: string, attributes = ''): string =>
  `<bpmn:${type} id="${id}" name="${id}" ${attributes}/>`;
const START = node('startEvent', 's');
const END = node('endEvent', 'e');
const call = (id: string): string => node('callActivity', id, 'calledElement="flow"') + flow('s', id) + flow(id, 'e');
const thousandfold = (id: string): string =>
  `<bpmn:subProcess id="${id}"><bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>1000</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>`;

/** Findings of the checks that do not keep the engine from running it. */
const OVERLOOKED = new Set(
  'no-end no-start stuck two-tokens disconnected task-without-assignment task-without-name no-way-to-end dead-node'.split(
    ' ',
  ),
);

test.each<[string, string, Way]>([
  ['a process that calls itself', START + END + call('c'), 'not started'],
  ['a process that calls itself twice', START + END + call('c') + call('d'), 'not started'],
  [
    'two and a half thousand steps in a row',
    node('startEvent', 't0') + many(2_490, (i) => node('task', `t${i + 1}`) + flow(`t${i}`, `t${i + 1}`)),
    'completed',
  ],
  [
    'sixteen hundred people at once',
    START +
      END +
      node('parallelGateway', 'g') +
      node('parallelGateway', 'j') +
      flow('s', 'g') +
      flow('j', 'e') +
      many(1_600, (i) => node('userTask', `t${i}`) + flow('g', `t${i}`) + flow(`t${i}`, 'j')),
    'runs',
  ],
  [
    'a task that leads to itself in thousands of ways',
    START +
      node('task', 'a') +
      flow('s', 'a') +
      many(4_900, (i) => `<bpmn:sequenceFlow id="q${i}" sourceRef="a" targetRef="a"/>`),
    'not started',
  ],
  [
    'a task that leaves as many tokens behind as are read, and each again',
    START +
      END +
      many(3, (i) => node('task', `a${i}`, 'completionQuantity="100"')) +
      flow('s', 'a0') +
      flow('a0', 'a1') +
      flow('a1', 'a2') +
      flow('a2', 'e'),
    'not started',
  ],
  [
    'a maze of choices',
    START +
      flow('s', 'g0') +
      many(
        1_000,
        (i) => node('exclusiveGateway', `g${i}`) + many(3, (k) => flow(`g${i}`, `g${(i * 7 + k * 13 + 1) % 1_000}`)),
      ),
    'found wanting',
  ],
  [
    'a maze of inclusive choices',
    START +
      flow('s', 'g0') +
      many(
        300,
        (i) => node('inclusiveGateway', `g${i}`) + many(4, (k) => flow(`g${i}`, `g${(i * 7 + k * 13 + 1) % 300}`)),
      ),
    'found wanting',
  ],
  [
    'a thousand times a thousand times a thousand instances',
    START +
      flow('s', 'p0') +
      many(6, (i) => thousandfold(`p${i}`)) +
      node('userTask', 'u') +
      '</bpmn:subProcess>'.repeat(6),
    'not started',
  ],
  [
    'more markings than there are atoms',
    START +
      node('parallelGateway', 'g') +
      flow('s', 'g') +
      many(
        25,
        (i) =>
          node('userTask', `t${i}`) +
          node('userTask', `u${i}`) +
          flow('g', `t${i}`) +
          flow(`t${i}`, `u${i}`) +
          flow(`u${i}`, `t${(i + 1) % 25}`),
      ),
    'runs',
  ],
  [
    'a maze of parallel gateways',
    START +
      flow('s', 'g0') +
      many(
        300,
        (i) => node('parallelGateway', `g${i}`) + many(3, (k) => flow(`g${i}`, `g${(i * 7 + k * 13 + 1) % 300}`)),
      ),
    'runs',
  ],
  [
    'a task with a thousand clocks',
    START +
      node('userTask', 'a') +
      flow('s', 'a') +
      many(
        1_200,
        (i) =>
          `<bpmn:boundaryEvent id="b${i}" attachedToRef="a" cancelActivity="false"><bpmn:timerEventDefinition><bpmn:timeDuration>PT1H</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>` +
          node('endEvent', `e${i}`) +
          flow(`b${i}`, `e${i}`),
      ),
    'runs',
  ],
])('%s', async (_what, inside, way) => {
  expect(await goThrough(fileOf([inside], ''), [], OVERLOOKED)).toBe(way);
});
