import { attribute, childrenNamed, isTrue } from './bpmn-tree.js';
import type { BpmnElement } from './bpmn-tree.js';
import { ACTIVITIES, ARTIFACTS, CHOREOGRAPHY_ACTIVITIES, FLOW_NODES, GATEWAYS } from './kinds.js';
import type { Rule } from './rule.js';
import { inExecutable } from './standard-file.js';
import type { StandardFile } from './standard-file.js';

const ends = (flow: BpmnElement, file: StandardFile): readonly BpmnElement[] =>
  ['sourceRef', 'targetRef'].map((key) => file.target(attribute(flow, key))).filter((end) => end !== null);

const isEventSubProcess = (element: BpmnElement): boolean =>
  element.name === 'subProcess' && isTrue(element, 'triggeredByEvent');

export const sequenceFlowRules: readonly Rule[] = [
  {
    id: 'std-sequence-flow-artifact',
    clause: '7.6.1',
    severity: 'error',
    on: ['sequenceFlow'],
    broken: (flow, file) => ends(flow, file).some((end) => ARTIFACTS.includes(end.name)),
    message: '连线{it}连着注释、分组或关联线，它们不参加流转。',
    cure: '请把连线连到任务、网关或事件上；要连注释，请用关联线。',
  },
  {
    id: 'std-sequence-flow-ends',
    clause: '8.4.13',
    severity: 'error',
    on: ['sequenceFlow'],
    broken: (flow, file) =>
      ends(flow, file)
        .filter((end) => !ARTIFACTS.includes(end.name))
        .filter((end) => !CHOREOGRAPHY_ACTIVITIES.includes(end.name))
        .filter((end) => !FLOW_NODES.includes(end.name) || isEventSubProcess(end)),
    message: '{it}不能是连线的一头：连线只连任务、子流程、网关和事件，事件子流程也不行。',
    cure: '请删除这条连线，或把它改连到可以流转的元素上。',
  },
  {
    id: 'std-sequence-flow-lists',
    clause: '10.3.1',
    severity: 'warning',
    on: ['sequenceFlow'],
    broken: (flow, file) =>
      file.keepsLists &&
      (unlisted(file.target(attribute(flow, 'sourceRef')), 'outgoing', flow, file) ||
        unlisted(file.target(attribute(flow, 'targetRef')), 'incoming', flow, file)),
    message: '连线{it}没有写进它两头的元素的 incoming、outgoing 清单，别的工具可能看不到它。',
    cure: '请在设计器里打开并保存一次，清单会自动补上。',
  },
  {
    id: 'std-node-lists',
    clause: '10.3.1',
    severity: 'warning',
    on: FLOW_NODES,
    broken: (node, file) =>
      listsWrongFlow(node, 'incoming', 'targetRef', file) || listsWrongFlow(node, 'outgoing', 'sourceRef', file),
    message: '{it}的 incoming、outgoing 清单和连线对不上。',
    cure: '请在设计器里打开并保存一次，清单会自动改正。',
  },
  {
    id: 'std-immediate-flow',
    clause: '8.4.13',
    severity: 'error',
    on: ['sequenceFlow'],
    broken: (flow) => attribute(flow, 'isImmediate') !== null && !isTrue(flow, 'isImmediate') && inExecutable(flow),
    message: '可执行流程里的连线{it}写着 isImmediate="false"，中间不能有没画出来的步骤。',
    cure: '请删除 isImmediate，或把中间的步骤画出来。',
  },
  {
    id: 'std-only-conditional-flow',
    clause: '8.4.13',
    severity: 'error',
    on: ['sequenceFlow'],
    broken: (flow, file) => {
      const source = file.target(attribute(flow, 'sourceRef'));
      if (source === null || GATEWAYS.includes(source.name) || childrenNamed(flow, 'conditionExpression').length === 0)
        return false;
      return !ACTIVITIES.includes(source.name) || file.outgoing(source).size < 2;
    },
    message: '连线{it}带条件，却是从这个元素出去的唯一一条，条件不成立时无路可走。',
    cure: '请再画一条连线（可设为默认），或去掉条件。',
  },
  {
    id: 'std-default-flow',
    clause: '10.3 / 10.6',
    severity: 'error',
    on: [...ACTIVITIES, ...GATEWAYS],
    broken: (node, file) => {
      const flow = file.target(attribute(node, 'default'));
      return flow !== null && file.target(attribute(flow, 'sourceRef')) !== node;
    },
    message: '{it}的默认连线不是从它自己出去的。',
    cure: '请在它自己的连线里重新选一条作为默认连线。',
  },
  {
    id: 'std-sequence-flow-border',
    clause: '8.4.13 / 9.3',
    severity: 'error',
    on: ['sequenceFlow'],
    broken: (flow, file) => {
      const [source, target] = [attribute(flow, 'sourceRef'), attribute(flow, 'targetRef')].map(file.target);
      return !!source && !!target && source.parent !== target.parent;
    },
    message: '连线{it}穿过了池或子流程的边界。',
    cure: '请让连线只连同一层的元素；池之间的往来请画成消息流。',
  },
];

const unlisted = (node: BpmnElement | null, list: string, flow: BpmnElement, file: StandardFile): boolean =>
  node !== null && FLOW_NODES.includes(node.name) && !file.listed(node, list).has(flow.id);

function listsWrongFlow(node: BpmnElement, list: string, end: string, file: StandardFile): boolean {
  if (!file.keepsLists || node.id === '') return false;
  const drawn = list === 'incoming' ? file.flowsInto(node) : file.flowsOutOf(node);
  const ids = file.listed(node, list);
  const strays = [...ids].some((id) => {
    const flow = file.target(id);
    return flow?.name === 'sequenceFlow' && file.target(attribute(flow, end)) !== node;
  });
  return strays || drawn.some((flow) => !ids.has(flow.id));
}
