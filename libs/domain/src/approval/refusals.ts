import type { Refusal } from '../shared/refusal.js';

export const taskClosed = (status: 'completed' | 'cancelled'): Refusal => ({
  code: 'task-closed',
  message: status === 'completed' ? '这件待办已经办完了。' : '这件待办已经取消了。',
  cure: '请刷新待办列表。',
});
export const notCandidate = (): Refusal => ({
  code: 'not-candidate',
  message: '您不是这件待办的办理人。',
  cure: '需要由您办理的，请联系流程管理员调整办理人。',
});
export const heldByAnother = (): Refusal => ({
  code: 'held-by-another',
  message: '这件待办已由他人签收，正在办理。',
  cure: '需要由您办理的，请对方先退还。',
});
export const alreadyHeld = (): Refusal => ({
  code: 'already-claimed',
  message: '您已经签收了这件待办。',
  cure: '可以直接办理。',
});
export const notClaimed = (): Refusal => ({
  code: 'not-claimed',
  message: '这件待办还没有人签收，不用退还。',
  cure: '要办理的，请先签收。',
});
export const drafterCannotReview = (): Refusal => ({
  code: 'drafter-cannot-review',
  message: '您参与了这份材料的起草，不能再审核它。',
  cure: '请由本单位其他审核人办理。',
});
export const wrongVerb = (drafting: boolean): Refusal => ({
  code: 'wrong-verb',
  message: drafting ? '填报环节只能保存或提交，不能审核。' : '审核环节只能通过或退回，不能填报。',
  cure: '请刷新页面，使用页面下方的按钮。',
});
export const reasonRequired = (verb: string): Refusal => ({
  code: 'reason-required',
  message: `${REASONED[verb] ?? '这个操作'}必须写明原因，至少两个字。`,
  cure: verb === 'return' ? '请写清楚要补正什么，对方会看到。' : '请写清楚为什么，会记入流转记录。',
  field: 'reason',
});
const REASONED: Readonly<Record<string, string>> = {
  return: '退回',
  reject: '不予通过',
  transfer: '转办',
  removeSigner: '减签',
  withdraw: '撤回',
  cancel: '撤销',
  terminate: '终止',
  reroute: '调度',
  reopen: '重开',
  handOver: '交接',
};
export const opinionRequired = (): Refusal => ({
  code: 'opinion-required',
  message: '回复委派要写意见。',
  cure: '请写好意见再回复。',
  field: 'opinion',
});
export const textTooLong = (field: 'reason' | 'opinion', limit: number): Refusal => ({
  code: field === 'reason' ? 'reason-too-long' : 'opinion-too-long',
  message: `${field === 'reason' ? '退回原因' : '意见'}超过了 ${limit} 个字。`,
  cure: '请精简文字，详细内容放进附件。',
  field,
});
export const noReturnTarget = (): Refusal => ({
  code: 'no-return-target',
  message: '前面没有可以退回的填报环节。',
  cure: '请联系流程管理员，在这个节点上设置退回到哪里。',
});
export const severalTasks = (name: string): Refusal => ({
  code: 'several-tasks',
  message: `“${name}”同时有几件待办，分不清要办的是哪一件。`,
  cure: '请从待办列表打开要办的那一件。',
});
export const notYourTurn = (): Refusal => ({
  code: 'not-your-turn',
  message: '还没有轮到这一席办理。',
  cure: '前面的办理人办完后，会自动送到您这里。',
});
export const decidedAlready = (): Refusal => ({
  code: 'decided-already',
  message: '您在这个环节已经表过态，一个人不能表态两次。',
  cure: '这一席请由原办理人本人或其他人办理。',
});
export const delegatedOnly = (): Refusal => ({
  code: 'delegated-only',
  message: '这件待办是别人委派给您的，您只能回复，不能直接作决定。',
  cure: '请写好意见后点“回复委派”，由委派人作决定。',
});
export const notDelegated = (): Refusal => ({
  code: 'not-delegated',
  message: '这件待办不是委派给您的，不用回复。',
  cure: '请直接办理。',
});
export const notAtThisNode = (): Refusal => ({
  code: 'not-at-this-node',
  message: '这个环节没有开放这个操作。',
  cure: '需要使用的，请流程管理员在流程设计里为这个环节勾选。',
});
export const onlyCandidate = (): Refusal => ({
  code: 'only-candidate',
  message: '这件待办只有您一个办理人，不能退还。',
  cure: '不该由您办理的，请用“转办”交给合适的人。',
});
export const nobodyToRemove = (): Refusal => ({
  code: 'nobody-to-remove',
  message: '没有可以减掉的加签人：您没有加过签，或者他们已经办理。',
  cure: '只有自己加的、还没有办理的人可以减掉。',
});
export const notPassed = (name: string): Refusal => ({
  code: 'not-passed',
  message: `“${name}”没有真正办理过，不能退回到那里。`,
  cure: '请在退回的列表里选一个已经办过的环节。',
});
export const whereNotAllowed = (): Refusal => ({
  code: 'return-where-not-allowed',
  message: '这个环节不允许这样退回。',
  cure: '请在退回的列表里选；需要放开的，请流程管理员修改这个环节的退回设置。',
});
export const afterNotAllowed = (): Refusal => ({
  code: 'return-after-not-allowed',
  message: '这个环节规定了重新报送以后怎么走，不能自己选。',
  cure: '请按默认的方式退回。',
});
export const samePerson = (): Refusal => ({
  code: 'same-person',
  message: '这件待办本来就由这个人办理。',
  cure: '请选另外的人。',
  field: 'toId',
});
export const alreadySeated = (): Refusal => ({
  code: 'already-seated',
  message: '选的人已经是这个环节的办理人，一个人不能占两席。',
  cure: '请选另外的人。',
  field: 'personIds',
});
export const drafterChosen = (): Refusal => ({
  code: 'drafter-chosen',
  message: '选的人参与了这份材料的起草，不能参加审核。',
  cure: '请选没有参与起草的人。',
  field: 'personIds',
});
export const notInDirectory = (): Refusal => ({
  code: 'person-unknown',
  message: '选的人不存在，或者现在没有任何职务。',
  cure: '请从通讯录里重新选。',
  field: 'personIds',
});
export const outsideUnit = (): Refusal => ({
  code: 'outside-unit',
  message: '填报只能转给本单位的人，别的单位看不到草稿。',
  cure: '请选本单位的人。',
  field: 'toId',
});
export const nobodyChosen = (): Refusal => ({
  code: 'nobody-chosen',
  message: '没有选人。',
  cure: '请至少选一个人。',
  field: 'personIds',
});
export const tooManyChosen = (most: number): Refusal => ({
  code: 'too-many-chosen',
  message: `选的人太多，最多 ${most} 个。`,
  cure: '请减少人数后再试。',
  field: 'personIds',
});
export const signerActed = (): Refusal => ({
  code: 'signer-acted',
  message: '这个人已经办理，或者不是您加的，不能减掉。',
  cure: '只有自己加的、还没有办理的人可以减掉。',
});
export const lastSeat = (): Refusal => ({
  code: 'last-seat',
  message: '这是最后一席，减掉就没有人办理了。',
  cure: '要换人的，请用“转办”。',
});
export const nothingToWithdraw = (): Refusal => ({
  code: 'nothing-to-withdraw',
  message: '这件事项里没有您可以撤回的办理。',
  cure: '只能撤回自己最近一次、后面还没有人接手的办理。',
});
export const withdrawTooLate = (): Refusal => ({
  code: 'withdraw-too-late',
  message: '您办理以后，后面的环节已经有人签收或办理，不能撤回。',
  cure: '请联系正在办理的人，由对方退回。',
});
export const withdrawSent = (): Refusal => ({
  code: 'withdraw-sent',
  message: '您办理以后，流程已经向外发出了消息，不能撤回。',
  cure: '请联系正在办理的人，由对方退回。',
});
export const cancelTooLate = (): Refusal => ({
  code: 'cancel-too-late',
  message: '审核人已经办理过，发起人不能再撤销。',
  cure: '需要停办的，请联系流程管理员终止。',
});
export const cancelNotAllowed = (): Refusal => ({
  code: 'cancel-not-allowed',
  message: '这个流程不允许撤销。',
  cure: '需要停办的，请联系流程管理员终止。',
});
export const notStarter = (): Refusal => ({
  code: 'not-starter',
  message: '只有发起人和起草人可以撤销。',
  cure: '请联系发起人办理。',
});
export const reopenRunning = (): Refusal => ({
  code: 'reopen-running',
  message: '这件事项还在办理，不用重开。',
  cure: '要求补正的，请用“退回”。',
});
export const urgedJustNow = (): Refusal => ({
  code: 'urged-just-now',
  message: '刚刚催办过，同一件待办一天只能催办一次。',
  cure: '请明天再催，或者直接电话联系。',
});
export const nobodyToUrge = (): Refusal => ({
  code: 'nobody-to-urge',
  message: '这件事项现在没有人在办，不用催办。',
  cure: '请刷新页面查看最新进度。',
});
export const rerouteUnsound = (name: string): Refusal => ({
  code: 'reroute-unsound',
  message: `调到“${name}”以后，流程可能停住或者重复办理，没有执行。`,
  cure: '请选另一个环节，或者先等并行的环节办完。',
});
export const rerouteUnproven = (name: string): Refusal => ({
  code: 'reroute-unproven',
  message: `调到“${name}”以后流程还能不能走完，系统查不出来，没有执行。`,
  cure: '请选一个已经办过的环节，或者先等并行的环节办完。',
});
export const rerouteNotAsked = (): Refusal => ({
  code: 'reroute-not-asked',
  message: '现在没有等待确认的调度。',
  cure: '请刷新页面查看最新进度。',
});
export const rerouteSamePerson = (): Refusal => ({
  code: 'reroute-same-person',
  message: '调度要由另一个人确认，提出的人不能自己确认。',
  cure: '请另一位流程管理员确认。',
});
export const rerouteAskedAlready = (): Refusal => ({
  code: 'reroute-asked-already',
  message: '已经有一个调度在等待确认。',
  cure: '请先确认或取消它。',
});
export const nothingToHandOver = (): Refusal => ({
  code: 'nothing-to-hand-over',
  message: '这件事项里没有可以交接的待办。',
  cure: '请刷新交接清单。',
});
export const notAChoice = (name: string): Refusal => ({
  code: 'not-a-choice',
  message: `“${name}”的办理人不在可以选的范围里。`,
  cure: '请从列表里重新选。',
  field: 'chosen',
});
