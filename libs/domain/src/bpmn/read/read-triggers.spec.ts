import { bpmnProcess } from '../../../../../test/support/bpmn-text.js';
import type { FlowNode } from '../model.js';
import { readBpmn } from '../read-bpmn.js';

const ROOTS = `<bpmn:message id="m1" name="材料 送达"/><bpmn:message id="m2"/><bpmn:signal id="s1" name="暂停"/>
  <bpmn:error id="e1" errorCode="E-1"/><bpmn:error id="e2"/><bpmn:escalation id="c1" escalationCode="C-1"/>
  <bpmn:interface id="i" name="i"><bpmn:operation id="o" name="o"><bpmn:inMessageRef>m1</bpmn:inMessageRef></bpmn:operation></bpmn:interface>
  <bpmn:signalEventDefinition id="shared" signalRef="s1"/>`;

async function nodeOf(text: string): Promise<FlowNode> {
  const read = await readBpmn(bpmnProcess(text, ROOTS));
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const node = read.value.root.nodes.at(-1);
  if (node === undefined) throw new Error('nothing was read');
  return node;
}

const triggersOf = async (inside: string, event = 'intermediateCatchEvent'): Promise<unknown> => {
  const node = await nodeOf(`<bpmn:task id="t"/><bpmn:${event} id="x" attachedToRef="t">${inside}</bpmn:${event}>`);
  return 'triggers' in node ? node.triggers : node;
};

test.each([
  ['<bpmn:messageEventDefinition messageRef="m1"/>', { kind: 'message', name: '材料 送达', correlation: null }],
  ['<bpmn:messageEventDefinition messageRef="m2"/>', { kind: 'message', name: 'm2', correlation: null }],
  ['<bpmn:messageEventDefinition/>', { kind: 'message', name: null, correlation: null }],
  [
    '<bpmn:messageEventDefinition><bpmn:operationRef>o</bpmn:operationRef></bpmn:messageEventDefinition>',
    { kind: 'message', name: '材料 送达', correlation: null },
  ],
  ['<bpmn:signalEventDefinition signalRef="s1"/>', { kind: 'signal', name: '暂停' }],
  ['<bpmn:eventDefinitionRef>shared</bpmn:eventDefinitionRef>', { kind: 'signal', name: '暂停' }],
  [
    '<bpmn:timerEventDefinition><bpmn:timeDuration> P3D </bpmn:timeDuration></bpmn:timerEventDefinition>',
    { kind: 'timer', timer: { kind: 'duration', text: 'P3D' } },
  ],
  [
    '<bpmn:timerEventDefinition><bpmn:timeCycle>R3/PT10H</bpmn:timeCycle></bpmn:timerEventDefinition>',
    { kind: 'timer', timer: { kind: 'cycle', text: 'R3/PT10H' } },
  ],
  [
    '<bpmn:timerEventDefinition><bpmn:timeDate>form.due</bpmn:timeDate></bpmn:timerEventDefinition>',
    { kind: 'timer', timer: { kind: 'date', text: 'form.due' } },
  ],
  ['<bpmn:timerEventDefinition/>', { kind: 'timer', timer: null }],
  [
    '<bpmn:conditionalEventDefinition><bpmn:condition>x &gt; 1</bpmn:condition></bpmn:conditionalEventDefinition>',
    { kind: 'conditional', condition: { text: 'x > 1', language: null } },
  ],
  [
    '<bpmn:conditionalEventDefinition><bpmn:condition/></bpmn:conditionalEventDefinition>',
    { kind: 'conditional', condition: { text: '', language: null } },
  ],
  ['<bpmn:linkEventDefinition name="转 下页"/>', { kind: 'link', name: '转 下页' }],
])('a catching event reads %s', async (definition, trigger) => {
  expect(await triggersOf(definition)).toEqual([trigger]);
});

