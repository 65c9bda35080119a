import type { Finding } from '../shared/finding.js';
import type { Milestone } from './measure.js';
import type { UnitRecord } from './unit.js';

export interface SectorSelection {
  readonly unitIds: readonly string[];
  readonly findings: readonly Finding[];
}

/**
 * Those of the responsible units that a milestone speaks to. Findings: `sector-unheld` (no unit at all holds a named
 * sector) and `sector-not-responsible` (a unit holds it, but does not answer for this measure).
 */
export function selectBySector(
  responsible: readonly string[],
  milestone: Milestone,
  units: readonly UnitRecord[],
): SectorSelection {
  const held = new Map(units.map((unit) => [unit.id, unit.sectors]));
  const holds = (unitId: string, sectors: readonly string[]): boolean =>
    sectors.some((sector) => held.get(unitId)?.includes(sector));
  const { sectors, exceptSectors } = milestone;

  const findings: Finding[] = [];
  for (const sector of [...(sectors ?? []), ...(exceptSectors ?? [])]) {
    if (!units.some((unit) => unit.sectors.includes(sector)))
      findings.push({
        code: 'sector-unheld',
        severity: 'error',
        message: `没有单位主管「${sector}」领域。`,
        cure: '请在单位名录中给主管单位填上该领域，或者改正节点中的领域名称。',
      });
    else if (sectors?.includes(sector) && !responsible.some((id) => holds(id, [sector])))
      findings.push({
        code: 'sector-not-responsible',
        severity: 'warning',
        message: `主管「${sector}」领域的单位不在责任单位之中，该领域的节点没有承办单位。`,
        cure: '请核对责任单位，或者核对单位组的成员。',
      });
  }
  const unitIds = responsible.filter(
    (id) => (!sectors || holds(id, sectors)) && !(exceptSectors && holds(id, exceptSectors)),
  );
  return { unitIds, findings };
}
