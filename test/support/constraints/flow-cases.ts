import { around, flow, messageFlow, node, pools, process, text, trigger } from './case.js';
import type { ConstraintCase } from './case.js';

const CONDITION = '<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">x &gt; 1</bpmn:conditionExpression>';
const two = node('task', 'b') + node('task', 'c');
const split = (kind: string, attributes: string): string =>
  process(around(node(kind, 'a', '', attributes)) + node('endEvent', 'e2') + flow('f2', 'a', 'e2'));
const join = (attributes: string): string =>
  process(around(node('exclusiveGateway', 'a', '', attributes)) + node('task', 'b') + flow('f2', 'b', 'a'));
const gate = (left: string, right: string, more = '', attributes = ''): string =>
  process(
    node('eventBasedGateway', 'g', '', attributes) + left + right + flow('f1', 'g', 'l') + flow('f2', 'g', 'r') + more,
  );
const CATCH = node('intermediateCatchEvent', 'l', trigger('signal'));
const RECEIVE = node('receiveTask', 'r');

export const flowCases: readonly ConstraintCase[] = [
  {
    rule: 'std-sequence-flow-artifact',
    at: 'f',
    wrong: process(two + node('textAnnotation', 'n') + flow('f', 'b', 'n')),
    mend: ['targetRef="n"', 'targetRef="c"'],
  },
  {
    rule: 'std-sequence-flow-ends',
    at: 'sub',
    wrong: process(two + node('subProcess', 'sub', '', 'triggeredByEvent="true"') + flow('f', 'b', 'sub')),
    mend: ['triggeredByEvent="true"', ''],
  },
  {
    rule: 'std-sequence-flow-lists',
    at: 'f',
    wrong: process(node('task', 'b', text('outgoing', 'f')) + node('task', 'c') + flow('f', 'b', 'c')),
    mend: ['id="c" >', `id="c">${text('incoming', 'f')}`],
  },
  {
    rule: 'std-node-lists',
    at: 'b',
    wrong: process(
      node('task', 'b', text('incoming', 'f')) + node('task', 'c', text('incoming', 'f')) + flow('f', 'b', 'c'),
    ),
    mend: [text('incoming', 'f'), text('outgoing', 'f')],
  },
  {
    rule: 'std-immediate-flow',
    at: 'f',
    wrong: process(two + flow('f', 'b', 'c').replace('id="f"', 'id="f" isImmediate="false"')),
    mend: ['isExecutable="true"', 'isExecutable="false"'],
  },
  {
    rule: 'std-only-conditional-flow',
    at: 'f',
    wrong: process(two + flow('f', 'b', 'c', CONDITION)),
    mend: [CONDITION, ''],
  },
  {
    rule: 'std-default-flow',
    at: 'c',
    wrong: process(node('task', 'b') + node('task', 'c', '', 'default="f"') + flow('f', 'b', 'c')),
    mend: ['sourceRef="b" targetRef="c"', 'sourceRef="c" targetRef="b"'],
  },
  {
    rule: 'std-sequence-flow-border',
    at: 'f',
    wrong: process(node('task', 'b') + node('subProcess', 'sub', node('task', 'c')) + flow('f', 'b', 'c')),
    mend: ['targetRef="c"', 'targetRef="sub"'],
  },
  {
    rule: 'std-message-flow-artifact',
    at: 'm',
    wrong: process(node('task', 'b') + node('textAnnotation', 'n')) + pools(messageFlow('other', 'n')),
    mend: ['targetRef="n"', 'targetRef="b"'],
  },
  {
    rule: 'std-message-flow-pools',
    at: 'm',
    wrong: process(two) + pools(messageFlow('b', 'one')),
    mend: ['targetRef="one"', 'targetRef="two"'],
  },
  {
    rule: 'std-message-flow-from-start-event',
    at: 'm',
    wrong: process(node('task', 'b') + node('startEvent', 's')) + pools(messageFlow('s', 'other')),
    mend: ['sourceRef="s"', 'sourceRef="b"'],
  },
  {
    rule: 'std-message-flow-to-end-event',
    at: 'm',
    wrong: process(two) + pools(messageFlow('b', 'otherEnd')),
    mend: ['targetRef="otherEnd"', 'targetRef="other"'],
  },
  {
    rule: 'std-start-event-without-message',
    at: 's',
    wrong: process(node('startEvent', 's', trigger('signal'))) + pools(messageFlow('other', 's')),
    mend: ['signalEventDefinition', 'messageEventDefinition'],
  },
  {
    rule: 'std-end-event-without-message',
    at: 'e',
    wrong: process(node('endEvent', 'e', trigger('signal'))) + pools(messageFlow('e', 'other')),
    mend: ['signalEventDefinition', 'messageEventDefinition'],
  },
  {
    rule: 'std-throw-event-receives',
    at: 'i',
    wrong: process(node('intermediateThrowEvent', 'i', trigger('message'))) + pools(messageFlow('other', 'i')),
    mend: ['sourceRef="other" targetRef="i"', 'sourceRef="i" targetRef="other"'],
  },
  {
    rule: 'std-catch-event-sends',
    at: 'i',
    wrong: process(node('intermediateCatchEvent', 'i', trigger('message'))) + pools(messageFlow('i', 'other')),
    mend: ['sourceRef="i" targetRef="other"', 'sourceRef="other" targetRef="i"'],
  },
  {
    rule: 'std-gateway-converging',
    at: 'a',
    wrong: split('parallelGateway', 'gatewayDirection="Converging"'),
    mend: ['Converging', 'Diverging'],
  },
  {
    rule: 'std-gateway-diverging',
    at: 'a',
    wrong: join('gatewayDirection="Diverging"'),
    mend: ['Diverging', 'Converging'],
  },
  {
    rule: 'std-gateway-mixed',
    at: 'a',
    wrong: split('complexGateway', 'gatewayDirection="Mixed"'),
    mend: ['Mixed', 'Unspecified'],
  },
  {
    rule: 'std-gateway-flows',
    at: 'a',
    wrong: process(around(node('inclusiveGateway', 'a')) + node('task', 'b')),
    mend: ['</bpmn:process>', `${flow('f2', 'a', 'b')}</bpmn:process>`],
  },
  {
    rule: 'std-event-gateway-outgoing',
    at: 'g',
    wrong: gate(CATCH, RECEIVE).replace(flow('f2', 'g', 'r'), ''),
    mend: ['</bpmn:process>', `${flow('f2', 'g', 'r')}</bpmn:process>`],
  },
  {
    rule: 'std-event-gateway-condition',
    at: 'f1',
    wrong: gate(CATCH, RECEIVE).replace('targetRef="l">', `targetRef="l">${CONDITION}`),
    mend: [CONDITION, ''],
  },
  {
    rule: 'std-event-gateway-target',
    at: 'f1',
    wrong: gate(node('task', 'l'), RECEIVE),
    mend: ['task', 'receiveTask'],
  },
  {
    rule: 'std-event-gateway-mixture',
    at: 'g',
    wrong: gate(node('intermediateCatchEvent', 'l', trigger('message')), RECEIVE),
    mend: ['messageEventDefinition', 'timerEventDefinition'],
  },
  {
    rule: 'std-event-gateway-boundary',
    at: 'r',
    wrong: gate(CATCH, RECEIVE, node('boundaryEvent', 'b', trigger('timer'), 'attachedToRef="r"') + node('task', 'c')),
    mend: ['attachedToRef="r"', 'attachedToRef="c"'],
  },
  {
    rule: 'std-event-gateway-other-way',
    at: 'l',
    wrong: gate(CATCH, RECEIVE, node('task', 'c') + flow('f3', 'c', 'l')),
    mend: ['sourceRef="c" targetRef="l"', 'sourceRef="l" targetRef="c"'],
  },
  {
    rule: 'std-instantiating-gateway-incoming',
    at: 'g',
    wrong: gate(CATCH, RECEIVE, node('task', 'c') + flow('f3', 'c', 'g'), 'instantiate="true"'),
    mend: ['instantiate="true"', ''],
  },
];
