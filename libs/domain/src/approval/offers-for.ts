import { nodeInfo } from '../run/node-info.js';
import type { ActContext, Offer, Verb } from './act.js';
import { judge } from './judge.js';

const DRAFT: readonly Verb[] = ['claim', 'release', 'save', 'submit'];
const REVIEW: readonly Verb[] = ['claim', 'release', 'approve', 'return'];

/** The buttons of a task for one person, each allowed or with the reason why not; the same judgement as `perform`. */
export function offersFor(context: ActContext): readonly Offer[] {
  const node = nodeInfo(context.workflow, context.task.nodeId);
  const labels: Readonly<Record<Verb, string>> = {
    claim: '签收',
    release: '退还',
    save: '保存草稿',
    submit: node?.submitLabel ?? '提交',
    approve: node?.approveLabel ?? '通过',
    return: '退回',
  };
  return (node?.purpose === 'draft' ? DRAFT : REVIEW).map((verb) => {
    const refusal = judge(context, verb);
    if (refusal === null) return { verb, label: labels[verb], allowed: true };
    const { code, message, cure } = refusal;
    return { verb, label: labels[verb], allowed: false, code, reason: message, ...(cure !== undefined && { cure }) };
  });
}
