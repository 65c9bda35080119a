import type { CivilDate } from '@chengban/domain';

export const DEPUTY_STATES = {
  coming: '尚未开始',
  active: '代理中',
  over: '已到期',
  ended: '已提前结束',
} as const;

export type DeputyState = keyof typeof DEPUTY_STATES;

/** What a rule is on a day. */
export function stateOf(
  rule: { readonly validFrom: CivilDate; readonly validTo: CivilDate; readonly endedAt: Date | null },
  today: CivilDate,
): DeputyState {
  if (rule.endedAt !== null) return 'ended';
  if (today > rule.validTo) return 'over';
  return today < rule.validFrom ? 'coming' : 'active';
}
