import type {
  CancelUntil,
  Dedupe,
  NodeVerb,
  ReturnAfter,
  ReturnWhere,
  SeatRule,
  TaskPurpose,
} from '../../bpmn/model.js';
import { NODE_VERBS } from '../../bpmn/model/approval.js';

// The words for what is set in a drawing about deciding: the same in the designer, in the difference of two versions and
// in the flow told as text.

export const VERB_WORDS: Readonly<Record<NodeVerb, string>> = {
  submit: '提交',
  approve: '同意',
  return: '退回',
  reject: '不予通过',
  withdraw: '撤回',
  transfer: '转办',
  delegate: '委派',
  addSigner: '加签',
  removeSigner: '减签',
  cc: '抄送',
  circulate: '传阅',
  urge: '催办',
  comment: '沟通',
  extend: '延期申请',
};

/** Verbs that make no sense at a node of the other purpose. */
const NOT_AT: Readonly<Record<TaskPurpose, readonly NodeVerb[]>> = {
  draft: ['approve', 'return', 'reject', 'addSigner', 'removeSigner'],
  review: ['submit'],
};

/** Verbs that a node of this purpose may offer. */
export const verbsFor = (purpose: TaskPurpose): readonly NodeVerb[] =>
  NODE_VERBS.filter((verb) => !NOT_AT[purpose].includes(verb));

/** What may be done, or, where that is shorter, what may not: `同意、退回`, `加签、减签以外的`. */
export function verbsWords(verbs: readonly NodeVerb[], purpose: TaskPurpose): string {
  const words = (some: readonly NodeVerb[]): string => some.map((verb) => VERB_WORDS[verb]).join('、');
  const missing = verbsFor(purpose).filter((verb) => !verbs.includes(verb));
  return missing.length > 0 && missing.length < verbs.length ? `${words(missing)}以外的` : words(verbs);
}

export const RETURN_WHERE_WORDS: Readonly<Record<ReturnWhere, string>> = {
  drafter: '最近的填报人',
  previous: '上一环节',
  any: '任何一个经过的环节',
  named: '指定的环节',
};

export const RETURN_AFTER_WORDS: Readonly<Record<ReturnAfter, string>> = {
  direct: '直接回到退回的人',
  replay: '从头再走一遍',
  ask: '由退回的人当时决定',
};

export const DEDUPE_WORDS: Readonly<Record<Dedupe, string>> = {
  off: '不去重',
  adjacent: '同一个人连着审核的，只办一次',
  first: '同一个人审核几次的，只办第一次',
  last: '同一个人审核几次的，只办最后一次',
};

export const CANCEL_UNTIL_WORDS: Readonly<Record<CancelUntil, string>> = {
  review: '有人审核之前可以撤销',
  accepted: '办结之前都可以撤销',
  never: '不能撤销',
};

/** Shares that people know by name. Rounded down: 0.67 of three would be all three. */
export const SHARES = { majority: 0.501, twoThirds: 0.6666, threeQuarters: 0.75, all: 1 } as const;

/** `三分之二`, `过半数`, `60%`. */
export function shareWords(share: number): string {
  if (share === 1) return '全部';
  if (share > 0.5 && share <= 0.51) return '过半数';
  if (share > 0.66 && share < 0.6667) return '三分之二';
  if (share === 0.75) return '四分之三';
  return share === 0.5 ? '半数' : `${Math.round(share * 1000) / 10}%`;
}

/** `每人一席，三分之二同意通过，一票否决`. */
export function seatsWords(seats: SeatRule): string {
  const each = seats.per === 'unit' ? '每个单位一席' : '每人一席';
  const collected = seats.decide === 'collect' ? ['收齐意见再出结果'] : [];
  switch (seats.mode) {
    case 'any':
      return `${each}，一席办理即可`;
    case 'sequence':
      return `${each}，依次办理，都同意才通过`;
    case 'all':
      return [each, '都同意才通过', ...collected].join('，');
    case 'vote':
      return [each, passWords(seats), ...failWords(seats), ...collected].join('，');
  }
}

function passWords({ passRatio, passCount }: SeatRule): string {
  if (passCount !== undefined) return `${passCount} 票同意通过`;
  return passRatio === undefined ? '全部同意通过' : `${shareWords(passRatio)}同意通过`;
}

const failWords = ({ rejectCount, veto }: SeatRule): readonly string[] => [
  ...(rejectCount === undefined ? [] : [`${rejectCount} 票反对就不通过`]),
  ...(veto === true ? ['一票否决'] : []),
];
