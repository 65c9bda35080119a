import type { Finding } from '../shared/finding.js';
import type { CivilDate } from '../shared/instant.js';
import { isValidOn } from './unit.js';
import type { UnitGroup, UnitRecord } from './unit.js';

export interface ResolvedUnits {
  /** each unit once, in the order in which the names bring them */
  readonly unitIds: readonly string[];
  readonly findings: readonly Finding[];
}

const named = (unit: UnitRecord, name: string): boolean =>
  unit.name === name || unit.shortName === name || (unit.aliases ?? []).includes(name);

/** 各镇(街) and 各镇（街） are one name; spaces never tell two names apart. */
const comparable = (name: string): string => name.replace(/\s+/gu, '').replaceAll('(', '（').replaceAll(')', '）');

/**
 * The units that the names of a document stand for on a day: single units, and the members that groups have on that day.
 * Findings: `unit-unknown`, `unit-ambiguous`, `unit-not-valid`, `group-empty`; a name that resolves to nothing adds no unit.
 */
export function resolveUnits(
  names: readonly string[],
  units: readonly UnitRecord[],
  groups: readonly UnitGroup[],
  onDate: CivilDate,
): ResolvedUnits {
  const found = new Set<string>();
  const findings: Finding[] = [];
  const report = (code: string, message: string, cure: string): void =>
    void findings.push({ code, severity: 'error', message, cure });
  const validIds = new Set(units.filter((unit) => isValidOn(unit, onDate)).map((unit) => unit.id));

  for (const original of names) {
    const name = comparable(original);
    const group = groups.find((g) => comparable(g.name) === name || g.aliases.some((a) => comparable(a) === name));
    if (group) {
      const members = group.members.filter((m) => isValidOn(m, onDate) && validIds.has(m.unitId));
      for (const member of members) found.add(member.unitId);
      if (members.length === 0)
        report('group-empty', `单位组「${original}」在 ${onDate} 没有成员。`, '请在单位组中补充成员及其生效日期。');
      continue;
    }
    const known = units.filter((unit) => named(unit, name));
    const matching = known.filter((unit) => validIds.has(unit.id));
    const [only, another] = matching;
    if (only && !another) found.add(only.id);
    else if (another)
      report(
        'unit-ambiguous',
        `「${original}」对应多个单位：${matching.map((u) => u.name).join('、')}。`,
        '请改用单位全称。',
      );
    else if (known.length > 0)
      report(
        'unit-not-valid',
        `单位「${original}」在 ${onDate} 不在有效期内。`,
        '请核对单位的生效日期，或改为承接其职责的单位。',
      );
    else
      report(
        'unit-unknown',
        `找不到单位「${original}」。`,
        '请在单位名录中新增该单位（或别名），或者改正清单中的名称。',
      );
  }
  return { unitIds: [...found], findings };
}
