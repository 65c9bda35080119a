import { node, process, text } from './case.js';
import type { ConstraintCase } from './case.js';

const TYPES =
  node('itemDefinition', 'one', '', 'structureRef="one"') + node('itemDefinition', 'two', '', 'structureRef="two"');
const MESSAGE = node('message', 'm', '', 'itemRef="one"');
const OPERATION = node('interface', 'n', node('operation', 'o', text('inMessageRef', 'm')));
const inputSet = (...refs: readonly string[]): string =>
  node('inputSet', `is${refs.join('')}`, refs.map((id) => text('dataInputRefs', id)).join(''));
const outputSet = (...refs: readonly string[]): string =>
  node('outputSet', `os${refs.join('')}`, refs.map((id) => text('dataOutputRefs', id)).join(''));
const io = (inside: string): string => `<bpmn:ioSpecification>${inside}</bpmn:ioSpecification>`;
const input = (id: string, type = 'one'): string => node('dataInput', id, '', `itemSubjectRef="${type}"`);
const output = (id: string, type = 'one'): string => node('dataOutput', id, '', `itemSubjectRef="${type}"`);
const task = (kind: string, attributes: string, inside: string): string =>
  TYPES + MESSAGE + OPERATION + process(node(kind, 'a', io(inside), attributes));
const sets = (inside: string): string => process(node('task', 'a', io(inside)));
const listed = (set: string, list: string): string =>
  sets(`${node('dataInput', 'x')}${node('dataOutput', 'y')}${inputSet('x')}${outputSet('y')}`).replace(
    `</bpmn:${set}>`,
    `${text(list, set === 'inputSet' ? 'i' : 'o')}</bpmn:${set}>`,
  );
const association = (source: string, target: string, inside = '', end = 'Input'): string =>
  node(`data${end}Association`, 'x', text('sourceRef', source) + text('targetRef', target) + inside);
const role = (inside: string): string => process(node('userTask', 'a', node('performer', 'r', inside)));
const called = (inside: string): string => `<bpmn:process id="q">${io(inside)}</bpmn:process>`;

