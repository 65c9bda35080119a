import { yearOf } from '../calendar/civil-date.js';
import type { Finding } from '../shared/finding.js';
import type { CivilDate } from '../shared/instant.js';
import { expandMilestones, progressDays } from './expand-milestones.js';
import type { Measure } from './measure.js';
import { measureKey, obligationNumber } from './obligation.js';
import type { ObligationDraft } from './obligation.js';
import { obligationKind } from './obligation-kind.js';
import type { Plan, PlanPolicy } from './plan.js';
import { resolveUnits } from './resolve-units.js';
import { selectBySector } from './select-by-sector.js';
import type { UnitGroup, UnitRecord } from './unit.js';

export interface ObligationInput {
  readonly plan: Pick<Plan, 'code' | 'measures'>;
  readonly units: readonly UnitRecord[];
  readonly groups: readonly UnitGroup[];
  readonly policy: PlanPolicy;
  /** obligations that already have a number: they keep it, new ones take the numbers after the measure's highest */
  readonly existing?: readonly Pick<ObligationDraft, 'key' | 'seq'>[];
}

export interface GeneratedObligations {
  readonly obligations: readonly ObligationDraft[];
  readonly findings: readonly Finding[];
}

type Unnumbered = Omit<ObligationDraft, 'number' | 'seq'>;

/** Keys depend on nothing but measure, unit and day: run twice, or after a unit joined, the same obligation has the same key. */
export function generateObligations(input: ObligationInput): GeneratedObligations {
  const obligations: ObligationDraft[] = [];
  const findings: Finding[] = [];
  const seqs = new Map((input.existing ?? []).map(({ key, seq }) => [key, seq]));
  for (const measure of input.plan.measures) {
    const drafted = draftMeasure(measure, input);
    findings.push(...drafted.findings);
    const prefix = `${measureKey(measure.no)}/`;
    let highest = 0;
    for (const [key, seq] of seqs) if (key.startsWith(prefix)) highest = Math.max(highest, seq);
    for (const draft of drafted.drafts) {
      const seq = seqs.get(draft.key) ?? (highest += 1);
      obligations.push({ ...draft, seq, number: obligationNumber(input.plan.code, measure.no, seq) });
    }
  }
  return { obligations, findings };
}

function draftMeasure(
  measure: Measure,
  input: ObligationInput,
): { drafts: readonly Unnumbered[]; findings: readonly Finding[] } {
  const { units, groups, policy } = input;
  const drafts: Unnumbered[] = [];
  const findings = new Map<string, Finding>();
  const report = (found: Finding): void => {
    const message = `第 ${measure.no} 项措施：${found.message}`;
    findings.set(`${found.code} ${message}`, { ...found, message });
  };
  const resolveOn = (day: CivilDate): readonly string[] => {
    const resolved = resolveUnits(measure.units, units, groups, day);
    resolved.findings.forEach(report);
    return resolved.unitIds;
  };
  const add = (unitId: string, dueOn: CivilDate, name: string, requirement: string, progress: boolean): void => {
    const base = `${measureKey(measure.no)}/${unitId}/${name}`;
    const repeats = drafts.filter((d) => d.key === base || d.key.startsWith(`${base}/`)).length;
    const key = repeats === 0 ? base : `${base}/${repeats + 1}`;
    const kind = obligationKind({ requirement, ownResult: unitId === policy.supervisorUnitId, progress });
    drafts.push({ key, measureNo: measure.no, unitId, kind, requirement, dueOn });
  };

  const dueDays = new Map<string, CivilDate[]>();
  const dated = expandMilestones(measure.deadline.milestones, policy.period);
  for (const { milestone, dueOn } of dated) {
    if (dueOn < policy.period.from || dueOn > policy.period.to)
      report({
        code: 'milestone-outside-period',
        severity: 'warning',
        message: `节点 ${dueOn} 不在方案期限内。`,
        cure: '请核对完成时限和方案的起止日期。',
      });
    const selected = selectBySector(resolveOn(dueOn), milestone, units);
    selected.findings.forEach(report);
    for (const unitId of selected.unitIds) {
      add(unitId, dueOn, dueOn, milestone.requirement || measure.text, false);
      dueDays.set(unitId, [...(dueDays.get(unitId) ?? []), dueOn]);
    }
  }
  if (measure.deadline.ongoing) {
    for (const day of progressDays([], policy.period)) {
      for (const unitId of resolveOn(day)) {
        if (!progressDays(dueDays.get(unitId) ?? [], policy.period).includes(day)) continue;
        const year = yearOf(day);
        add(unitId, day, `progress-${year}`, `持续推进，报告${year}年度进展情况`, true);
      }
    }
  } else if (dated.length === 0)
    report({
      code: 'measure-without-deadline',
      severity: 'error',
      message: '没有可以执行的完成时限，不能生成承办事项。',
      cure: '请在导入页面补充节点。',
    });

  drafts.sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
  return { drafts, findings: [...findings.values()] };
}
