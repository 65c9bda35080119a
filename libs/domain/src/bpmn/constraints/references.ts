import { attribute } from './bpmn-tree.js';
import type { BpmnElement } from './bpmn-tree.js';
import { ATTRIBUTES, CALLED, ELEMENTS } from './reference-kinds.js';
import type { ReferenceKind } from './reference-kinds.js';
import type { Rule } from './rule.js';
import type { StandardFile } from './standard-file.js';

interface Reference {
  readonly text: string;
  readonly kind: ReferenceKind;
}

/** Every reference of an element: in its attributes, and in its own text. */
function referencesOf(element: BpmnElement): readonly Reference[] {
  const found: Reference[] = [];
  for (const key of Object.keys(element.attributes)) {
    const kind = ATTRIBUTES[`${element.name}@${key}`] ?? ATTRIBUTES[`@${key}`];
    const text = attribute(element, key);
    if (kind !== undefined && text !== null) found.push({ text, kind });
  }
  if (element.text === '') return found;
  const own = ELEMENTS[`${element.parent?.name ?? ''}/${element.name}`] ?? ELEMENTS[`/${element.name}`];
  if (own !== undefined) found.push({ text: element.text, kind: own });
  return found;
}

const leadsNowhere = ({ text, kind }: Reference, file: StandardFile): boolean =>
  kind.elsewhere !== true && file.target(text) === null && !file.leadsOutside(text);

const wrongKind = ({ text, kind }: Reference, file: StandardFile): boolean => {
  const target = file.target(text);
  return target !== null && !kind.to.includes(target.name);
};

interface Trouble {
  readonly element: BpmnElement;
  readonly decisive: boolean;
  readonly lost: boolean;
}

const troubles = new WeakMap<StandardFile, readonly Trouble[]>();

/** What is wrong with the references of a file, found in one walk for all four rules. */
function troublesOf(file: StandardFile): readonly Trouble[] {
  const found =
    troubles.get(file) ??
    file.elements.flatMap((element) =>
      referencesOf(element).flatMap((one): readonly Trouble[] => {
        const lost = leadsNowhere(one, file);
        return lost || wrongKind(one, file) ? [{ element, decisive: one.kind.decisive === true, lost }] : [];
      }),
    );
  troubles.set(file, found);
  return found;
}

/** Asked on the root only. An element with several such references is told once. */
const wherever = (decisive: boolean, lost: boolean) => (_: BpmnElement, file: StandardFile) => [
  ...new Set(
    troublesOf(file)
      .filter((each) => each.decisive === decisive && each.lost === lost)
      .map(({ element }) => element),
  ),
];

export const referenceRules: readonly Rule[] = [
  {
    id: 'std-dangling-reference',
    clause: '8.1.3',
    severity: 'warning',
    on: ['definitions'],
    broken: wherever(false, true),
    message: '{it}引用了文件里没有的元素。',
    cure: '请改成存在的元素，或删除这个引用。',
  },
  {
    id: 'std-lost-reference',
    clause: '8.1.3',
    severity: 'error',
    on: ['definitions'],
    broken: wherever(true, true),
    message: '{it}引用了文件里没有的元素，怎样运行由它决定。',
    cure: '请重新连线、重新选择消息或事件，或删除这个元素。',
  },
  {
    id: 'std-reference-kind',
    clause: '8.1.3',
    severity: 'warning',
    on: ['definitions'],
    broken: wherever(false, false),
    message: '{it}引用的元素不是该引用的那一类。',
    cure: '请改成该类的元素，或删除这个引用。',
  },
  {
    id: 'std-wrong-reference',
    clause: '8.1.3',
    severity: 'error',
    on: ['definitions'],
    broken: wherever(true, false),
    message: '{it}引用的元素不是该引用的那一类，怎样运行由它决定。',
    cure: '请重新连线、重新选择消息或事件，或删除这个元素。',
  },
  {
    id: 'std-called-kind',
    clause: '10.3.6',
    severity: 'error',
    on: ['callActivity'],
    broken: (call, file) => {
      const text = attribute(call, 'calledElement');
      return text !== null && wrongKind({ text, kind: CALLED }, file);
    },
    message: '调用活动{it}调用的既不是流程，也不是全局任务。',
    cure: '请改成一个流程或全局任务的标识，或已发布流程的键。',
  },
];
