import { attribute, childrenNamed, isTrue } from './bpmn-tree.js';
import type { BpmnElement } from './bpmn-tree.js';
import { itemOf, sameItem } from './item-types.js';
import type { Rule } from './rule.js';
import type { StandardFile } from './standard-file.js';

const ASSOCIATIONS = ['dataInputAssociation', 'dataOutputAssociation'];

const texts = (element: BpmnElement, name: string, file: StandardFile): readonly string[] => [
  ...file.listed(element, name),
];

/** The sets beside a data input or output: those of its specification, or of its event. */
const setsBeside = (data: BpmnElement, name: string): readonly BpmnElement[] =>
  data.parent === null ? [] : childrenNamed(data.parent, name);

const inSets = (data: BpmnElement, set: string, list: string, file: StandardFile): boolean =>
  setsBeside(data, set).some((each) => file.listed(each, list).has(data.id));

const mirrors = (set: BpmnElement, list: string, back: string, file: StandardFile): boolean =>
  texts(set, list, file).every((id) => {
    const other = file.target(id);
    return other === null || file.listed(other, back).has(set.id);
  });

/** A set that must not name more than it holds. */
const partOfSet = (id: string, set: string, list: string, whole: string): Rule => ({
  id,
  clause: '10.4.1',
  severity: 'warning',
  on: [set],
  broken: (element, file) => texts(element, list, file).some((each) => !file.listed(element, whole).has(each)),
  message: `{it}的 ${set} 在 ${list} 里列了没有列进 ${whole} 的数据。`,
  cure: `请把它也列进 ${whole}，或从 ${list} 里删除。`,
});

const mustBeInSet = (id: string, data: string, set: string, list: string): Rule => ({
  id,
  clause: '10.4.1',
  severity: 'warning',
  on: [data],
  broken: (element, file) => element.parent?.name === 'ioSpecification' && !inSets(element, set, list, file),
  message: `数据{it}没有列进任何一个 ${set}。`,
  cure: `请把它列进 ${set} 的 ${list}。`,
});

/** The data of a process's own specification, which only the caller fills or reads. */
const ofProcess = (data: BpmnElement | null, name: string): boolean =>
  data?.name === name && data.parent?.parent?.name === 'process';

export const dataRules: readonly Rule[] = [
  {
    id: 'std-collection-mismatch',
    clause: '10.4.1',
    severity: 'warning',
    on: ['dataObject', 'dataInput', 'dataOutput'],
    broken: (data, file) => {
      const item = file.target(attribute(data, 'itemSubjectRef'));
      return item !== null && isTrue(data, 'isCollection') !== isTrue(item, 'isCollection');
    },
    message: '数据{it}是不是清单（isCollection），和它引用的类型说的不一样。',
    cure: '请把两处的 isCollection 改成一样。',
  },
  {
    id: 'std-data-object-reference-name',
    clause: '10.4.1',
    severity: 'warning',
    on: ['dataObjectReference'],
    broken: (reference, file) => {
      const state = childrenNamed(reference, 'dataState')[0]?.attributes['name'];
      const object = file.target(attribute(reference, 'dataObjectRef'));
      const [name, own] = [attribute(reference, 'name'), object && attribute(object, 'name')];
      // tools that name the reference only leave the object without a name, and no convention is broken
      if (name === null || own === null) return false;
      return state ? name !== `${own} [${state}]` : name !== own && !name.startsWith(`${own} [`);
    },
    message: '数据对象{it}的名称没有写成“名称 [状态]”。',
    cure: '请把名称改成数据对象的名称加方括号里的状态。',
  },
  {
    id: 'std-process-data-direction',
    clause: '10.4.1',
    severity: 'warning',
    on: ASSOCIATIONS,
    broken: (association, file) =>
      texts(association, 'sourceRef', file).some((id) => ofProcess(file.target(id), 'dataOutput')) ||
      texts(association, 'targetRef', file).some((id) => ofProcess(file.target(id), 'dataInput')),
    message: '数据关联{it}读流程的输出，或写流程的输入，方向反了。',
    cure: '流程的输入只能读，流程的输出只能写，请把数据关联倒过来或改用数据对象。',
  },
  mustBeInSet('std-data-input-set', 'dataInput', 'inputSet', 'dataInputRefs'),
  mustBeInSet('std-data-output-set', 'dataOutput', 'outputSet', 'dataOutputRefs'),
  partOfSet('std-optional-input', 'inputSet', 'optionalInputRefs', 'dataInputRefs'),
  partOfSet('std-input-while-executing', 'inputSet', 'whileExecutingInputRefs', 'dataInputRefs'),
  partOfSet('std-optional-output', 'outputSet', 'optionalOutputRefs', 'dataOutputRefs'),
  partOfSet('std-output-while-executing', 'outputSet', 'whileExecutingOutputRefs', 'dataOutputRefs'),
  {
    id: 'std-set-pairs',
    clause: '10.4.1',
    severity: 'warning',
    on: ['inputSet', 'outputSet'],
    broken: (set, file) =>
      set.name === 'inputSet'
        ? !mirrors(set, 'outputSetRefs', 'inputSetRefs', file)
        : !mirrors(set, 'inputSetRefs', 'outputSetRefs', file),
    message: '{it}的 inputSet 和 outputSet 没有互相指着。',
    cure: '请在 outputSetRefs 和 inputSetRefs 两处都写上对方。',
  },
  {
    id: 'std-association-type',
    clause: '10.4.2',
    severity: 'warning',
    on: ASSOCIATIONS,
    broken: (association, file) => {
      if (childrenNamed(association, 'transformation').length > 0) return false;
      const ends = ['sourceRef', 'targetRef'].map((end) => file.target(texts(association, end, file)[0] ?? null));
      const [from, to] = ends.map((end) => end && itemOf(end, file));
      return !!from && !!to && !sameItem(from, to, file);
    },
    message: '数据关联{it}两头的数据不是同一种类型。',
    cure: '请让两头引用同一个 itemDefinition，或写上转换（transformation）。',
  },
  {
    id: 'std-association-sources',
    clause: '10.4.2',
    severity: 'error',
    on: ASSOCIATIONS,
    broken: (association) =>
      childrenNamed(association, 'transformation').length === 0 && childrenNamed(association, 'sourceRef').length > 1,
    message: '数据关联{it}有几个来源，却没有写转换。',
    cure: '请只留一个来源，或写上转换（transformation）。',
  },
];
