import { nodeOf, scopeOf } from '../../compile/compiled-flow.js';
import type { CompiledFlow, CompiledNode } from '../../compile/compiled-flow.js';
import type { Trigger } from '../../bpmn/model.js';
import { called, next, outcomeWords, triggersWords } from './words.js';

/** An event in words; null for anything else. */
export function eventSentences(compiled: CompiledFlow, id: string): readonly string[] | null {
  const node = nodeOf(compiled, id);
  const me = called(compiled, id);
  switch (node.kind) {
    case 'startEvent':
      return [start(compiled, me, node)];
    case 'boundaryEvent':
      return [boundary(compiled, node)];
    case 'intermediateCatchEvent':
      return [
        isLink(node)
          ? `${me}接着转来的流程，${next(compiled, node)}。`
          : `${me}在这里等，${triggersWords(node)}后${next(compiled, node)}。`,
      ];
    case 'intermediateThrowEvent':
      return [
        isLink(node)
          ? `${me}转到图上同名的地方继续。`
          : `${me}${thrown(compiled, node) || '只作标记'}，然后${next(compiled, node)}。`,
      ];
    case 'endEvent':
      return [end(compiled, me, node)];
    default:
      return null;
  }
}

const isLink = ({ triggers = [] }: CompiledNode): boolean => triggers.some((trigger) => trigger.kind === 'link');

function start(compiled: CompiledFlow, me: string, node: CompiledNode): string {
  if ((node.triggers ?? []).length === 0) return `${me}开始，${next(compiled, node)}。`;
  if (scopeOf(compiled, node.scope).kind !== 'event')
    return `${me}：${triggersWords(node)}时开始，${next(compiled, node)}。`;
  const others = node.nonInterrupting ? '其他事项照常进行' : '正在办的其他事项全部停下';
  return `${me}：办理过程中${triggersWords(node)}时，${others}，${next(compiled, node)}。`;
}

function boundary(compiled: CompiledFlow, node: CompiledNode): string {
  const host = node.attachedTo === undefined ? '' : called(compiled, node.attachedTo);
  const [trigger] = node.triggers ?? [];
  if (trigger?.kind === 'compensation') {
    const undo = node.handler === undefined ? '没有画由哪一步来撤销' : `由${called(compiled, node.handler)}来撤销`;
    return `${host}办完之后如果需要撤销，${undo}。`;
  }
  if (node.nonInterrupting) return `${host}${during(node)}，原来的办理不停，另外${next(compiled, node)}。`;
  return `${host}${during(node)}的，没办完的就此停下，${next(compiled, node)}。`;
}

/** A single time that passes is said as people say it. */
function during(node: CompiledNode): string {
  const words = triggersWords(node);
  const [trigger, more] = node.triggers ?? [];
  if (more === undefined && trigger?.kind === 'timer') {
    if (trigger.timer?.kind === 'duration') return `超过 ${words.replace(/^过了 /, '')}还没办完`;
    if (trigger.timer?.kind === 'date') return `${words}还没办完`;
    return `没办完期间，${words}`;
  }
  return trigger?.kind === 'error' ? `里${words}` : `办理期间${words}`;
}

/** What a throwing event does. */
function thrown(compiled: CompiledFlow, { triggers = [] }: CompiledNode): string {
  return triggers.map((trigger) => throwWords(compiled, trigger)).join('、');
}

function throwWords(compiled: CompiledFlow, trigger: Trigger): string {
  switch (trigger.kind) {
    case 'message':
      return `发出消息“${trigger.name ?? ''}”`;
    case 'signal':
      return `发出信号“${trigger.name ?? ''}”`;
    case 'escalation':
      return trigger.code === null ? '向上一级报告' : `向上一级报告“${trigger.code}”`;
    case 'error':
      return trigger.code === null ? '报错' : `报错“${trigger.code}”`;
    case 'compensation':
      return trigger.activity === null
        ? '把已经办完的逐一撤销'
        : `撤销${Object.hasOwn(compiled.nodes, trigger.activity) ? called(compiled, trigger.activity) : '已经办完的'}`;
    case 'cancel':
      return '取消整个事务，办完的逐一撤销';
    case 'terminate':
      return '正在办的其他事项全部停下';
    default:
      return '';
  }
}

function end(compiled: CompiledFlow, me: string, node: CompiledNode): string {
  const words = thrown(compiled, node);
  const before = words === '' ? '' : `，${words}`;
  const { kind, parent, triggered = [] } = scopeOf(compiled, node.scope);
  const replaces =
    kind === 'event' && parent === compiled.processId && !triggered.some((id) => nodeOf(compiled, id).nonInterrupting);
  if (kind !== 'process' && !replaces) return `${me}结束这个子流程${before}。`;
  const outcome = node.outcome ?? 'accepted';
  return `${me}结束${before}，结果记为“${outcomeWords(outcome)}”。`;
}
