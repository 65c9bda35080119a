import { readBpmn } from '../../bpmn/read-bpmn.js';
import { bpmnProcess } from '../../../../../test/support/bpmn-text.js';
import { soundness } from './soundness.js';

const node = (kind: string, id: string, inside = ''): string =>
  `<bpmn:${kind} id="${id}" name="${id}">${inside}</bpmn:${kind}>`;
const flows = (...pairs: readonly string[]): string =>
  pairs
    .map((pair) => pair.split(' '))
    .map(([from, to]) => `<bpmn:sequenceFlow id="${from}-${to}" sourceRef="${from}" targetRef="${to}"/>`)
    .join('');

const FORK = node('startEvent', 's') + node('parallelGateway', 'fork') + flows('s fork');
const STOP = node('endEvent', 'stop', '<bpmn:terminateEventDefinition/>');

async function judged(inside: string) {
  const read = await readBpmn(bpmnProcess(inside));
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const [scope] = soundness(read.value).scopes;
  return {
    verdict: scope?.verdict,
    dead: scope?.deadNodes,
    troubles: scope?.troubles.map(({ kind, counterexample }) => `${kind} ${counterexample.elementId}`),
  };
}

// §13 gives no order to tokens that move by themselves, and a terminate end stops only what is still there (§13.5.6)

test('a join may have gathered its tokens before a terminate end beside it stops everything', async () => {
  const drawing =
    FORK + STOP + node('exclusiveGateway', 'choice') + node('parallelGateway', 'join') + node('userTask', 'other');
  const found = await judged(
    drawing +
      node('endEvent', 'done') +
      node('endEvent', 'apart') +
      flows('fork stop', 'fork choice', 'fork join', 'choice join', 'choice other', 'other apart', 'join done'),
  );
  expect(found.dead).not.toContain('join');
  expect(found.dead).not.toContain('done');
});

test('a second token may come before the terminate end stops everything, and the example shows it', async () => {
  const found = await judged(
    FORK +
      STOP +
      node('exclusiveGateway', 'merge') +
      node('userTask', 'work') +
      node('endEvent', 'done') +
      node('parallelGateway', 'again') +
      flows('fork stop', 'fork again', 'again merge', 'fork merge', 'merge work', 'work done'),
  );
  expect(found.verdict).toBe('unsound');
  expect(found.troubles).toContain('second-token work');
});

test('a gateway before work that a terminate end stops at once has been passed all the same', async () => {
  const found = await judged(
    FORK +
      STOP +
      node('exclusiveGateway', 'enter') +
      node('userTask', 'work') +
      node('userTask', 'more') +
      node('exclusiveGateway', 'again') +
      flows('fork enter', 'fork stop', 'enter work', 'work more', 'more again', 'again enter', 'again stop'),
  );
  expect(found.dead).toEqual(['work', 'more', 'again']);
});
