import { attribute, childrenNamed } from './bpmn-tree.js';
import type { BpmnElement } from './bpmn-tree.js';
import { EVENTS, EVENT_DEFINITIONS, THROW_EVENTS } from './kinds.js';
import { sameItem } from './item-types.js';
import type { Rule } from './rule.js';
import { definitionsOf, inExecutable } from './standard-file.js';
import type { StandardFile } from './standard-file.js';

const isThrown = (definition: BpmnElement): boolean => THROW_EVENTS.includes(definition.parent?.name ?? '');

const eventOf = (definition: BpmnElement): readonly BpmnElement[] =>
  definition.parent === null ? [] : [definition.parent];

/** What carries data, the attribute that names it, and where that in turn names the type of the data. */
const CARRIERS: Readonly<Record<string, readonly [string, string]>> = {
  messageEventDefinition: ['messageRef', 'itemRef'],
  errorEventDefinition: ['errorRef', 'structureRef'],
  escalationEventDefinition: ['escalationRef', 'structureRef'],
  signalEventDefinition: ['signalRef', 'structureRef'],
};

/** The data of an event: outputs of one that catches, inputs of one that throws. */
const dataOf = (event: BpmnElement): readonly BpmnElement[] =>
  childrenNamed(event, THROW_EVENTS.includes(event.name) ? 'dataInput' : 'dataOutput');

function carriedItem(definition: BpmnElement, file: StandardFile): string | null {
  const [reference, type] = CARRIERS[definition.name] ?? ['', ''];
  const thing = file.target(attribute(definition, reference));
  return thing && attribute(thing, type);
}

const references = new WeakMap<StandardFile, ReadonlySet<string>>();

/** Ids of the definitions that events refer to. */
function referred(file: StandardFile): ReadonlySet<string> {
  const known =
    references.get(file) ?? new Set(file.named('eventDefinitionRef').map((each) => file.target(each.text)?.id ?? ''));
  references.set(file, known);
  return known;
}

export const eventDefinitionRules: readonly Rule[] = [
  {
    id: 'std-thrown-definition-shared',
    clause: '10.5.1',
    severity: 'error',
    on: EVENT_DEFINITIONS,
    broken: (definition, file) => definition.id !== '' && isThrown(definition) && referred(file).has(definition.id),
    message: '抛出事件{it}里的事件定义被别处引用，它只属于这个事件。',
    cure: '请把共用的事件定义移到文件最外层，再从两处引用。',
  },
  {
    id: 'std-catch-compensation',
    clause: '10.5.5',
    severity: 'error',
    on: ['compensateEventDefinition'],
    broken: (definition) => definition.parent?.name === 'intermediateCatchEvent' && eventOf(definition),
    message: '中间捕获事件{it}等待补偿，补偿只能由边界事件或事件子流程捕获。',
    cure: '请改成附在活动边框上的补偿事件，或改成补偿抛出事件。',
  },
  {
    id: 'std-conditional-expression',
    clause: '10.5.5',
    severity: 'warning',
    on: ['conditionalEventDefinition'],
    broken: (definition) => inExecutable(definition) && !childrenNamed(definition, 'condition')[0]?.text,
    message: '条件事件{it}没有写条件。',
    cure: '请写上条件的表达式。',
  },
  {
    id: 'std-escalation-code',
    clause: '8.4.4',
    severity: 'warning',
    on: ['escalationEventDefinition'],
    broken: (definition, file) =>
      isThrown(definition) &&
      inExecutable(definition) &&
      lacksCode(definition, 'escalation', file) &&
      eventOf(definition),
    message: '抛出升级的事件{it}没有写升级代码，只有捕获一切升级的事件能收到。',
    cure: '请给它引用的升级写上代码（escalationCode）。',
  },
  {
    id: 'std-error-code',
    clause: '8.4.3',
    severity: 'warning',
    on: ['errorEventDefinition'],
    broken: (definition, file) =>
      isThrown(definition) && inExecutable(definition) && lacksCode(definition, 'error', file) && eventOf(definition),
    message: '错误结束事件{it}没有写错误代码，只有捕获一切错误的事件能收到。',
    cure: '请给它引用的错误写上代码（errorCode）。',
  },
  {
    id: 'std-message-reference',
    clause: '10.5.5',
    severity: 'warning',
    on: ['messageEventDefinition'],
    broken: (definition) => inExecutable(definition) && attribute(definition, 'messageRef') === null,
    message: '消息事件{it}没有写是哪个消息。',
    cure: '请给它选一个消息（messageRef）。',
  },
  {
    id: 'std-message-operation',
    clause: '10.5.5',
    severity: 'warning',
    on: ['messageEventDefinition'],
    broken: (definition, file) =>
      inExecutable(definition) && childrenNamed(definition, 'operationRef').length === 0 && usesOperations(file),
    message: '消息事件{it}没有写由哪个操作收发。',
    cure: '请写上操作（operationRef）；只在本系统里运行的，可以不写。',
  },
  {
    id: 'std-event-data-number',
    clause: '10.5.1',
    severity: 'warning',
    on: EVENTS,
    broken: (event, file) => {
      const data = dataOf(event).length;
      return data > 0 && data !== definitionsOf(event, file).length;
    },
    message: '事件{it}的数据和触发方式的个数不一样。',
    cure: '请让每个触发方式各有一个 dataInput 或 dataOutput。',
  },
  {
    id: 'std-event-data-type',
    clause: '10.5.1',
    severity: 'warning',
    on: EVENTS,
    broken: (event, file) => {
      const data = dataOf(event);
      return definitionsOf(event, file).flatMap((definition, index) => {
        const item = carriedItem(definition, file);
        const place = data[index];
        if (place === undefined || !(definition.name in CARRIERS)) return [];
        return sameItem(attribute(place, 'itemSubjectRef'), item, file) || item === null ? [] : [definition];
      });
    },
    message: '事件{it}带的数据和它的 dataInput 或 dataOutput 不是同一种类型。',
    cure: '请让两处引用同一个 itemDefinition。',
  },
];

function lacksCode(definition: BpmnElement, kind: string, file: StandardFile): boolean {
  const thing = file.target(attribute(definition, `${kind}Ref`));
  return thing === null ? attribute(definition, `${kind}Ref`) === null : attribute(thing, `${kind}Code`) === null;
}

/** A file that describes no services at all has no operations to name. */
const usesOperations = (file: StandardFile): boolean =>
  file.named('itemDefinition').length > 0 || file.named('interface').length > 0;
