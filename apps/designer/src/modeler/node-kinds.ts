import type { Assignment } from './assignment.js';

/** A thing one can put on the canvas. The lists below are the only source for palette, append menu and replace menu. */
export interface NodeKind {
  id: string;
  label: string;
  /** one sentence for the tooltip: what it is for */
  hint: string;
  icon: string;
  type: string;
  group: 'task' | 'branch' | 'event';
  /** attributes of the shape: `eventDefinitionType`, `isExpanded` */
  shape?: Record<string, unknown>;
  /** properties of the business object */
  properties?: Record<string, unknown>;
  assignment?: Assignment;
}

const supervisor = (role: 'supervisionHandler' | 'supervisionReviewer' | 'supervisionLeader'): Assignment => ({
  kind: 'role',
  unit: 'supervisor',
  role,
});
const responsible = (role: 'handler' | 'reviewer' | 'deputyLeader' | 'head'): Assignment => ({
  kind: 'role',
  unit: 'responsible',
  role,
});
const review = (id: string, label: string, hint: string, assignment: Assignment, approveLabel: string): NodeKind => ({
  id,
  label,
  hint,
  icon: 'bpmn-icon-user-task',
  type: 'bpmn:UserTask',
  group: 'task',
  properties: { name: label, 'chengban:purpose': 'review', 'chengban:approveLabel': approveLabel },
  assignment,
});

/** Steps that people do, each with a handler already filled in. */
export const taskKinds: readonly NodeKind[] = [
  {
    id: 'unit-draft',
    label: '单位填报',
    hint: '由承办单位经办人填写并报送',
    icon: 'bpmn-icon-manual-task',
    type: 'bpmn:UserTask',
    group: 'task',
    properties: { name: '单位填报', 'chengban:purpose': 'draft', 'chengban:submitLabel': '报送' },
    assignment: responsible('handler'),
  },
  review('unit-review', '单位审核', '由承办单位审核人审核', responsible('reviewer'), '同意'),
  review('unit-head', '单位主要负责人审定', '由承办单位主要负责人审定', responsible('head'), '同意'),
  review('bureau-accept', '司法局受理', '由市司法局督办经办受理', supervisor('supervisionHandler'), '受理'),
  review('bureau-review', '司法局审核', '由市司法局督办审核人审核', supervisor('supervisionReviewer'), '通过'),
  review('leader-review', '分管局领导审核', '由市司法局分管领导审核', supervisor('supervisionLeader'), '同意'),
  review(
    'office-review',
    '市政府办公室核定',
    '由市政府办公室审核人核定',
    { kind: 'role', unit: 'zhengfuban', role: 'reviewer' },
    '核定',
  ),
];

export const branchKinds: readonly NodeKind[] = [
  {
    id: 'exclusive',
    label: '分支判断',
    hint: '按条件只走其中一条线',
    icon: 'bpmn-icon-gateway-xor',
    type: 'bpmn:ExclusiveGateway',
    group: 'branch',
  },
  {
    id: 'parallel',
    label: '并行',
    hint: '几条线同时办理，全部办完再合并',
    icon: 'bpmn-icon-gateway-parallel',
    type: 'bpmn:ParallelGateway',
    group: 'branch',
  },
  {
    id: 'sub-process',
    label: '子流程',
    hint: '把几个环节装在一个框里',
    icon: 'bpmn-icon-subprocess-expanded',
    type: 'bpmn:SubProcess',
    group: 'branch',
    shape: { isExpanded: true },
    properties: { name: '子流程' },
  },
];

export const eventKinds: readonly NodeKind[] = [
  {
    id: 'start',
    label: '开始',
    hint: '流程从这里开始',
    icon: 'bpmn-icon-start-event-none',
    type: 'bpmn:StartEvent',
    group: 'event',
    properties: { name: '开始' },
  },
  {
    id: 'end',
    label: '结束',
    hint: '流程正常办结',
    icon: 'bpmn-icon-end-event-none',
    type: 'bpmn:EndEvent',
    group: 'event',
    properties: { name: '办结' },
  },
  {
    id: 'error-end',
    label: '异常结束',
    hint: '流程以异常结束，结果为未办成',
    icon: 'bpmn-icon-end-event-error',
    type: 'bpmn:EndEvent',
    group: 'event',
    shape: { eventDefinitionType: 'bpmn:ErrorEventDefinition' },
    properties: { name: '异常结束' },
  },
  {
    id: 'timer',
    label: '超时',
    hint: '贴在环节边上：超过时间就转走另一条线',
    icon: 'bpmn-icon-intermediate-event-catch-timer',
    type: 'bpmn:BoundaryEvent',
    group: 'event',
    shape: { eventDefinitionType: 'bpmn:TimerEventDefinition' },
    properties: { name: '超时' },
  },
  {
    id: 'error-catch',
    label: '捕获异常',
    hint: '贴在子流程边上：里面异常结束时转走另一条线',
    icon: 'bpmn-icon-intermediate-event-catch-error',
    type: 'bpmn:BoundaryEvent',
    group: 'event',
    shape: { eventDefinitionType: 'bpmn:ErrorEventDefinition' },
    properties: { name: '捕获异常' },
  },
];

export const nodeKinds: readonly NodeKind[] = [...taskKinds, ...branchKinds, ...eventKinds];

export const groupTitles: Record<NodeKind['group'], string> = { task: '办理环节', branch: '走向', event: '起止与时限' };
