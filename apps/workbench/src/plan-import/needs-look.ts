import type { Finding, MeasureReading, PlanReading, Position, Repair } from '@chengban/web';

const inRow = (measure: MeasureReading, at: Position | undefined): boolean =>
  !!at &&
  ((measure.source?.line !== undefined && at.line === measure.source.line) ||
    (measure.source?.row !== undefined && at.row === measure.source.row));

export const repairsOf = (reading: PlanReading, measure: MeasureReading): Repair[] =>
  reading.repairs.filter((repair) => inRow(measure, repair.at));
export const findingsOf = (reading: PlanReading, measure: MeasureReading): Finding[] =>
  reading.findings.filter((finding) => inRow(measure, finding.at));

/** A measure where something was repaired, found, or left without a unit or a day. */
export const needsLook = (reading: PlanReading, measure: MeasureReading): boolean =>
  measure.units.length === 0 ||
  (measure.deadline.milestones.length === 0 && !measure.deadline.ongoing) ||
  findingsOf(reading, measure).length > 0 ||
  repairsOf(reading, measure).length > 0;
