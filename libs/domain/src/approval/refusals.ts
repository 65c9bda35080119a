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
export const reasonRequired = (): Refusal => ({
  code: 'reason-required',
  message: '退回必须写明原因，至少两个字。',
  cure: '请写清楚要补正什么，对方会看到。',
  field: 'reason',
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
