import type { Loop } from '../../bpmn/model.js';
import { nodeOf, scopeOf } from '../../compile/compiled-flow.js';
import type { CompiledFlow, CompiledNode } from '../../compile/compiled-flow.js';
import { userTaskSentences } from './user-tasks.js';
import { called, conditionWords, handlerWords, next } from './words.js';

/** An activity in words; null for anything else. */
export function activitySentences(compiled: CompiledFlow, id: string): readonly string[] | null {
  const node = nodeOf(compiled, id);
  const told = whatHappens(compiled, id, node);
  return told === null
    ? null
    : [...told, ...repetition(called(compiled, id), node.loop), ...quantities(compiled, id, node)];
}

function whatHappens(compiled: CompiledFlow, id: string, node: CompiledNode): readonly string[] | null {
  const me = called(compiled, id);
  const then = node.forCompensation ? '这一项只在撤销时办' : next(compiled, node);
  switch (node.kind) {
    case 'userTask':
      return userTaskSentences(compiled, id, node, then);
    case 'task':
    case 'manualTask':
      return [`${me}在系统外办理，流程不等，直接${then}。`];
    case 'serviceTask':
      return [`${me}由系统自动办理（${handlerWords(node.serviceHandler)}），办成后${then}。`];
    case 'sendTask':
      return [`${me}发出消息“${node.message ?? ''}”，然后${then}。`];
    case 'receiveTask':
      return [`${me}在这里等，收到消息“${node.message ?? ''}”后${then}。`];
    case 'scriptTask':
      return [`${me}由系统计算${node.result === undefined ? '' : `“${node.result}”`}，然后${then}。`];
    case 'businessRuleTask':
      return [
        `${me}按决策表“${node.decision ?? ''}”得出${node.result === undefined ? '结论' : `“${node.result}”`}，然后${then}。`,
      ];
    case 'callActivity':
      return [`${me}按流程“${node.called ?? ''}”办理，全部办完后${then}。`];
    case 'subProcess':
      return [subProcess(compiled, me, node, then)];
    default:
      return null;
  }
}

function subProcess(compiled: CompiledFlow, me: string, node: CompiledNode, then: string): string {
  const scope = scopeOf(compiled, node.inside ?? '');
  switch (scope.kind) {
    case 'event':
      return `${me}是过程中随时可能发生的事，发生了才办。`;
    case 'transaction':
      return `${me}是一个事务，里面全部办成才算数，取消时办完的逐一撤销；办完后${then}。`;
    case 'adHoc': {
      const order = scope.ordering === 'sequential' ? '一项办完再办另一项' : '各项不分先后';
      const enough = scope.completionCondition === undefined ? '都办完' : `满足 ${scope.completionCondition.trim()} `;
      return `${me}里面${order}，${enough}后${then}。`;
    }
    default:
      return `${me}是一个子流程，里面办完后，${then}。`;
  }
}

function repetition(me: string, loop: Loop | undefined): readonly string[] {
  if (loop === undefined) return [];
  if (loop.kind === 'standard') {
    const most = loop.maximum === null ? '' : `，最多 ${loop.maximum} 遍`;
    const condition = loop.condition === null ? '' : `，只要满足 ${loop.condition.text.trim()} 就再办一遍`;
    return [`${me}可以反复办${condition}${most}。`];
  }
  const each =
    loop.collection === null
      ? `办 ${loop.cardinality?.text.trim() ?? '?'} 份`
      : `给 ${loop.collection.trim()} 里的每一项各办一份`;
  const order = loop.sequential ? '一份接一份' : '同时进行';
  const enough =
    loop.completionCondition === null
      ? '全部办完才往下走'
      : `${conditionWords(loop.completionCondition.text)}就往下走，没办完的撤销`;
  const gathered = loop.output === null ? '' : `，各份的结果汇总到“${loop.output}”`;
  return [`${me}${each}，${order}，${enough}${gathered}。`];
}

function quantities(compiled: CompiledFlow, id: string, node: CompiledNode): readonly string[] {
  if (node.startQuantity === undefined) return [];
  return [`${called(compiled, id)}等前面来了 ${node.startQuantity} 项才开始。`];
}
