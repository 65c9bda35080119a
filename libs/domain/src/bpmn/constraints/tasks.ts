import { attribute, childrenNamed, isTrue } from './bpmn-tree.js';
import type { BpmnElement } from './bpmn-tree.js';
import { ACTIVITIES } from './kinds.js';
import { sameItem } from './item-types.js';
import type { Rule } from './rule.js';
import type { StandardFile } from './standard-file.js';

/** The parts of one kind in an activity's input and output specification. */
const parts = (activity: BpmnElement, name: string): readonly BpmnElement[] =>
  childrenNamed(activity, 'ioSpecification').flatMap((each) => childrenNamed(each, name));

const operation = (task: BpmnElement, file: StandardFile): BpmnElement | null =>
  file.target(attribute(task, 'operationRef'));

const messageItem = (message: BpmnElement | null): string | null => message && attribute(message, 'itemRef');

/** Whether a task's data carry what its message carries; tasks without data, or with a message elsewhere, do. */
const carries = (task: BpmnElement, part: string, item: string | null, file: StandardFile): boolean => {
  const data = parts(task, part);
  return data.length === 0 || data.some((each) => sameItem(attribute(each, 'itemSubjectRef'), item, file));
};

const operationCarries = (task: BpmnElement, part: string, end: string, file: StandardFile): boolean => {
  const called = operation(task, file);
  const reference = called && childrenNamed(called, end)[0];
  const message = reference ? file.target(reference.text) : null;
  if (message === null) return true;
  const [data] = parts(task, part);
  if (data === undefined) return part === 'dataInput';
  return carries(task, part, messageItem(message), file);
};

const tooMany = (
  id: string,
  on: string,
  reference: string,
  part: string,
  fits: (count: number) => boolean,
  words: string,
): Rule => ({
  id,
  clause: '10.3.3',
  severity: 'warning',
  on: [on],
  broken: (task) => attribute(task, reference) !== null && !fits(parts(task, part).length),
  message: `任务{it}引用了${reference === 'operationRef' ? '操作' : '消息'}，${words}。`,
  cure: '请在输入输出说明（ioSpecification）里改成这个数目。',
});

const atMostOne = (count: number): boolean => count < 2;

export const taskRules: readonly Rule[] = [
  tooMany(
    'std-service-task-input-set',
    'serviceTask',
    'operationRef',
    'inputSet',
    (n) => n === 1,
    '要有恰好一个 inputSet',
  ),
  tooMany('std-service-task-output-set', 'serviceTask', 'operationRef', 'outputSet', atMostOne, '最多一个 outputSet'),
  tooMany('std-send-task-input-set', 'sendTask', 'messageRef', 'inputSet', atMostOne, '最多一个 inputSet'),
  tooMany('std-send-task-data-input', 'sendTask', 'messageRef', 'dataInput', atMostOne, '最多一个 dataInput'),
  tooMany('std-receive-task-output-set', 'receiveTask', 'messageRef', 'outputSet', atMostOne, '最多一个 outputSet'),
  tooMany('std-receive-task-data-output', 'receiveTask', 'messageRef', 'dataOutput', atMostOne, '最多一个 dataOutput'),
  {
    id: 'std-service-task-item',
    clause: '10.3.3',
    severity: 'warning',
    on: ['serviceTask'],
    broken: (task, file) =>
      !operationCarries(task, 'dataInput', 'inMessageRef', file) ||
      !operationCarries(task, 'dataOutput', 'outMessageRef', file),
    message: '服务任务{it}的输入或输出和它引用的操作的消息不是同一种数据。',
    cure: '请让 dataInput、dataOutput 与操作的消息引用同一个 itemDefinition。',
  },
  {
    id: 'std-send-task-item',
    clause: '10.3.3',
    severity: 'warning',
    on: ['sendTask'],
    broken: (task, file) => !carries(task, 'dataInput', messageItem(file.target(attribute(task, 'messageRef'))), file),
    message: '发送任务{it}的输入和它发的消息不是同一种数据。',
    cure: '请让 dataInput 与消息引用同一个 itemDefinition。',
  },
  {
    id: 'std-receive-task-item',
    clause: '10.3.3',
    severity: 'warning',
    on: ['receiveTask'],
    broken: (task, file) => !carries(task, 'dataOutput', messageItem(file.target(attribute(task, 'messageRef'))), file),
    message: '接收任务{it}的输出和它收的消息不是同一种数据。',
    cure: '请让 dataOutput 与消息引用同一个 itemDefinition。',
  },
  {
    id: 'std-instantiating-receive-task-incoming',
    clause: '10.3.3',
    severity: 'error',
    on: ['receiveTask'],
    broken: (task, file) => isTrue(task, 'instantiate') && file.incoming(task).size > 0,
    message: '启动流程的接收任务{it}有连线进来。',
    cure: '请删除进来的连线，或去掉 instantiate。',
  },
  {
    id: 'std-script-format',
    clause: '10.3.3',
    severity: 'warning',
    on: ['scriptTask', 'globalScriptTask'],
    broken: (task) =>
      childrenNamed(task, 'script').length > 0 &&
      attribute(task, task.name === 'scriptTask' ? 'scriptFormat' : 'scriptLanguage') === null,
    message: '脚本任务{it}没有写脚本的语言，这里当作 FEEL。',
    cure: '请写上脚本语言（scriptFormat），FEEL 写 text/feel。',
  },
  {
    id: 'std-quantity',
    clause: '10.3',
    severity: 'error',
    on: ACTIVITIES,
    broken: (activity) =>
      ['startQuantity', 'completionQuantity'].some((key) => {
        const value = attribute(activity, key);
        return value !== null && !(/^\+?\d+$/.test(value) && Number(value) >= 1);
      }),
    message: '{it}的启动数或完成数不是大于零的整数。',
    cure: '请把 startQuantity、completionQuantity 改成 1 或更大的整数。',
  },
  {
    id: 'std-several-loops',
    clause: '10.3.7',
    severity: 'error',
    on: ACTIVITIES,
    broken: (activity) => activity.children.filter((each) => each.name.endsWith('LoopCharacteristics')).length > 1,
    message: '{it}同时标着循环和多实例。',
    cure: '请只留一种；两种都要的，请把一种放进子流程。',
  },
];
