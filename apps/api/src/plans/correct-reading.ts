import {
  fail,
  generateObligations,
  ok,
  resolveUnits,
  type CivilDate,
  type Deadline,
  type Finding,
  type Milestone,
  type PlanReading,
  type ReadMeasure,
  type Result,
} from '@chengban/domain';
import type { UnitRegister } from '../people/units.read-model.js';

/** What a person puts in the place of a proposed reading; what is absent stays as read. */
export interface Correction {
  readonly units?: readonly string[];
  readonly deadline?: { readonly milestones: readonly Milestone[]; readonly ongoing: boolean };
}

/** Against what a correction is checked. */
export interface CorrectionPlace {
  readonly register: UnitRegister;
  readonly supervisorUnitId: string;
  readonly today: CivilDate;
}

/**
 * The reading with one measure corrected, or the findings that speak against it (units that nobody knows, sectors that
 * no unit holds, no deadline left). Findings about the corrected cell are settled by it and disappear.
 */
export function correctReading(
  reading: PlanReading,
  measure: ReadMeasure,
  correction: Correction,
  { register, supervisorUnitId, today }: CorrectionPlace,
): Result<PlanReading, readonly Finding[]> {
  const deadline: Deadline = correction.deadline
    ? { text: measure.deadline.text, ...correction.deadline }
    : measure.deadline;
  const corrected: ReadMeasure = { ...measure, units: correction.units ?? measure.units, deadline };
  const generated = generateObligations({
    plan: { code: '', measures: [corrected] },
    ...register,
    policy: { period: yearsOf(deadline, today), progressCadence: 'yearly', supervisorUnitId },
  });
  // without a day to fall due on nothing above asks who the units are
  const undated = deadline.milestones.length === 0 && !deadline.ongoing;
  const unresolved = undated ? resolveUnits(corrected.units, register.units, register.groups, today).findings : [];
  const findings = [...generated.findings, ...unresolved];
  const errors = findings.filter((finding) => finding.severity === 'error' && concerns(finding, correction));
  if (errors.length > 0) return fail(errors);
  return ok({
    ...reading,
    measures: reading.measures.map((each) => (each.no === measure.no ? corrected : each)),
    findings: reading.findings.filter((finding) => !isSettled(finding, measure, correction)),
  });
}

/** The period of the plan is only known at confirmation; here the years that the milestones name stand for it. */
function yearsOf({ milestones }: Deadline, today: CivilDate): { from: CivilDate; to: CivilDate } {
  const years = milestones.flatMap(({ due }) => (due === undefined ? [] : [due.slice(0, 4)])).sort();
  return { from: `${years[0] ?? today.slice(0, 4)}-01-01`, to: `${years.at(-1) ?? today.slice(0, 4)}-12-31` };
}

/** Correcting the units is not refused for a deadline that still waits for its own correction, and the reverse. */
const concerns = ({ code }: Finding, { units, deadline }: Correction): boolean =>
  isUnitCode(code) ? units !== undefined : deadline !== undefined;

const isUnitCode = (code: string): boolean => code.startsWith('unit') || code.startsWith('group');

function isSettled({ code, at, message }: Finding, { source }: ReadMeasure, { units, deadline }: Correction): boolean {
  if (at?.row !== source.row) return false;
  const missing = code === 'cell-missing';
  if (units !== undefined && (isUnitCode(code) || (missing && message.includes('责任单位')))) return true;
  return deadline !== undefined && (code.startsWith('deadline') || (missing && message.includes('完成时限')));
}
