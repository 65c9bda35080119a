import { bpmnProcess } from '../../../../../test/support/bpmn-text.js';
import type { FlowNode } from '../model.js';
import { readBpmn } from '../read-bpmn.js';

async function nodeOf(text: string, roots = ''): Promise<FlowNode | undefined> {
  const read = await readBpmn(bpmnProcess(text, roots));
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value.root.nodes[0];
}

test.each<[string, object]>([
  ['<bpmn:task id="t"/>', { kind: 'task', startQuantity: 1, completionQuantity: 1, forCompensation: false }],
  [
    '<bpmn:manualTask id="t" startQuantity="2" completionQuantity="3" isForCompensation="true"/>',
    { kind: 'manualTask', startQuantity: 2, completionQuantity: 3, forCompensation: true },
  ],
  ['<bpmn:serviceTask id="t" chengban:handler="archive"/>', { kind: 'serviceTask', handler: 'archive' }],
  ['<bpmn:serviceTask id="t"/>', { kind: 'serviceTask', handler: null }],
  [
    '<bpmn:scriptTask id="t" scriptFormat="feel" chengban:resultVariable="n"><bpmn:script>1 + 1</bpmn:script></bpmn:scriptTask>',
    { kind: 'scriptTask', script: { text: '1 + 1', language: 'feel' }, result: 'n' },
  ],
  ['<bpmn:scriptTask id="t"/>', { kind: 'scriptTask', script: null, result: null }],
  [
    '<bpmn:businessRuleTask id="t" chengban:decision="等级" chengban:resultVariable="level"/>',
    { kind: 'businessRuleTask', decision: '等级', result: 'level' },
  ],
  [
    '<bpmn:sendTask id="t" messageRef="m" chengban:correlation="case"/>',
    { kind: 'sendTask', message: '回执', correlation: 'case' },
  ],
  [
    '<bpmn:receiveTask id="t" messageRef="m" instantiate="true"/>',
    { kind: 'receiveTask', message: '回执', correlation: null, instantiate: true },
  ],
  ['<bpmn:callActivity id="t" calledElement="other"/>', { kind: 'callActivity', called: 'other' }],
  ['<bpmn:callActivity id="t" calledElement="ns:other"/>', { kind: 'callActivity', called: 'other' }],
  ['<bpmn:callActivity id="t"/>', { kind: 'callActivity', called: null }],
  ['<bpmn:subProcess id="t"/>', { kind: 'subProcess', variant: 'embedded', scope: { id: 't', nodes: [] } }],
  ['<bpmn:subProcess id="t" triggeredByEvent="true"/>', { variant: 'event' }],
  ['<bpmn:transaction id="t"/>', { variant: 'transaction', cancelRemaining: true, completionCondition: null }],
  ['<bpmn:adHocSubProcess id="t"/>', { variant: 'adHoc', ordering: 'parallel', cancelRemaining: true }],
  [
    '<bpmn:adHocSubProcess id="t" ordering="Sequential" cancelRemainingInstances="false"><bpmn:completionCondition>done</bpmn:completionCondition></bpmn:adHocSubProcess>',
    { variant: 'adHoc', ordering: 'sequential', cancelRemaining: false, completionCondition: { text: 'done' } },
  ],
])('%s', async (text, expected) => {
  expect(await nodeOf(text, '<bpmn:message id="m" name="回执"/>')).toMatchObject(expected);
});

test.each<[string, object]>([
  ['<bpmn:exclusiveGateway id="g" default="f"/>', { kind: 'exclusiveGateway', defaultFlow: 'f' }],
  ['<bpmn:inclusiveGateway id="g"/>', { kind: 'inclusiveGateway', defaultFlow: null }],
  ['<bpmn:parallelGateway id="g"/>', { kind: 'parallelGateway' }],
  ['<bpmn:eventBasedGateway id="g"/>', { kind: 'eventBasedGateway', instantiate: false, gatewayType: 'exclusive' }],
  [
    '<bpmn:eventBasedGateway id="g" instantiate="true" eventGatewayType="Parallel"/>',
    { instantiate: true, gatewayType: 'parallel' },
  ],
  [
    '<bpmn:complexGateway id="g"><bpmn:activationCondition>activationCount &gt;= 2</bpmn:activationCondition></bpmn:complexGateway>',
    { kind: 'complexGateway', activationCondition: { text: 'activationCount >= 2' } },
  ],
])('%s', async (text, expected) => {
  const flow = '<bpmn:endEvent id="e"/><bpmn:sequenceFlow id="f" sourceRef="g" targetRef="e"/>';
  expect(await nodeOf(text + flow)).toMatchObject(expected);
});

test('a default flow leaves the node that it is the default of', async () => {
  const text = `<bpmn:task id="a" default="f"/><bpmn:subProcess id="b" default="f"/><bpmn:sequenceFlow id="f" sourceRef="a" targetRef="b"/>`;
  const read = await readBpmn(bpmnProcess(text));
  expect(!read.ok && read.error.map((finding) => [finding.code, finding.at?.elementId])).toEqual([
    ['foreign-default', 'b'],
  ]);
});

test('a boundary event sits on an activity, never on a gateway, on itself or on another event', async () => {
  const event = (id: string, host: string): string =>
    `<bpmn:boundaryEvent id="${id}" attachedToRef="${host}"><bpmn:timerEventDefinition/></bpmn:boundaryEvent>`;
  const read = await readBpmn(
    bpmnProcess(
      `<bpmn:task id="t"/><bpmn:parallelGateway id="g"/>${event('a', 't')}${event('b', 'b')}${event('c', 'a')}${event('d', 'g')}`,
    ),
  );
  expect(!read.ok && read.error.map((finding) => finding.at?.elementId)).toEqual(['b', 'c', 'd']);
});
