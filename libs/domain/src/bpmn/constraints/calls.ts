import { attribute, childrenNamed } from './bpmn-tree.js';
import type { BpmnElement } from './bpmn-tree.js';
import { sameItem } from './item-types.js';
import { CALLABLE } from './kinds.js';
import type { Rule } from './rule.js';
import type { StandardFile } from './standard-file.js';

const specification = (element: BpmnElement): BpmnElement | null =>
  childrenNamed(element, 'ioSpecification')[0] ?? null;

const parts = (element: BpmnElement, name: string): readonly BpmnElement[] => {
  const found = specification(element);
  return found === null ? [] : childrenNamed(found, name);
};

/** How many there are of everything that must match between caller and called. */
const counts = (element: BpmnElement): readonly number[] => [
  parts(element, 'dataInput').length,
  parts(element, 'dataOutput').length,
  parts(element, 'inputSet').length,
  parts(element, 'outputSet').length,
  parts(element, 'inputSet').flatMap((set) => childrenNamed(set, 'dataInputRefs')).length,
  parts(element, 'outputSet').flatMap((set) => childrenNamed(set, 'dataOutputRefs')).length,
];

const itemRef = (data: BpmnElement): string | null => attribute(data, 'itemSubjectRef');

/** Data of one kind of type: that of the definition, or of its structure. */
const typeOf = (data: BpmnElement, file: StandardFile): string => {
  const item = file.target(itemRef(data));
  return (item && attribute(item, 'structureRef')) ?? itemRef(data) ?? '';
};

/** Data of the caller for which the called element has none of the same type. */
function misfits(call: BpmnElement, called: BpmnElement, name: string, file: StandardFile): readonly BpmnElement[] {
  const types = new Set(parts(called, name).map((data) => typeOf(data, file)));
  return parts(call, name).filter((data) => !types.has(typeOf(data, file)));
}

/** The sets in which one of the data stands. */
function setsOf(call: BpmnElement, data: readonly BpmnElement[]): readonly BpmnElement[] {
  const ids = new Set(data.map(({ id }) => id).filter((id) => id !== ''));
  return [...parts(call, 'inputSet'), ...parts(call, 'outputSet')].filter((set) =>
    set.children.some(({ text }) => ids.has(text)),
  );
}

const bindings = (element: BpmnElement): readonly BpmnElement[] => childrenNamed(element, 'ioBinding');
const isService = (element: BpmnElement): boolean => childrenNamed(element, 'supportedInterfaceRef').length > 0;

/** Whether what a binding names is of the type of its operation's message. */
function binds(binding: BpmnElement, owner: BpmnElement, file: StandardFile, input: boolean): boolean {
  const operation = file.target(attribute(binding, 'operationRef'));
  const end = operation && childrenNamed(operation, input ? 'inMessageRef' : 'outMessageRef')[0];
  const message = end ? file.target(end.text) : null;
  const named = file.target(attribute(binding, input ? 'inputDataRef' : 'outputDataRef'));
  if (message === null || named === null) return true;
  const list = input ? 'dataInputRefs' : 'dataOutputRefs';
  const held = childrenNamed(named, list).map((each) => file.target(each.text));
  const data = [named, ...held].filter((each) => each !== null && parts(owner, each.name).includes(each));
  return data.some((each) => each !== null && sameItem(itemRef(each), attribute(message, 'itemRef'), file));
}

export const callRules: readonly Rule[] = [
  {
    id: 'std-call-data',
    clause: '10.3.6',
    severity: 'warning',
    on: ['callActivity'],
    broken: (call, file) => {
      const called = file.target(attribute(call, 'calledElement'));
      if (called === null || !CALLABLE.includes(called.name)) return false;
      // our own mappings pass data by name; only a caller or a called element with a specification promises a match
      if (specification(call) === null && specification(called) === null) return false;
      if (counts(call).join() !== counts(called).join()) return true;
      const wrong = [...misfits(call, called, 'dataInput', file), ...misfits(call, called, 'dataOutput', file)];
      return [...setsOf(call, wrong), ...wrong];
    },
    message: '调用活动{it}的输入输出和被调用流程的不一致。',
    cure: '请让两边的输入、输出个数和类型相同。',
  },
  {
    id: 'std-service-binding',
    clause: '10.4.1',
    severity: 'warning',
    on: CALLABLE,
    broken: (element) => isService(element) && bindings(element).length === 0,
    message: '{it}对外提供接口，却没有写输入输出怎样对应（ioBinding）。',
    cure: '请加上 ioBinding，或删除 supportedInterfaceRef。',
  },
  {
    id: 'std-service-binding-type',
    clause: '10.4.1',
    severity: 'warning',
    on: CALLABLE,
    broken: (element, file) =>
      isService(element) &&
      bindings(element).some((each) => !binds(each, element, file, true) || !binds(each, element, file, false)),
    message: '{it}的 ioBinding 没有把自己的输入输出对应到操作的消息上。',
    cure: '请让 ioBinding 引用的数据与操作的消息是同一种类型。',
  },
];