export const dataCases: readonly ConstraintCase[] = [
  {
    rule: 'std-service-task-input-set',
    at: 'a',
    wrong: task('serviceTask', 'operationRef="o"', outputSet()),
    mend: [outputSet(), inputSet()],
  },
  {
    rule: 'std-service-task-output-set',
    at: 'a',
    wrong: task('serviceTask', 'operationRef="o"', inputSet() + outputSet() + outputSet('z')),
    mend: [outputSet('z'), ''],
  },
  {
    rule: 'std-send-task-input-set',
    at: 'a',
    wrong: task('sendTask', 'messageRef="m"', inputSet() + inputSet('z')),
    mend: [inputSet('z'), ''],
  },
  {
    rule: 'std-send-task-data-input',
    at: 'a',
    wrong: task('sendTask', 'messageRef="m"', input('x') + input('y')),
    mend: [input('y'), ''],
  },
  {
    rule: 'std-receive-task-output-set',
    at: 'a',
    wrong: task('receiveTask', 'messageRef="m"', outputSet() + outputSet('z')),
    mend: [outputSet('z'), ''],
  },
  {
    rule: 'std-receive-task-data-output',
    at: 'a',
    wrong: task('receiveTask', 'messageRef="m"', output('x') + output('y')),
    mend: [output('y'), ''],
  },
  {
    rule: 'std-service-task-item',
    at: 'a',
    wrong: task('serviceTask', 'operationRef="o"', input('x', 'two')),
    mend: ['itemSubjectRef="two"', 'itemSubjectRef="one"'],
  },
  {
    rule: 'std-send-task-item',
    at: 'a',
    wrong: task('sendTask', 'messageRef="m"', input('x', 'two')),
    mend: ['structureRef="two"', 'structureRef="one"'],
  },
  {
    rule: 'std-receive-task-item',
    at: 'a',
    wrong: task('receiveTask', 'messageRef="m"', output('x', 'two')),
    mend: ['itemSubjectRef="two"', 'itemSubjectRef="one"'],
  },
  {
    rule: 'std-instantiating-receive-task-incoming',
    at: 'a',
    wrong: process(
      node('receiveTask', 'a', '', 'instantiate="true"') +
        node('task', 'b') +
        '<bpmn:sequenceFlow id="f" sourceRef="b" targetRef="a"/>',
    ),
    mend: ['instantiate="true"', ''],
  },
  {
    rule: 'std-script-format',
    at: 'a',
    wrong: process(node('scriptTask', 'a', text('script', '1'))),
    mend: ['id="a" ', 'id="a" scriptFormat="text/feel"'],
  },
  { rule: 'std-quantity', at: 'a', wrong: process(node('task', 'a', '', 'startQuantity="0"')), mend: ['"0"', '"2"'] },
  {
    rule: 'std-several-loops',
    at: 'a',
    wrong: process(node('task', 'a', '<bpmn:standardLoopCharacteristics/><bpmn:multiInstanceLoopCharacteristics/>')),
    mend: ['<bpmn:standardLoopCharacteristics/>', ''],
  },
  {
    rule: 'std-collection-mismatch',
    at: 'x',
    wrong:
      node('itemDefinition', 't', '', 'isCollection="true"') +
      process(node('dataObject', 'x', '', 'itemSubjectRef="t"')),
    mend: ['itemSubjectRef="t"', 'itemSubjectRef="t" isCollection="true"'],
  },
  {
    rule: 'std-data-object-reference-name',
    at: 'r',
    wrong: process(
      node('dataObject', 'x', '', 'name="公文"') +
        node('dataObjectReference', 'r', '<bpmn:dataState name="已签"/>', 'name="公文" dataObjectRef="x"'),
    ),
    mend: ['name="公文" dataObjectRef', 'name="公文 [已签]" dataObjectRef'],
  },
  {
    rule: 'std-process-data-direction',
    at: 'x',
    wrong: process(
      io(node('dataOutput', 'po') + outputSet('po')) +
        node('dataObject', 'd') +
        node('task', 'a', association('po', 'd')),
    ),
    mend: [association('po', 'd'), association('d', 'po')],
  },
  {
    rule: 'std-data-input-set',
    at: 'x',
    wrong: sets(node('dataInput', 'x') + inputSet()),
    mend: [inputSet(), inputSet('x')],
  },
  {
    rule: 'std-data-output-set',
    at: 'x',
    wrong: sets(node('dataOutput', 'x') + outputSet()),
    mend: [outputSet(), outputSet('x')],
  },
  {
    rule: 'std-optional-input',
    at: 'isx',
    wrong: listed('inputSet', 'optionalInputRefs'),
    mend: [text('optionalInputRefs', 'i'), text('optionalInputRefs', 'x')],
  },
  {
    rule: 'std-input-while-executing',
    at: 'isx',
    wrong: listed('inputSet', 'whileExecutingInputRefs'),
    mend: [text('whileExecutingInputRefs', 'i'), ''],
  },
  {
    rule: 'std-optional-output',
    at: 'osy',
    wrong: listed('outputSet', 'optionalOutputRefs'),
    mend: [text('optionalOutputRefs', 'o'), text('optionalOutputRefs', 'y')],
  },
  {
    rule: 'std-output-while-executing',
    at: 'osy',
    wrong: listed('outputSet', 'whileExecutingOutputRefs'),
    mend: [text('whileExecutingOutputRefs', 'o'), ''],
  },
  {
    rule: 'std-set-pairs',
    at: 'is',
    wrong: sets(inputSet() + outputSet()).replace('</bpmn:inputSet>', `${text('outputSetRefs', 'os')}</bpmn:inputSet>`),
    mend: ['</bpmn:outputSet>', `${text('inputSetRefs', 'is')}</bpmn:outputSet>`],
  },
  {
    rule: 'std-association-type',
    at: 'x',
    wrong:
      TYPES +
      process(
        node('dataObject', 'd', '', 'itemSubjectRef="two"') +
          node('task', 'a', io(input('i') + inputSet('i')) + association('d', 'i')),
      ),
    mend: ['</bpmn:dataInputAssociation>', `${text('transformation', 'd')}</bpmn:dataInputAssociation>`],
  },
  {
    rule: 'std-association-sources',
    at: 'x',
    wrong: process(
      node('property', 'd') +
        node('property', 'd2') +
        node('task', 'a', association('d', 'd2', text('sourceRef', 'd2'))),
    ),
    mend: [text('sourceRef', 'd2'), ''],
  },
  {
    rule: 'std-call-data',
    at: 'a',
    wrong: TYPES + process(node('callActivity', 'a', io(input('x') + inputSet('x')), 'calledElement="q"')) + called(''),
    mend: [called(''), called(input('y') + inputSet('y'))],
  },
  {
    rule: 'std-service-binding',
    at: 'p',
    wrong: OPERATION + MESSAGE + process(text('supportedInterfaceRef', 'n')),
    mend: ['</bpmn:supportedInterfaceRef>', '</bpmn:supportedInterfaceRef><bpmn:ioBinding operationRef="o"/>'],
  },
  {
    rule: 'std-service-binding-type',
    at: 'p',
    wrong:
      TYPES +
      MESSAGE +
      OPERATION +
      process(
        `${io(input('x', 'two') + inputSet('x'))}${text('supportedInterfaceRef', 'n')}<bpmn:ioBinding operationRef="o" inputDataRef="isx"/>`,
      ),
    mend: ['itemSubjectRef="two"', 'itemSubjectRef="one"'],
  },
  {
    rule: 'std-text-format',
    at: 'n',
    wrong: process(node('textAnnotation', 'n', '', 'textFormat="纯文本"')),
    mend: ['纯文本', 'text/plain'],
  },
  {
    rule: 'std-uri',
    at: 'a',
    wrong: process(node('transaction', 'a', '', 'method="100% sure"')),
    mend: ['100% sure', '##Compensate'],
  },
  {
    rule: 'std-resource-and-expression',
    at: 'r',
    wrong: node('resource', 'x') + role(text('resourceRef', 'x') + '<bpmn:resourceAssignmentExpression/>'),
    mend: [text('resourceRef', 'x'), ''],
  },
  {
    rule: 'std-resource-parameter',
    at: 'r',
    wrong:
      node('resource', 'x', node('resourceParameter', 'y')) + role('<bpmn:resourceParameterBinding parameterRef="y"/>'),
    mend: ['<bpmn:resourceParameterBinding', `${text('resourceRef', 'x')}<bpmn:resourceParameterBinding`],
  },
  {
    rule: 'std-unique-id',
    at: 'x',
    wrong: process(node('task', 'x') + node('manualTask', 'x')),
    mend: ['manualTask id="x"', 'manualTask id="y"'],
  },
  {
    rule: 'std-dangling-reference',
    at: 'x',
    wrong: process(node('dataObject', 'x', '', 'itemSubjectRef="t"')),
    mend: ['itemSubjectRef="t"', ''],
  },
  {
    rule: 'std-lost-reference',
    at: 'a',
    wrong: process(node('sendTask', 'a', '', 'messageRef="m"')),
    mend: ['<bpmn:process', `${node('message', 'm')}<bpmn:process`],
  },
  {
    rule: 'std-reference-kind',
    at: 'x',
    wrong: process(node('dataObject', 'x', '', 'itemSubjectRef="p"')),
    mend: ['itemSubjectRef="p"', ''],
  },
  {
    rule: 'std-wrong-reference',
    at: 'a',
    wrong: process(node('sendTask', 'a', '', 'messageRef="p"')),
    mend: ['messageRef="p"', ''],
  },
  {
    rule: 'std-called-kind',
    at: 'a',
    wrong: process(node('callActivity', 'a', '', 'calledElement="a"')),
    mend: ['calledElement="a"', 'calledElement="legal-review"'],
  },
];
