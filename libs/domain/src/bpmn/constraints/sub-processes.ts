import { childrenNamed, isTrue } from './bpmn-tree.js';
import type { BpmnElement } from './bpmn-tree.js';
import { ACTIVITIES, CHOREOGRAPHY_ACTIVITIES, CONTAINERS, FLOW_NODES, GATEWAYS, SUB_PROCESSES } from './kinds.js';
import type { Rule } from './rule.js';

const has = (element: BpmnElement, names: readonly string[]): boolean =>
  element.children.some((child) => names.includes(child.name));

/** Handlers of events and of compensation stand outside the flow. */
const outsideFlow = (node: BpmnElement): boolean =>
  isTrue(node, 'isForCompensation') || (node.name === 'subProcess' && isTrue(node, 'triggeredByEvent'));

/** The ends of a flow, and what other rules tell about. */
const INNER = [...ACTIVITIES, ...GATEWAYS];

export const subProcessRules: readonly Rule[] = [
  {
    id: 'std-choreography-in-process',
    clause: '10.2 / 10.3.5',
    severity: 'error',
    on: CONTAINERS,
    broken: (container) => has(container, CHOREOGRAPHY_ACTIVITIES),
    message: '{it}里面有编排活动，流程和子流程里不能有。',
    cure: '请改成任务或子流程；单位之间的往来画成消息流。',
  },
  {
    id: 'std-public-process-executable',
    clause: '10.2',
    severity: 'error',
    on: ['process'],
    broken: (process) => process.attributes['processType'] === 'Public' && isTrue(process, 'isExecutable'),
    message: '流程{it}是公开流程（Public），不能标为可执行。',
    cure: '请去掉 processType 或改成 Private；只是给人看的，请去掉 isExecutable。',
  },
  {
    id: 'std-event-sub-process-flows',
    clause: '10.3.5',
    severity: 'error',
    on: ['subProcess'],
    broken: (scope, file) =>
      isTrue(scope, 'triggeredByEvent') && (file.incoming(scope).size > 0 || file.outgoing(scope).size > 0),
    message: '事件子流程{it}接着连线，它只由事件启动。',
    cure: '请删除进出的连线，或改成普通子流程。',
  },
  {
    id: 'std-event-sub-process-start',
    clause: '10.3.5',
    severity: 'error',
    on: ['subProcess'],
    broken: (scope) => isTrue(scope, 'triggeredByEvent') && childrenNamed(scope, 'startEvent').length !== 1,
    message: '事件子流程{it}没有恰好一个开始事件。',
    cure: '请只留一个开始事件，并选好触发方式。',
  },
  {
    id: 'std-ad-hoc-empty',
    clause: '10.3.5',
    severity: 'warning',
    on: ['adHocSubProcess'],
    broken: (scope) => !has(scope, ACTIVITIES),
    message: '即席子流程{it}里没有活动。',
    cure: '请在里面至少画一个任务或子流程。',
  },
  {
    id: 'std-ad-hoc-content',
    clause: '10.3.5',
    severity: 'error',
    on: ['adHocSubProcess'],
    broken: (scope) => has(scope, ['startEvent', 'endEvent', 'conversationLink', 'conversation']),
    message: '即席子流程{it}里有开始或结束事件。',
    cure: '请删除它们；即席子流程由完成条件决定何时结束。',
  },
  {
    id: 'std-sub-process-data-specification',
    clause: '10.4.1',
    severity: 'warning',
    on: SUB_PROCESSES,
    broken: (scope) => has(scope, ['ioSpecification']),
    message: '子流程{it}写着输入输出说明（ioSpecification），子流程直接用外层的数据。',
    cure: '请删除它；要隔离数据，请改用调用活动。',
  },
  {
    id: 'std-flow-node-incoming',
    clause: '10.5.2',
    severity: 'warning',
    on: INNER,
    broken: (node, file) =>
      node.parent !== null &&
      childrenNamed(node.parent, 'startEvent').length > 0 &&
      file.incoming(node).size === 0 &&
      !outsideFlow(node) &&
      !isTrue(node, 'instantiate'),
    message: '这一层有开始事件，{it}却没有连线进来。',
    cure: '请把前一个元素连到它，或删除它。',
  },
  {
    id: 'std-flow-node-outgoing',
    clause: '10.5.3',
    severity: 'warning',
    on: INNER,
    broken: (node, file) =>
      node.parent !== null &&
      childrenNamed(node.parent, 'endEvent').length > 0 &&
      file.outgoing(node).size === 0 &&
      !outsideFlow(node),
    message: '这一层有结束事件，{it}却没有连线出去。',
    cure: '请把它连到下一个元素或结束事件。',
  },
  {
    id: 'std-compensation-activity-flows',
    clause: '10.7.1',
    severity: 'error',
    on: ACTIVITIES,
    broken: (activity, file) =>
      isTrue(activity, 'isForCompensation') &&
      (file.flowsInto(activity).length > 0 || file.flowsOutOf(activity).length > 0),
    message: '补偿活动{it}接着连线，它只在补偿时运行。',
    cure: '请删除进出的连线，用关联线把它连到补偿边界事件。',
  },
  {
    id: 'std-flow-node-id',
    clause: '8.3.1',
    severity: 'error',
    on: [...FLOW_NODES, 'sequenceFlow'],
    broken: (node) => node.id === '',
    message: '{it}里有一个元素没有标识（id），别处无法引用它。',
    cure: '请在设计器里打开并保存一次，标识会自动补上。',
  },
  {
    id: 'std-start-transaction-trigger',
    clause: '10.3.5',
    severity: 'error',
    on: ['transaction', 'adHocSubProcess'],
    broken: (scope) => isTrue(scope, 'triggeredByEvent'),
    message: '{it}是事务或即席子流程，不能由事件触发。',
    cure: '请改成普通的事件子流程。',
  },
];
