import { around, flow, node, process, text, trigger } from './case.js';
import type { ConstraintCase } from './case.js';

const eventSub = (start: string): string => process(node('subProcess', 'sub', start, 'triggeredByEvent="true"'));
const boundary = (inside: string, attributes = '', host = 'task'): string =>
  node(host, 'h') + node('boundaryEvent', 'b', inside, `attachedToRef="h" ${attributes}`) + node('endEvent', 'x');
const handled = (compensation: string): string =>
  boundary(trigger('compensate')) +
  node('task', 'undo', '', compensation) +
  '<bpmn:association id="y" sourceRef="b" targetRef="undo"/>';
const link = (id: string, name: string, inside = ''): string =>
  `<bpmn:linkEventDefinition id="${id}" name="${name}">${inside}</bpmn:linkEventDefinition>`;
const exit = (inside: string, id = 'out'): string => node('intermediateThrowEvent', `${id}-event`, inside);
const entry = (inside: string): string => node('intermediateCatchEvent', 'entry', inside);

const CANCELS = node('endEvent', 'e', trigger('cancel'));

export const eventCases: readonly ConstraintCase[] = [
  {
    rule: 'std-start-event-incoming',
    at: 's',
    wrong: process(around(node('task', 'a')) + flow('f', 'a', 's')),
    mend: ['sourceRef="a" targetRef="s"', 'sourceRef="a" targetRef="a"'],
  },
  {
    rule: 'std-start-event-outgoing',
    at: 's2',
    wrong: process(around(node('task', 'a')) + node('startEvent', 's2')),
    mend: ['</bpmn:process>', `${flow('f', 's2', 'a')}</bpmn:process>`],
  },
  {
    rule: 'std-end-without-start',
    at: 'e',
    wrong: process(node('task', 'a') + node('endEvent', 'e') + flow('f', 'a', 'e')),
    mend: ['<bpmn:task id="a" >', '<bpmn:startEvent id="s"/><bpmn:task id="a">'],
  },
  {
    rule: 'std-start-without-end',
    at: 's',
    wrong: process(node('startEvent', 's') + node('task', 'a') + flow('f', 's', 'a')),
    mend: ['</bpmn:process>', '<bpmn:endEvent id="e"/></bpmn:process>'],
  },
  {
    rule: 'std-process-start-trigger',
    at: 's',
    wrong: process(node('startEvent', 's', trigger('error'))),
    mend: ['errorEventDefinition', 'conditionalEventDefinition'],
  },
  {
    rule: 'std-sub-process-start-trigger',
    at: 's',
    wrong: process(node('transaction', 'sub', node('startEvent', 's', trigger('signal')))),
    mend: [trigger('signal'), ''],
  },
  {
    rule: 'std-event-sub-process-trigger',
    at: 's',
    wrong: eventSub(node('startEvent', 's', trigger('error'), 'isInterrupting="false"')),
    mend: ['isInterrupting="false"', ''],
  },
  {
    rule: 'std-called-process-none-start',
    at: 'q',
    wrong:
      process(node('callActivity', 'call', '', 'calledElement="q"')) +
      `<bpmn:process id="q">${node('startEvent', 's', trigger('message'))}</bpmn:process>`,
    mend: [trigger('message'), ''],
  },
  {
    rule: 'std-end-event-outgoing',
    at: 'e',
    wrong: process(around(node('task', 'a')) + flow('f', 'e', 'a')),
    mend: ['sourceRef="e" targetRef="a"', 'sourceRef="a" targetRef="e"'],
  },
  {
    rule: 'std-end-event-incoming',
    at: 'x',
    wrong: process(around(node('task', 'a')) + node('endEvent', 'x')),
    mend: ['</bpmn:process>', `${flow('f', 'a', 'x')}</bpmn:process>`],
  },
  {
    rule: 'std-cancel-end-event',
    at: 'e',
    wrong: process(node('subProcess', 'sub', CANCELS)),
    mend: [node('subProcess', 'sub', CANCELS), node('transaction', 'sub', CANCELS)],
  },
  {
    rule: 'std-end-event-trigger',
    at: 'e',
    wrong: process(node('endEvent', 'e', text('eventDefinitionRef', 'd-timer'))) + trigger('timer'),
    mend: [trigger('timer'), trigger('timer').replace('timerEvent', 'signalEvent')],
  },
  {
    rule: 'std-intermediate-incoming',
    at: 'i',
    wrong: process(node('intermediateCatchEvent', 'i', trigger('timer'))),
    mend: ['</bpmn:process>', `${node('task', 'a')}${flow('f', 'a', 'i')}</bpmn:process>`],
  },
  {
    rule: 'std-intermediate-outgoing',
    at: 'i',
    wrong: process(node('intermediateThrowEvent', 'i')),
    mend: ['</bpmn:process>', `${node('task', 'a')}${flow('f', 'i', 'a')}</bpmn:process>`],
  },
  {
    rule: 'std-link-flows',
    at: 'entry',
    wrong: process(node('task', 'a') + entry(link('to', 'A')) + flow('f', 'a', 'entry')),
    mend: ['sourceRef="a" targetRef="entry"', 'sourceRef="entry" targetRef="a"'],
  },
  {
    rule: 'std-catch-event-trigger',
    at: 'i',
    wrong: process(node('intermediateCatchEvent', 'i', trigger('escalation'))),
    mend: ['escalationEventDefinition', 'signalEventDefinition'],
  },
  {
    rule: 'std-throw-event-trigger',
    at: 'i',
    wrong: process(node('intermediateThrowEvent', 'i', trigger('error'))),
    mend: ['errorEventDefinition', 'escalationEventDefinition'],
  },
  {
    rule: 'std-boundary-trigger',
    at: 'b',
    wrong: process(boundary(trigger('error'), 'cancelActivity="false"')),
    mend: ['cancelActivity="false"', ''],
  },
  {
    rule: 'std-cancel-boundary',
    at: 'b',
    wrong: process(boundary(trigger('cancel'), '', 'subProcess')),
    mend: ['<bpmn:subProcess id="h" ></bpmn:subProcess>', '<bpmn:transaction id="h"/>'],
  },
  {
    rule: 'std-boundary-incoming',
    at: 'b',
    wrong: process(boundary(trigger('timer')) + flow('f', 'h', 'b')),
    mend: ['sourceRef="h" targetRef="b"', 'sourceRef="b" targetRef="x"'],
  },
  {
    rule: 'std-boundary-outgoing',
    at: 'b',
    wrong: process(boundary(trigger('timer'))),
    mend: ['</bpmn:process>', `${flow('f', 'b', 'x')}</bpmn:process>`],
  },
  {
    rule: 'std-compensation-boundary-outgoing',
    at: 'b',
    wrong: process(handled('isForCompensation="true"') + flow('f', 'b', 'x')),
    mend: [flow('f', 'b', 'x'), ''],
  },
  {
    rule: 'std-compensation-handler-missing',
    at: 'b',
    wrong: process(handled('isForCompensation="true"').replace('targetRef="undo"', 'targetRef="x"')),
    mend: ['targetRef="x"', 'targetRef="undo"'],
  },
  {
    rule: 'std-compensation-handler-unmarked',
    at: 'b',
    wrong: process(handled('')),
    mend: ['id="undo"', 'id="undo" isForCompensation="true"'],
  },
  {
    rule: 'std-link-pair',
    at: 'out',
    wrong: process(exit(link('out', 'A', text('target', 'to'))) + entry(link('to', 'A', text('source', 'to')))),
    mend: [text('source', 'to'), text('source', 'out')],
  },
  {
    rule: 'std-link-source',
    at: 'to',
    wrong: process(exit(link('out', 'A')) + entry(link('to', 'B'))),
    mend: ['name="B"', 'name="A"'],
  },
  {
    rule: 'std-link-target',
    at: 'out',
    wrong: process(exit(link('out', 'B')) + entry(link('to', 'A'))),
    mend: ['name="B"', 'name="A"'],
  },
  {
    rule: 'std-link-level',
    at: 'out',
    wrong: process(exit(link('out', 'A')) + node('subProcess', 'sub', entry(link('to', 'A')))),
    mend: [node('subProcess', 'sub', entry(link('to', 'A'))), entry(link('to', 'A'))],
  },
  {
    rule: 'std-thrown-definition-shared',
    at: 'd-signal',
    wrong: process(
      node('endEvent', 'e', trigger('signal')) + node('endEvent', 'e2', text('eventDefinitionRef', 'd-signal')),
    ),
    mend: [text('eventDefinitionRef', 'd-signal'), ''],
  },
  {
    rule: 'std-catch-compensation',
    at: 'i',
    wrong: process(node('intermediateCatchEvent', 'i', trigger('compensate'))),
    mend: ['compensateEventDefinition', 'messageEventDefinition'],
  },
  {
    rule: 'std-conditional-expression',
    at: 'd',
    wrong: process(node('startEvent', 's', node('conditionalEventDefinition', 'd', text('condition', '')))),
    mend: [text('condition', ''), text('condition', 'x')],
  },
  {
    rule: 'std-escalation-code',
    at: 'e',
    wrong: process(node('endEvent', 'e', trigger('escalation', 'escalationRef="x"'))) + node('escalation', 'x'),
    mend: ['id="x" ', 'id="x" escalationCode="1"'],
  },
  {
    rule: 'std-error-code',
    at: 'e',
    wrong: process(node('endEvent', 'e', trigger('error', 'errorRef="x"'))) + node('error', 'x'),
    mend: ['id="x" ', 'id="x" errorCode="1"'],
  },
  {
    rule: 'std-message-reference',
    at: 'd-message',
    wrong: node('message', 'm') + process(node('startEvent', 's', trigger('message'))),
    mend: ['id="d-message"', 'id="d-message" messageRef="m"'],
  },
  {
    rule: 'std-message-operation',
    at: 'd-message',
    wrong: node('interface', 'n', node('operation', 'o')) + process(node('startEvent', 's', trigger('message'))),
    mend: ['id="d-message" />', `id="d-message">${text('operationRef', 'o')}</bpmn:messageEventDefinition>`],
  },
  {
    rule: 'std-timer-one-time',
    at: 't',
    wrong: process(
      node(
        'startEvent',
        's',
        node('timerEventDefinition', 't', text('timeDate', '2026-01-01') + text('timeCycle', 'R3/P1D')),
      ),
    ),
    mend: [text('timeCycle', 'R3/P1D'), ''],
  },
  {
    rule: 'std-timer-format',
    at: 't',
    wrong: process(node('startEvent', 's', node('timerEventDefinition', 't', text('timeDate', 'tomorrow')))),
    mend: ['</bpmn:process>', `${node('property', 'y', '', 'name="tomorrow"')}</bpmn:process>`],
  },
  {
    rule: 'std-event-data-number',
    at: 'e',
    wrong: process(node('endEvent', 'e', node('dataInput', 'i1') + node('dataInput', 'i2') + trigger('signal'))),
    mend: [node('dataInput', 'i2'), ''],
  },
  {
    rule: 'std-event-data-type',
    at: 'd-message',
    wrong:
      node('itemDefinition', 't1', '', 'structureRef="one"') +
      node('itemDefinition', 't2', '', 'structureRef="two"') +
      node('message', 'm', '', 'itemRef="t1"') +
      process(
        node(
          'startEvent',
          's',
          node('dataOutput', 'o', '', 'itemSubjectRef="t2"') + trigger('message', 'messageRef="m"'),
        ),
      ),
    mend: ['structureRef="two"', 'structureRef="one"'],
  },
];
