import { attribute, childrenNamed, isTrue } from './bpmn-tree.js';
import type { BpmnElement } from './bpmn-tree.js';
import { TASKS } from './kinds.js';
import { itemOf } from './item-types.js';
import type { Rule } from './rule.js';
import { inExecutable } from './standard-file.js';
import type { StandardFile } from './standard-file.js';

const LOOP = ['multiInstanceLoopCharacteristics'];

const first = (element: BpmnElement, name: string): BpmnElement | null => childrenNamed(element, name)[0] ?? null;

/** Our own attribute of a loop that names the collection in FEEL, under whatever prefix. */
const namesCollection = (loop: BpmnElement): boolean =>
  Object.keys(loop.attributes).some((key) => key.endsWith(':collection') || key === 'collection');

/** Whether `item` is of the scalar type of the collection that `reference` names. */
function isScalarOf(loop: BpmnElement, reference: string, item: string, file: StandardFile): boolean {
  const [named, data] = [first(loop, reference), first(loop, item)];
  const collection = named && file.target(named.text);
  if (!collection || data === null || !inExecutable(loop)) return true;
  const [whole, part] = [itemOf(collection, file), attribute(data, 'itemSubjectRef')];
  if (whole === null && part === null) return true;
  const [type, scalar] = [file.target(whole), file.target(part)];
  if (type === null || scalar === null) return whole !== null && part !== null && (type === null) === (scalar === null);
  return !isTrue(scalar, 'isCollection') && attribute(type, 'structureRef') === attribute(scalar, 'structureRef');
}

export const loopRules: readonly Rule[] = [
  {
    id: 'std-loop-maximum',
    clause: '10.3.7',
    severity: 'error',
    on: ['standardLoopCharacteristics'],
    broken: (loop) => {
      const most = attribute(loop, 'loopMaximum');
      return most !== null && !/^\+?\d+$/.test(most);
    },
    message: '循环{it}的最多次数不是 0 或更大的整数。',
    cure: '请把 loopMaximum 改成整数；不限次数的，请删除它。',
  },
  {
    id: 'std-multi-instance-number',
    clause: '10.3.7',
    severity: 'error',
    on: LOOP,
    broken: (loop) =>
      inExecutable(loop) &&
      first(loop, 'loopCardinality') === null &&
      first(loop, 'loopDataInputRef') === null &&
      !namesCollection(loop),
    message: '{it}分成几份办还没有定：没有份数，也没有名单。',
    cure: '请在“办几次”里选“按份数”填一个数，或选“按名单”写明名单。',
  },
  {
    id: 'std-multi-instance-input',
    clause: '10.3.7',
    severity: 'warning',
    on: LOOP,
    broken: (loop, file) => {
      const reference = first(loop, 'loopDataInputRef');
      if (reference === null || loop.parent === null || !inExecutable(loop)) return false;
      const data = file.target(reference.text);
      return (
        [...TASKS, 'callActivity'].includes(loop.parent.name) && data !== null && data.parent?.parent !== loop.parent
      );
    },
    message: '多实例任务{it}的清单不是它自己的输入。',
    cure: '请在任务的输入输出说明里加一个 dataInput，用数据关联把清单送进去，再引用它。',
  },
  {
    id: 'std-multi-instance-output-item',
    clause: '10.3.7',
    severity: 'warning',
    on: LOOP,
    broken: (loop, file) => !isScalarOf(loop, 'loopDataOutputRef', 'outputDataItem', file),
    message: '多实例{it}的单项输出不是输出清单里一项的类型。',
    cure: '请让 outputDataItem 引用的类型与清单的一项相同，且不是清单。',
  },
  {
    id: 'std-multi-instance-input-item',
    clause: '10.3.7',
    severity: 'warning',
    on: LOOP,
    broken: (loop, file) => !isScalarOf(loop, 'loopDataInputRef', 'inputDataItem', file),
    message: '多实例{it}的单项输入不是输入清单里一项的类型。',
    cure: '请让 inputDataItem 引用的类型与清单的一项相同，且不是清单。',
  },
];
