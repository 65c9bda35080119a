import { readBpmn } from '../../bpmn/read-bpmn.js';
import { soundness } from './soundness.js';

const MESSAGE = '<bpmn:messageEventDefinition />';
const node = (kind: string, id: string, inside = '', attributes = ''): string =>
  `<bpmn:${kind} id="${id}" name="${id}" ${attributes}>${inside}</bpmn:${kind}>`;
const flows = (...pairs: readonly string[]): string =>
  pairs
    .map((pair) => pair.split(' '))
    .map(([from, to]) => `<bpmn:sequenceFlow id="${from}-${to}" sourceRef="${from}" targetRef="${to}" />`)
    .join('');

async function troublesIn(body: string) {
  const read = await readBpmn(
    `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="t"><bpmn:process id="p" isExecutable="true">${body}</bpmn:process></bpmn:definitions>`,
  );
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const { scopes } = soundness(read.value);
  return scopes.flatMap(({ troubles }) =>
    troubles.map(({ kind, counterexample }) => [kind, counterexample.elementId, counterexample.steps.length]),
  );
}

const waitingAtGateway = (type: string, meeting: string): string =>
  node('eventBasedGateway', 'first', '', `instantiate="true" eventGatewayType="${type}"`) +
  node('intermediateCatchEvent', 'a', MESSAGE) +
  node('receiveTask', 'b') +
  node(meeting, 'meet') +
  node('task', 'after') +
  node('endEvent', 'done') +
  flows('first a', 'first b', 'a meet', 'b meet', 'meet after', 'after done');

test('behind a gateway that begins with all its events a parallel join is met by each of them', async () => {
  expect(await troublesIn(waitingAtGateway('Parallel', 'parallelGateway'))).toEqual([]);
});

test('an exclusive one there lets the same work begin twice', async () => {
  expect(await troublesIn(waitingAtGateway('Parallel', 'exclusiveGateway'))).toEqual([
    ['second-token', 'after', 2],
    ['end-twice', 'done', 4],
  ]);
});

test('behind a gateway that begins with one of its events a parallel join waits for ever', async () => {
  expect(await troublesIn(waitingAtGateway('Exclusive', 'exclusiveGateway'))).toEqual([]);
  expect(await troublesIn(waitingAtGateway('Exclusive', 'parallelGateway'))).toEqual([['stuck', 'meet', 1]]);
});

test('a receive task that begins the process takes one message, not two', async () => {
  const deadlock =
    node('receiveTask', 'asked', '', 'instantiate="true"') +
    node('parallelGateway', 'join') +
    node('exclusiveGateway', 'either') +
    node('task', 'left') +
    node('task', 'right') +
    node('endEvent', 'done') +
    flows('asked either', 'either left', 'either right', 'left join', 'right join', 'join done');
  expect(await troublesIn(deadlock)).toEqual([['stuck', 'join', 3]]);
});
