import type { CompiledFlow, CompiledNode } from '../compile/compiled-flow.js';
import { flowOf, nodeOf } from '../compile/compiled-flow.js';

/** One node of a flow in words: what happens there, and what follows. */
export interface Explained {
  readonly nodeId: string;
  readonly sentences: readonly string[];
}

/** The flow as Chinese sentences, step by step in the order a token first comes to them. Pure; for the command line and the designer. */
export function explainFlow(compiled: CompiledFlow): readonly Explained[] {
  return inOrder(compiled).map((nodeId) => ({ nodeId, sentences: sentencesOf(compiled, nodeId) }));
}

/** Nodes breadth first from the start, a sub-process followed by its inside; what is left over comes last. */
function inOrder(compiled: CompiledFlow): readonly string[] {
  const ids = Object.keys(compiled.nodes);
  const start = (scope: string): readonly string[] =>
    ids.filter((id) => nodeOf(compiled, id).kind === 'startEvent' && nodeOf(compiled, id).scope === scope);
  const seen = new Set(start(compiled.processId));
  for (const id of seen) {
    if (nodeOf(compiled, id).kind === 'subProcess') for (const inner of start(id)) seen.add(inner);
    for (const event of boundaries(compiled, id)) seen.add(event);
    for (const flow of nodeOf(compiled, id).outgoing) seen.add(flowOf(compiled, flow).target);
  }
  return [...new Set([...seen, ...ids])];
}

const boundaries = ({ nodes }: CompiledFlow, host: string): readonly string[] =>
  Object.entries(nodes).flatMap(([id, node]) => (node.attachedTo === host ? [id] : []));

const called = (compiled: CompiledFlow, id: string): string => `“${nodeOf(compiled, id).name || id}”`;

function sentencesOf(compiled: CompiledFlow, id: string): readonly string[] {
  const node = nodeOf(compiled, id);
  const me = called(compiled, id);
  switch (node.kind) {
    case 'startEvent':
      return [`${me}开始，${next(compiled, node)}。`];
    case 'userTask':
      return task(compiled, id, node);
    case 'exclusiveGateway':
      return node.outgoing.length === 1
        ? [`${me}汇合后，${next(compiled, node)}。`]
        : [`${me}按条件选一条：${branches(compiled, node).join('；')}。`];
    case 'parallelGateway':
      return node.outgoing.length === 1
        ? [`${me}等前面同时进行的各项都办完，${next(compiled, node)}。`]
        : [
            `${me}之后同时进行：${node.outgoing.map((flow) => called(compiled, flowOf(compiled, flow).target)).join('、')}。`,
          ];
    case 'subProcess':
      return [`${me}是一个子流程，里面办完后，${next(compiled, node)}。`];
    case 'timerBoundary':
      return [
        `${called(compiled, node.attachedTo ?? id)}${timerWords(node)}还没办完的，中断它，${next(compiled, node)}。`,
      ];
    case 'errorBoundary':
      return [`${called(compiled, node.attachedTo ?? id)}里出错的，中断它，${next(compiled, node)}。`];
    case 'endEvent':
      return [
        `${me}结束${node.scope === compiled.processId ? `，结果记为 ${node.outcome ?? 'accepted'}` : '这个子流程'}。`,
      ];
    case 'errorEndEvent':
      return [`${me}：以错误结束，还在办的其他事项一并取消。`];
    default:
      return [];
  }
}

function task(compiled: CompiledFlow, id: string, node: CompiledNode): readonly string[] {
  const draft = node.purpose === 'draft';
  const verb = draft ? (node.submitLabel ?? '提交') : (node.approveLabel ?? '通过');
  const due = node.dueWorkdays === undefined ? '' : `，限 ${node.dueWorkdays} 个工作日`;
  const first = `${called(compiled, id)}由${who(node)}${draft ? '填报' : '审核'}${due}，“${verb}”后${next(compiled, node)}。`;
  if (draft) return [first];
  const back =
    node.returnTo === undefined ? '按流程图退回，没有画的退给最近的填报环节' : `退到${called(compiled, node.returnTo)}`;
  return [first, `${called(compiled, id)}可以退回：${back}。填报过的人不能审核。`];
}

const UNITS: Readonly<Record<string, string>> = { responsible: '责任单位', supervisor: '督办单位（市司法局）' };
const ROLES: Readonly<Record<string, string>> = {
  handler: '经办人',
  reviewer: '审核人',
  deputyLeader: '分管领导',
  head: '主要负责人',
  supervisionHandler: '督办经办人',
  supervisionReviewer: '督办审核人',
  supervisionLeader: '督办领导',
};

function who({ assignment }: CompiledNode): string {
  if (assignment === undefined) return '（没有写办理人）';
  if (assignment.kind === 'starter') return '发起人';
  if (assignment.kind === 'person') return `指定的人（${assignment.person}）`;
  return `${UNITS[assignment.unit] ?? assignment.unit}的${ROLES[assignment.role] ?? assignment.role}`;
}

function next(compiled: CompiledFlow, node: CompiledNode): string {
  const [flow] = node.outgoing;
  return flow === undefined ? '没有下一步' : `到${called(compiled, flowOf(compiled, flow).target)}`;
}

function branches(compiled: CompiledFlow, node: CompiledNode): readonly string[] {
  const drawn = node.outgoing.map((id) => ({ id, ...flowOf(compiled, id) }));
  const chosen = drawn.filter((flow) => flow.id !== node.defaultFlow);
  const fallback = drawn.find((flow) => flow.id === node.defaultFlow);
  return [
    ...chosen.map((flow) => `${condition(flow.when)}时到${called(compiled, flow.target)}`),
    fallback ? `其他情况到${called(compiled, fallback.target)}` : '都不成立时停下报异常',
  ];
}

/** The two conditions of every review are said in words; any other as written. */
function condition(when: string | undefined): string {
  const text = (when ?? '').trim();
  const verdict = /^verdict\s*=\s*"(approve|return)"$/.exec(text);
  if (verdict) return verdict[1] === 'approve' ? '审核通过' : '审核退回';
  return text === '' ? '任何' : `满足 ${text} `;
}

function timerWords({ timer }: CompiledNode): string {
  if (timer === undefined) return '到期';
  return timer.kind === 'date' ? `到 ${timer.text} ` : `超过 ${timer.text} `;
}
