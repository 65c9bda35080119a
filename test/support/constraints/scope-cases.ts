import { around, flow, messageFlow, node, process, text } from './case.js';
import type { ConstraintCase } from './case.js';

const multi = (inside: string, beside = '', host = 'task'): string =>
  process(
    node(
      host,
      'a',
      `${beside}<bpmn:multiInstanceLoopCharacteristics id="l">${inside}</bpmn:multiInstanceLoopCharacteristics>`,
    ),
  );
const formal = (element: string, content: string): string =>
  `<bpmn:${element} xsi:type="bpmn:tFormalExpression">${content}</bpmn:${element}>`;
const TYPES =
  node('itemDefinition', 'many', '', 'structureRef="one" isCollection="true"') +
  node('itemDefinition', 'single', '', 'structureRef="one"') +
  node('itemDefinition', 'else', '', 'structureRef="two"');
const specification = (direction: 'Input' | 'Output'): string =>
  `<bpmn:ioSpecification>${node(`data${direction}`, 'list', '', 'itemSubjectRef="many" isCollection="true"')}` +
  `<bpmn:${direction.toLowerCase()}Set>${text(`data${direction}Refs`, 'list')}</bpmn:${direction.toLowerCase()}Set></bpmn:ioSpecification>`;
const condition = (body: string): string =>
  process(node('task', 'b') + node('task', 'c') + flow('f', 'b', 'c', body) + flow('g', 'b', 'b'));

