import { readBpmn } from '../../../bpmn/read-bpmn.js';
import { bpmnProcess } from '../../../../../../test/support/bpmn-text.js';
import { soundness } from '../soundness.js';

const flow = (from: string, to: string, condition = ''): string =>
  `<bpmn:sequenceFlow id="${from}-${to}" sourceRef="${from}" targetRef="${to}">${condition && `<bpmn:conditionExpression>${condition}</bpmn:conditionExpression>`}</bpmn:sequenceFlow>`;
const node = (kind: string, id: string, more = '', inside = ''): string =>
  `<bpmn:${kind} id="${id}" name="${id}" ${more}>${inside}</bpmn:${kind}>`;
const beside = (event: string): string =>
  node('boundaryEvent', 'beside', 'attachedToRef="sub" cancelActivity="false"', event);

/** A sub-process with an event on it that leads to work of its own and to the same end: it is reached twice. */
async function exampleOf(inside: string, event: string) {
  const read = await readBpmn(
    bpmnProcess(
      node('startEvent', 's') +
        node('userTask', 'draft') +
        node('subProcess', 'sub', '', inside) +
        beside(event) +
        node('userTask', 'answer') +
        node('exclusiveGateway', 'meet') +
        node('endEvent', 'e') +
        flow('s', 'draft') +
        flow('draft', 'sub') +
        flow('sub', 'meet') +
        flow('beside', 'answer') +
        flow('answer', 'meet') +
        flow('meet', 'e'),
    ),
  );
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const [trouble] = soundness(read.value).scopes.flatMap(({ troubles }) => troubles);
  return {
    kind: trouble?.kind,
    acts: trouble?.counterexample.steps.map(({ nodeId, act }) => `${act} ${nodeId}`),
    given: [
      trouble?.counterexample.variables ?? {},
      ...(trouble?.counterexample.steps.flatMap(({ variables }) => variables ?? []) ?? []),
    ],
  };
}

test('what happens outside while a sub-process runs comes after the choice that lets it wait', async () => {
  const inside =
    node('startEvent', 'begin') +
    node('exclusiveGateway', 'choice', 'default="choice-over"') +
    node('userTask', 'work') +
    node('endEvent', 'over') +
    flow('begin', 'choice') +
    flow('choice', 'work', 'form.size > 3') +
    flow('choice', 'over') +
    flow('work', 'over');
  const { kind, acts, given } = await exampleOf(inside, '<bpmn:messageEventDefinition/>');
  expect(kind).toBe('end-twice');
  expect(acts).toEqual(['complete draft', 'choice choice', 'message beside', 'complete answer', 'complete work']);
  expect(given).toContainEqual({ form: { size: 4 } });
});

test('what a sub-process tells at its end is answered after that end', async () => {
  const inside =
    node('startEvent', 'begin') +
    node('userTask', 'work') +
    node('endEvent', 'over', '', '<bpmn:escalationEventDefinition/>') +
    flow('begin', 'work') +
    flow('work', 'over');
  const { kind, acts } = await exampleOf(inside, '<bpmn:escalationEventDefinition/>');
  expect(kind).toBe('end-twice');
  expect(acts).toEqual(['complete draft', 'escalation beside', 'complete work', 'complete answer']);
});

test('a sub-process is over when all that runs in it is, also what only ends there', async () => {
  const inside =
    node('startEvent', 'begin') +
    node('parallelGateway', 'fork') +
    node('userTask', 'one') +
    node('userTask', 'other') +
    node('endEvent', 'over', '', '<bpmn:escalationEventDefinition/>') +
    node('endEvent', 'apart') +
    flow('begin', 'fork') +
    flow('fork', 'one') +
    flow('fork', 'other') +
    flow('one', 'over') +
    flow('other', 'apart');
  const { acts } = await exampleOf(inside, '<bpmn:escalationEventDefinition/>');
  expect(acts).toEqual(expect.arrayContaining(['complete one', 'complete other']));
});

test('the way into a sub-process is one whose conditions hold together', async () => {
  const round =
    node('startEvent', 'begin') +
    node('exclusiveGateway', 'again') +
    node('userTask', 'work') +
    flow('begin', 'again') +
    flow('again', 'work') +
    flow('work', 'again');
  const read = await readBpmn(
    bpmnProcess(
      node('startEvent', 's') +
        node('exclusiveGateway', 'one', 'default="one-e"') +
        node('exclusiveGateway', 'two', 'default="two-longer"') +
        node('userTask', 'longer') +
        node('subProcess', 'sub', '', round) +
        node('endEvent', 'e') +
        flow('s', 'one') +
        flow('one', 'two', 'form.kind = "a"') +
        flow('one', 'e') +
        flow('two', 'sub', 'form.kind = "b"') +
        flow('two', 'longer') +
        flow('longer', 'sub') +
        flow('sub', 'e'),
    ),
  );
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const inside = soundness(read.value).scopes.find(({ scopeId }) => scopeId === 'sub');
  const first = inside?.troubles[0]?.counterexample.steps.slice(0, 3).map(({ nodeId, act }) => `${act} ${nodeId}`);
  expect(inside?.troubles[0]?.kind).toBe('endless');
  expect(first).toEqual(['choice one', 'choice two', 'complete longer']);
});
