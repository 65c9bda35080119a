// How a review is decided, what may be done at it, and what holds for the whole flow.

export const SEAT_MODES = ['any', 'all', 'sequence', 'vote'] as const;
/** 或签: the first decides; 会签: all; 依次: one after the other; 票签: counted. */
export type SeatMode = (typeof SEAT_MODES)[number];

export const SEATS_PER = ['person', 'unit'] as const;
/** A seat for each candidate, or one for each unit that any of its candidates may claim. */
export type SeatsPer = (typeof SEATS_PER)[number];

export const SEATS_DECIDE = ['atOnce', 'collect'] as const;
/** As soon as the result is certain, or after the last vote. */
export type SeatsDecide = (typeof SEATS_DECIDE)[number];

/** Several people decide. Absent: one seat that any candidate may claim. Numbers are NaN when drawn as no number. */
export interface SeatRule {
  readonly mode: SeatMode;
  readonly per: SeatsPer;
  /** vote: share of approvals among all seats that passes, in (0, 1] */
  readonly passRatio?: number;
  /** vote: number of approvals that passes */
  readonly passCount?: number;
  /** vote: number of rejections that fails */
  readonly rejectCount?: number;
  /** 一票否决: one rejection fails, whatever the count */
  readonly veto?: true;
  readonly decide: SeatsDecide;
}

/** Verbs that a node may leave out. Claiming, saving and what the administrator does are never narrowed. */
export const NODE_VERBS = [
  'submit',
  'approve',
  'return',
  'reject',
  'withdraw',
  'transfer',
  'delegate',
  'addSigner',
  'removeSigner',
  'cc',
  'circulate',
  'urge',
  'comment',
  'extend',
] as const;
export type NodeVerb = (typeof NODE_VERBS)[number];

export const RETURN_WHERE = ['drafter', 'previous', 'any', 'named'] as const;
/** Where a return may lead: the latest drafting task, the step before, any node passed, the node of `returnTo`. */
export type ReturnWhere = (typeof RETURN_WHERE)[number];

export const RETURN_AFTER = ['direct', 'replay', 'ask'] as const;
/** After resubmission: straight back to the returner, the way again, or as the returner says. */
export type ReturnAfter = (typeof RETURN_AFTER)[number];

export const DEDUPES = ['off', 'adjacent', 'first', 'last'] as const;
/** 自动去重 of one person among several reviews: none; of neighbours; only the first, or the last, is asked. */
export type Dedupe = (typeof DEDUPES)[number];

export const CANCEL_UNTIL = ['review', 'accepted', 'never'] as const;
/** How long the starter may cancel: until a reviewer acted (also when absent), until it is accepted, never. */
export type CancelUntil = (typeof CANCEL_UNTIL)[number];

/** An attribute whose value is none of those that it may have, as drawn. */
export interface SettingProblem {
  /** name of the attribute without its prefix, as a finding's property */
  readonly property: string;
  readonly value: string;
}
