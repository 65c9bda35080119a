import type { FlowNode } from '@chengban/domain';

type Loop = NonNullable<Extract<FlowNode, { kind: 'userTask' }>['loop']>;

/** The loop marker in words: how often, by what, until when. */
export function loopInWords(loop: Loop): string {
  if (loop.kind === 'standard') {
    const told = [
      loop.testBefore ? '先看条件再办' : null,
      loop.condition && loop.condition.text ? `条件“${loop.condition.text}”成立就再办一次` : null,
      loop.maximum === null ? null : `最多 ${loop.maximum} 次`,
    ];
    return ['循环', ...told.filter((part) => part !== null)].join('，');
  }
  const told = [
    loop.sequential ? '逐个办理' : '同时办理（会签）',
    loop.collection ? `按名单“${loop.collection}”` : null,
    loop.cardinality && loop.cardinality.text ? copies(loop.cardinality.text) : null,
    loop.completionCondition && loop.completionCondition.text ? `到“${loop.completionCondition.text}”为止` : null,
    loop.output ? `结果汇总到“${loop.output}”` : null,
  ];
  return told.filter((part) => part !== null).join('，');
}

const copies = (text: string): string => (/^\d+$/.test(text) ? `共 ${text} 份` : `份数按“${text}”`);
