import type { FlowModel, FlowNode } from '../bpmn/model.js';
import { flowsOf, nodesOf } from '../bpmn/walk.js';
import type { TraceStep } from '../shared/finding.js';
import { called } from './check.js';

/** Steps told in a message; the trace of the finding has them all. */
const MOST_TOLD = 12;

export interface Names {
  node(id: string): string;
  /** how to come to a trouble, in words */
  wayThere(steps: readonly TraceStep[]): string;
}

export function namesOf(model: FlowModel): Names {
  const nodes = new Map<string, FlowNode>(nodesOf(model).map((node) => [node.id, node]));
  const flows = new Map(flowsOf(model).map((flow) => [flow.id, flow]));
  const node = (id: string): string => called(nodes.get(id) ?? { id, name: '' });
  const flow = (id: string): string => called(flows.get(id) ?? { id, name: '' });
  return {
    node,
    wayThere: (steps) => {
      if (steps.length === 0) return '流程一开始';
      const told = steps
        .slice(0, MOST_TOLD)
        .map((step, i) => stepInWords(step, steps[i - 1] ?? null, node(step.nodeId), flow));
      return `${told.length > 1 ? '依次' : ''}${told.join('、')}${steps.length > MOST_TOLD ? `等 ${steps.length} 步` : ''}之后`;
    },
  };
}

const WORDS = {
  timer: '到时间',
  message: '收到消息',
  signal: '收到信号',
  condition: '的条件成立',
  error: '出错',
  escalation: '上报',
  cancel: '取消',
} as const;

/** 办完“甲”、“乙”: several in a row share the verb. */
function stepInWords(
  { act, choice }: TraceStep,
  before: TraceStep | null,
  node: string,
  flow: (id: string) => string,
): string {
  if (act === 'complete') return before?.act === 'complete' ? node : `办完${node}`;
  return act === 'choice' ? `${node}选${flow(choice ?? '')}` : `${node}${WORDS[act]}`;
}