test.each([
  ['<bpmn:errorEventDefinition errorRef="e1"/>', { kind: 'error', code: 'E-1' }],
  ['<bpmn:errorEventDefinition errorRef="e2"/>', { kind: 'error', code: 'e2' }],
  ['<bpmn:errorEventDefinition/>', { kind: 'error', code: null }],
  ['<bpmn:escalationEventDefinition escalationRef="c1"/>', { kind: 'escalation', code: 'C-1' }],
  ['<bpmn:compensateEventDefinition activityRef="t"/>', { kind: 'compensation', activity: 't', wait: true }],
  [
    '<bpmn:compensateEventDefinition waitForCompletion="false"/>',
    { kind: 'compensation', activity: null, wait: false },
  ],
  ['<bpmn:cancelEventDefinition/>', { kind: 'cancel' }],
  ['<bpmn:terminateEventDefinition/>', { kind: 'terminate' }],
])('an end event reads %s', async (definition, trigger) => {
  expect(await triggersOf(definition, 'endEvent')).toEqual([trigger]);
});

test('several triggers keep the order of the drawing; only several can be needed all together', async () => {
  const two = '<bpmn:messageEventDefinition messageRef="m1"/><bpmn:signalEventDefinition signalRef="s1"/>';
  const event = (inside: string): string =>
    `<bpmn:intermediateCatchEvent id="x" parallelMultiple="true">${inside}</bpmn:intermediateCatchEvent>`;
  expect(await nodeOf(event(two))).toMatchObject({
    triggers: [{ kind: 'message' }, { kind: 'signal' }],
    parallelMultiple: true,
  });
  expect(await nodeOf(event('<bpmn:signalEventDefinition/>'))).toMatchObject({ parallelMultiple: false });
});

test('an event waits for the message with the key that the drawing says', async () => {
  const event =
    '<bpmn:startEvent id="x" chengban:correlation="caseNumber"><bpmn:messageEventDefinition messageRef="m1"/></bpmn:startEvent>';
  expect(await nodeOf(event)).toMatchObject({ triggers: [{ correlation: 'caseNumber' }] });
});

test('a boundary event interrupts unless drawn otherwise', async () => {
  const event = (attributes: string): string =>
    `<bpmn:task id="t"/><bpmn:boundaryEvent id="x" attachedToRef="t" ${attributes}><bpmn:timerEventDefinition/></bpmn:boundaryEvent>`;
  expect(await nodeOf(event(''))).toMatchObject({ kind: 'boundaryEvent', attachedTo: 't', interrupting: true });
  expect(await nodeOf(event('cancelActivity="false"'))).toMatchObject({ interrupting: false });
});

describe('what undoes an activity', () => {
  const event = '<bpmn:boundaryEvent id="x" attachedToRef="t"><bpmn:compensateEventDefinition/></bpmn:boundaryEvent>';
  const drawing = (association: string, kind = event): string =>
    `<bpmn:task id="t"/><bpmn:task id="undo" isForCompensation="true"/>${kind}<bpmn:textAnnotation id="n"/>${association}`;
  const association = (from: string, to: string): string =>
    `<bpmn:association id="a${from}${to}" sourceRef="${from}" targetRef="${to}"/>`;
  const handlerOf = async (text: string): Promise<unknown> => {
    const read = await readBpmn(bpmnProcess(text));
    if (!read.ok) return read.error.map((finding) => finding.code);
    const node = read.value.root.nodes.find(({ id }) => id === 'x');
    return node?.kind === 'boundaryEvent' && node.handler;
  };

  test('is the activity that an association joins to the compensation event, a note is not', async () => {
    expect(await handlerOf(drawing(association('x', 'undo') + association('x', 'n')))).toBe('undo');
    expect(await handlerOf(drawing(association('undo', 'x')))).toBe('undo');
    expect(await handlerOf(drawing(association('x', 'n')))).toBeNull();
  });

  test('is nothing for other boundary events', async () => {
    const timer = event.replace('compensateEventDefinition', 'timerEventDefinition');
    expect(await handlerOf(drawing(association('x', 'undo'), timer))).toBeNull();
  });

  test('lies in the same process or sub-process', async () => {
    const apart = `<bpmn:task id="t"/>${event}<bpmn:subProcess id="s"><bpmn:task id="undo" isForCompensation="true"/></bpmn:subProcess>`;
    expect(await handlerOf(apart + association('x', 'undo'))).toEqual(['foreign-handler']);
  });
});