export const scopeCases: readonly ConstraintCase[] = [
  {
    rule: 'std-choreography-in-process',
    at: 'p',
    wrong: process(node('choreographyTask', 'x')),
    mend: ['<bpmn:choreographyTask id="x" ></bpmn:choreographyTask>', ''],
  },
  {
    rule: 'std-public-process-executable',
    at: 'p',
    wrong: process('', 'isExecutable="true" processType="Public"'),
    mend: ['Public', 'Private'],
  },
  {
    rule: 'std-event-sub-process-flows',
    at: 'sub',
    wrong: process(
      node('task', 'a') + node('subProcess', 'sub', '', 'triggeredByEvent="true"') + flow('f', 'sub', 'a'),
    ),
    mend: ['sourceRef="sub"', 'sourceRef="a"'],
  },
  {
    rule: 'std-event-sub-process-start',
    at: 'sub',
    wrong: process(
      node('subProcess', 'sub', node('startEvent', 's') + node('startEvent', 's2'), 'triggeredByEvent="true"'),
    ),
    mend: [node('startEvent', 's2'), ''],
  },
  {
    rule: 'std-ad-hoc-empty',
    at: 'sub',
    wrong: process(node('adHocSubProcess', 'sub')),
    mend: ['id="sub" >', `id="sub">${node('task', 'a')}`],
  },
  {
    rule: 'std-ad-hoc-content',
    at: 'sub',
    wrong: process(node('adHocSubProcess', 'sub', node('task', 'a') + node('endEvent', 'e'))),
    mend: [node('endEvent', 'e'), ''],
  },
  {
    rule: 'std-sub-process-data-specification',
    at: 'sub',
    wrong: process(node('subProcess', 'sub', '<bpmn:ioSpecification/>')),
    mend: ['<bpmn:ioSpecification/>', ''],
  },
  {
    rule: 'std-flow-node-incoming',
    at: 'x',
    wrong: process(around(node('task', 'a')) + node('scriptTask', 'x') + flow('f', 'x', 'e')),
    mend: ['id="x" ', 'id="x" isForCompensation="true"'],
  },
  {
    rule: 'std-flow-node-outgoing',
    at: 'x',
    wrong: process(around(node('task', 'a')) + node('callActivity', 'x') + flow('f', 'a', 'x')),
    mend: ['</bpmn:process>', `${flow('f2', 'x', 'e')}</bpmn:process>`],
  },
  {
    rule: 'std-compensation-activity-flows',
    at: 'a',
    wrong: process(around(node('userTask', 'a', '', 'isForCompensation="true"'))),
    mend: ['isForCompensation="true"', ''],
  },
  {
    rule: 'std-flow-node-id',
    at: 'p',
    wrong: process('<bpmn:manualTask name="a"/>'),
    mend: ['<bpmn:manualTask ', '<bpmn:manualTask id="a" '],
  },
  {
    rule: 'std-start-transaction-trigger',
    at: 'sub',
    wrong: process(node('transaction', 'sub', '', 'triggeredByEvent="true"')),
    mend: ['triggeredByEvent="true"', ''],
  },
  {
    rule: 'std-loop-maximum',
    at: 'a',
    wrong: process(node('task', 'a', '<bpmn:standardLoopCharacteristics loopMaximum="-1"/>')),
    mend: ['-1', '3'],
  },
  {
    rule: 'std-multi-instance-number',
    at: 'l',
    wrong: multi(''),
    mend: ['id="l">', `id="l">${formal('loopCardinality', '3')}`],
  },
  {
    rule: 'std-multi-instance-input',
    at: 'l',
    wrong:
      multi(text('loopDataInputRef', 'far'), specification('Input')) + node('process', 'q', node('dataObject', 'far')),
    mend: [text('loopDataInputRef', 'far'), text('loopDataInputRef', 'list')],
  },
  {
    rule: 'std-multi-instance-output-item',
    at: 'l',
    wrong:
      TYPES +
      multi(
        `${formal('loopCardinality', '3')}${text('loopDataOutputRef', 'list')}${node('outputDataItem', 'o', '', 'itemSubjectRef="many"')}`,
        specification('Output'),
      ),
    mend: ['id="o" itemSubjectRef="many"', 'id="o" itemSubjectRef="single"'],
  },
  {
    rule: 'std-multi-instance-input-item',
    at: 'l',
    wrong:
      TYPES +
      multi(
        `${text('loopDataInputRef', 'list')}${node('inputDataItem', 'i', '', 'itemSubjectRef="else"')}`,
        specification('Input'),
      ),
    mend: ['id="i" itemSubjectRef="else"', 'id="i" itemSubjectRef="single"'],
  },
  {
    rule: 'std-natural-language',
    at: 'f',
    wrong: condition(text('conditionExpression', 'x')),
    mend: ['<bpmn:conditionExpression>', '<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">'],
  },
  { rule: 'std-empty-expression', at: 'f', wrong: condition(formal('conditionExpression', ' ')), mend: ['> <', '>x<'] },
  {
    rule: 'std-condition-no-truth',
    at: 'f',
    wrong: condition(formal('conditionExpression', '23')),
    mend: ['>23<', '>x = 23<'],
  },
  {
    rule: 'std-choreography-reference',
    at: 'x',
    wrong: node('choreography', 'y') + node('choreography', 'x', text('choreographyRef', 'y')),
    mend: [text('choreographyRef', 'y'), ''],
  },
  {
    rule: 'std-participant-minimum',
    at: 'one',
    wrong: node('collaboration', 'c', node('participant', 'one', '<bpmn:participantMultiplicity minimum="-1"/>')),
    mend: ['-1', '0'],
  },
  {
    rule: 'std-participant-maximum',
    at: 'one',
    wrong: node(
      'collaboration',
      'c',
      node('participant', 'one', '<bpmn:participantMultiplicity minimum="3" maximum="2"/>'),
    ),
    mend: ['"3"', '"2"'],
  },
  {
    rule: 'std-global-conversation-content',
    at: 'c',
    wrong: node(
      'globalConversation',
      'c',
      node('participant', 'one') + node('participant', 'two') + messageFlow('one', 'two') + node('conversation', 'x'),
    ),
    mend: [node('conversation', 'x'), ''],
  },
  {
    rule: 'std-closed-like-choreography',
    at: 'c',
    wrong: node('choreography', 'y', '', 'isClosed="true"') + node('collaboration', 'c', text('choreographyRef', 'y')),
    mend: ['isClosed="true"', 'isClosed="false"'],
  },
];
