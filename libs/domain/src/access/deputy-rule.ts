import type { CivilDate } from '../shared/instant.js';
import type { Refusal } from '../shared/refusal.js';

/** 代理: from one day to another, both included, the deputy does the principal's tasks. */
export interface DeputyRule {
  readonly principalId: string;
  readonly deputyId: string;
  readonly from: CivilDate;
  readonly to: CivilDate;
  /** definition keys; null: every flow */
  readonly keys: readonly string[] | null;
}

/** A rule that has been made and not ended. */
export interface StandingRule extends DeputyRule {
  readonly deputyName: string;
}

/**
 * Why a rule cannot be made, or null. A deputy's own deputy does not chain, so a circle would not hand a task round; it
 * would leave everybody in it to somebody who is away, and is refused whatever its length.
 */
export function refuseDeputyRule(
  wanted: DeputyRule,
  standing: readonly StandingRule[],
  today: CivilDate,
): Refusal | null {
  if (wanted.principalId === wanted.deputyId) return deputyIsSelf();
  if (wanted.to < wanted.from) return windowReversed();
  if (wanted.from < today) return windowInPast();
  if (wanted.to >= sameDayNextYear(wanted.from)) return windowTooLong();
  if (wanted.keys?.length === 0) return noFlowChosen();
  const other = standing.find((rule) => rule.principalId === wanted.principalId && meet(rule, wanted));
  if (other) return overlaps(other);
  const back = leadsBack(wanted, wanted, standing);
  return back ? inCircle(back) : null;
}

/** The last rule of a circle that `rule` would close, or null. Each step keeps to the days and flows of the steps before. */
function leadsBack(wanted: DeputyRule, rule: DeputyRule, standing: readonly StandingRule[]): StandingRule | null {
  for (const next of standing) {
    if (next.principalId !== rule.deputyId || !meet(next, rule)) continue;
    if (next.deputyId === wanted.principalId) return next;
    const rest = standing.filter((other) => other !== next);
    const back = leadsBack(wanted, { ...next, ...common(next, rule) }, rest);
    if (back) return back;
  }
  return null;
}

/** Whether some task of some day would fall under both. */
const meet = (a: DeputyRule, b: DeputyRule): boolean => {
  const { from, to, keys } = common(a, b);
  return from <= to && keys?.length !== 0;
};

const common = (a: DeputyRule, b: DeputyRule): Pick<DeputyRule, 'from' | 'to' | 'keys'> => ({
  from: a.from > b.from ? a.from : b.from,
  to: a.to < b.to ? a.to : b.to,
  keys: a.keys === null ? b.keys : b.keys === null ? a.keys : a.keys.filter((key) => b.keys?.includes(key)),
});

/** Compared as text only, so that 29 February needs no day of its own in the next year. */
const sameDayNextYear = (day: CivilDate): CivilDate => `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;

const deputyIsSelf = (): Refusal => ({
  code: 'deputy-is-self',
  message: '不能让自己代理自己。',
  cure: '请选择另一位同事作代理人。',
  field: 'deputyId',
});
const windowReversed = (): Refusal => ({
  code: 'window-reversed',
  message: '代理的最后一天早于第一天。',
  cure: '请改正起止日期；只代理一天的，两个日期填同一天。',
  field: 'to',
});
const windowInPast = (): Refusal => ({
  code: 'window-in-past',
  message: '代理不能从过去的日期开始。',
  cure: '请从今天或以后的日期开始；已经办过的事项不受影响。',
  field: 'from',
});
const windowTooLong = (): Refusal => ({
  code: 'window-too-long',
  message: '代理最长一年。',
  cure: '请把最后一天改到一年以内；到期后仍需代理的，可以再设置一次。',
  field: 'to',
});
const noFlowChosen = (): Refusal => ({
  code: 'no-flow-chosen',
  message: '没有选择要代理哪些流程。',
  cure: '请至少选择一个流程，或者改为“全部流程”。',
  field: 'definitionKeys',
});
const overlaps = ({ deputyName, from, to }: StandingRule): Refusal => ({
  code: 'deputy-overlaps',
  message: `${from} 至 ${to} 已经由${deputyName}代理，同一件待办不能有两个代理人。`,
  cure: '请先结束那条代理，或者选择别的日期、别的流程。',
  field: 'from',
});
const inCircle = ({ deputyName, from, to }: StandingRule): Refusal => ({
  code: 'deputy-circle',
  message: `不能互相代理：${from} 至 ${to}，这位代理人自己的待办（直接或间接）正由${deputyName}代理。`,
  cure: '代理不会一级一级转下去，请选择这段时间在岗的同事。',
  field: 'deputyId',
});
