import { assertNever, type FlowNode } from '@chengban/domain';
import { durationInWords } from '../inspector/duration.js';

/** Names of what the drawing only knows by id or key; an unknown one stays as it is. */
export interface Names {
  unit: (id: string) => string;
  person: (id: string) => string;
  role: (key: string) => string;
  outcome: (key: string) => string;
  /** title of a form field */
  field: (name: string) => string;
}

const kindWords: Record<FlowNode['kind'], string> = {
  startEvent: '开始',
  endEvent: '结束',
  errorEndEvent: '异常结束',
  userTask: '环节',
  exclusiveGateway: '分支判断',
  parallelGateway: '并行',
  subProcess: '子流程',
  timerBoundary: '超时',
  errorBoundary: '捕获异常',
  unsupported: '元素',
};

/** «环节“司法局审核”», or the kind alone where the node has no name. */
export const nodeTitle = (node: FlowNode): string => `${kindWords[node.kind]}${node.name ? `“${node.name}”` : ''}`;

/** What a node says besides its name, each as label and words; only what is said, so that two nodes can be compared. */
export function nodeFacts(node: FlowNode, names: Names, titleOf: (id: string) => string): ReadonlyMap<string, string> {
  const facts = new Map<string, string | null>();
  switch (node.kind) {
    case 'userTask':
      facts.set('办理人', handlerInWords(node.assignment, names));
      facts.set('用途', node.purpose === 'draft' ? '填报' : '审核');
      facts.set('办理时限', node.dueWorkdays === null ? null : `${node.dueWorkdays} 个工作日`);
      facts.set('同意按钮', node.approveLabel && `“${node.approveLabel}”`);
      facts.set('提交按钮', node.submitLabel && `“${node.submitLabel}”`);
      facts.set('退回到', node.returnTo && titleOf(node.returnTo));
      break;
    case 'endEvent':
      facts.set('结果', names.outcome(node.outcome));
      break;
    case 'timerBoundary':
      facts.set('时间', node.timer && durationInWords(node.timer.text));
      facts.set('贴在', titleOf(node.attachedTo));
      break;
    case 'errorBoundary':
      facts.set('贴在', titleOf(node.attachedTo));
      break;
    case 'startEvent':
    case 'errorEndEvent':
    case 'exclusiveGateway':
    case 'parallelGateway':
    case 'subProcess':
    case 'unsupported':
      break;
    default:
      assertNever(node);
  }
  return new Map([...facts].filter((fact): fact is [string, string] => fact[1] !== null));
}

type Handler = Extract<FlowNode, { kind: 'userTask' }>['assignment'];

function handlerInWords(handler: Handler, names: Names): string {
  if (!handler) return '没有设置';
  if (handler.kind === 'starter') return '发起这次报送的人';
  if (handler.kind === 'person') return names.person(handler.person);
  const unit =
    handler.unit === 'responsible' ? '承办单位' : handler.unit === 'supervisor' ? '主管单位' : names.unit(handler.unit);
  return `${unit}${names.role(handler.role)}`;
}
