import { isCivilDate } from '../calendar/civil-date.js';
import type { Finding } from '../shared/finding.js';
import type { UnitGroup, UnitRecord, Validity } from './unit.js';

/**
 * What is wrong with a register of units and groups, all of it errors: ids or names that stand twice (a name may pass on
 * to a unit that comes later), members that are no units, days that are none or in the wrong order.
 */
export function checkRegister(units: readonly UnitRecord[], groups: readonly UnitGroup[]): readonly Finding[] {
  const findings: Finding[] = [];
  const report = (code: string, message: string, cure: string): void =>
    void findings.push({ code, severity: 'error', message, cure });
  const checkDays = (what: string, validity: Validity): void => {
    const { validFrom, validTo = validFrom } = validity;
    if (!isCivilDate(validFrom) || !isCivilDate(validTo))
      report('register-day-invalid', `${what}的有效期不是日期。`, '请写成 2024-01-31 这样的日期。');
    else if (validTo < validFrom) report('register-days-reversed', `${what}的有效期止于开始之前。`, '请核对起止日期。');
  };

  for (const id of repeated([...units, ...groups].map((each) => each.id)))
    report('register-id-repeated', `编号「${id}」用了不止一次。`, '请给每个单位和单位组一个自己的编号。');
  for (const unit of units) checkDays(`「${unit.name}」`, unit);
  for (const name of repeated(groups.flatMap((group) => [...new Set([group.name, ...group.aliases])])))
    report('register-name-repeated', `「${name}」是不止一个单位组的名称。`, '请删去多余的名称。');
  for (const [a, b, name] of clashes(units))
    report(
      'register-name-repeated',
      `「${name}」在同一时间既是「${a.name}」又是「${b.name}」的名称。`,
      '请删去其中一个名称。',
    );

  const ids = new Set(units.map((unit) => unit.id));
  for (const group of groups) {
    for (const member of group.members) {
      checkDays(`「${group.name}」的成员「${member.unitId}」`, member);
      if (!ids.has(member.unitId))
        report('register-member-unknown', `「${group.name}」的成员「${member.unitId}」不是单位。`, '请先登记该单位。');
    }
  }
  return findings;
}

const repeated = (texts: readonly string[]): readonly string[] => [
  ...new Set(texts.filter((text, index) => texts.indexOf(text) !== index)),
];

const namesOf = (unit: UnitRecord): ReadonlySet<string> =>
  new Set([unit.name, unit.shortName, ...(unit.aliases ?? [])]);

/** Pairs of units that share a name on at least one day. */
function clashes(units: readonly UnitRecord[]): readonly (readonly [UnitRecord, UnitRecord, string])[] {
  return units.flatMap((a, index) =>
    units
      .slice(index + 1)
      .filter((b) => a.id !== b.id && overlap(a, b))
      .flatMap((b) => [...namesOf(a)].filter((name) => namesOf(b).has(name)).map((name) => [a, b, name] as const)),
  );
}

const overlap = (a: Validity, b: Validity): boolean =>
  (b.validTo === undefined || a.validFrom <= b.validTo) && (a.validTo === undefined || b.validFrom <= a.validTo);
