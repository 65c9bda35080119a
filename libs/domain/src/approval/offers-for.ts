import { nodeInfo } from '../run/node-info.js';
import type { NodeInfo } from '../run/node-info.js';
import type { Refusal } from '../shared/refusal.js';
import type { ActContext, MatterContext, MatterVerb, Offer, TaskVerb, Verb } from './act.js';
import { judge } from './judge.js';
import { delegationUnderWay, findSeat } from './standing/find-seat.js';
import { judgeCancel } from './verbs/stop.js';
import { judgeConfirm } from './verbs/reroute.js';
import { judgeUrge } from './verbs/urge.js';
import { judgeWithdraw } from './verbs/withdraw.js';
import { returnTargets } from './verbs/return.js';

const DRAFT: readonly TaskVerb[] = ['claim', 'release', 'save', 'submit', 'transfer'];
const REVIEW: readonly TaskVerb[] = [
  'claim',
  'release',
  'approve',
  'return',
  'reject',
  'transfer',
  'delegate',
  'addSigner',
  'removeSigner',
];
const DELEGATED: readonly TaskVerb[] = ['claim', 'release', 'reply'];

export const VERB_LABELS: Readonly<Record<Verb, string>> = {
  claim: '签收',
  release: '退还',
  save: '保存草稿',
  submit: '提交',
  approve: '通过',
  return: '退回',
  reject: '不予通过',
  transfer: '转办',
  delegate: '委派',
  reply: '回复委派',
  addSigner: '加签',
  removeSigner: '减签',
  withdraw: '撤回',
  cancel: '撤销',
  terminate: '终止',
  reopen: '重开',
  urge: '催办',
  reroute: '调度',
  confirmReroute: '确认调度',
  dropReroute: '取消调度',
  handOver: '交接',
};

/** The buttons of a task for one person, each allowed or with the reason why not; the same judgement as `perform`. */
export function offersFor(context: ActContext): readonly Offer[] {
  const found = findSeat(context.standing, context.seat);
  const node = found === null ? null : nodeInfo(context.workflow, found.sitting.nodeId);
  return verbsAt(context, node).map((verb) => {
    const offer = offerOf(verb, labelAt(node, verb), judge(context, verb));
    if (verb !== 'return' || !offer.allowed || found === null) return offer;
    const targets = returnTargets(context, found.sitting);
    return targets.ok ? { ...offer, targets: targets.value } : offer;
  });
}

function verbsAt(context: ActContext, node: NodeInfo | null): readonly TaskVerb[] {
  const found = findSeat(context.standing, context.seat);
  if (found !== null && delegationUnderWay(found.seat) !== null) return DELEGATED;
  if (node?.purpose === 'draft') return DRAFT;
  // what the node leaves out is no button, rather than a button that never works
  const { verbs } = node ?? {};
  return verbs === undefined
    ? REVIEW
    : REVIEW.filter((verb) => ALWAYS.has(verb) || (verbs as readonly string[]).includes(verb));
}

const ALWAYS: ReadonlySet<TaskVerb> = new Set<TaskVerb>(['claim', 'release']);

/** What may be done with the matter as a whole, as far as the flow has a say; whose it is the ability says. */
export function matterOffersFor(context: MatterContext): readonly Offer[] {
  const { marking, reroute } = context.standing;
  const offer = (verb: MatterVerb, refusal: Refusal | null): Offer => offerOf(verb, VERB_LABELS[verb], refusal);
  if (marking.status === 'completed') return [offer('reopen', null)];
  const moves: readonly Offer[] =
    reroute === null
      ? [offer('reroute', null)]
      : [offer('confirmReroute', judgeConfirm(context)), offer('dropReroute', null)];
  return [
    offer('withdraw', judgeWithdraw(context)),
    offer('cancel', judgeCancel(context)),
    offer('urge', judgeUrge(context)),
    offer('terminate', null),
    ...moves,
  ];
}

/** The verb as the drawing names it at a node. */
export function labelAt(node: Pick<NodeInfo, 'submitLabel' | 'approveLabel'> | null, verb: Verb): string {
  if (verb === 'submit') return node?.submitLabel ?? VERB_LABELS.submit;
  return verb === 'approve' ? (node?.approveLabel ?? VERB_LABELS.approve) : VERB_LABELS[verb];
}

function offerOf(verb: Verb, label: string, refusal: Refusal | null): Offer {
  if (refusal === null) return { verb, label, allowed: true };
  const { code, message, cure } = refusal;
  return { verb, label, allowed: false, code, reason: message, ...(cure !== undefined && { cure }) };
}
