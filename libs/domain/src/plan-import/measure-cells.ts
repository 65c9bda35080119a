import type { Deadline } from '../plan/measure.js';
import type { CellReader } from './cell-reader.js';
import type { ColumnName } from './columns.js';
import type { DataRow } from './data-rows.js';
import type { DeadlinePolicy } from './deadline/deadline-policy.js';
import { readDeadline } from './deadline/read-deadline.js';
import type { MeasureSource } from './plan-reading.js';
import { DEADLINE_REPAIRS, UNIT_REPAIRS } from './repairs/repair-cell.js';
import type { UnitEvidence } from './unit-evidence.js';
import { readUnits } from './units-cell.js';

/** The row; its cells of units and deadline come from the row above where the document says that they were merged. */
export function withMergedCells(row: DataRow, above: DataRow | undefined): DataRow {
  if (!above) return row;
  const inherits = (name: ColumnName): boolean =>
    (name === 'units' || name === 'deadline') && row.cell(name).trim() === '' && row.continues(name);
  return { ...row, cell: (name) => (inherits(name) ? above : row).cell(name) };
}

export function readUnitsOf(row: DataRow, cells: CellReader, evidence: UnitEvidence): readonly string[] {
  const text = cells.repair(row.cell('units'), row, 'units', UNIT_REPAIRS);
  if (text === '') cells.missing(row, 'units');
  const read = readUnits(text, row.position('units'), evidence);
  cells.repairs.push(...read.repairs);
  cells.findings.push(...read.findings);
  return read.units;
}

export function readDeadlineOf(row: DataRow, cells: CellReader, policy: DeadlinePolicy): Deadline {
  const text = cells.repair(row.cell('deadline'), row, 'deadline', DEADLINE_REPAIRS);
  if (text === '') {
    cells.missing(row, 'deadline');
    return { text, milestones: [], ongoing: false };
  }
  const read = readDeadline(text, row.position('deadline'), policy);
  cells.findings.push(...read.findings);
  return read.deadline;
}

/** The measure's cells as written in its own row, before any repair. */
export const sourceOf = (row: DataRow): MeasureSource => ({
  row: row.row,
  ...(row.line !== undefined && { line: row.line }),
  cells: { text: row.cell('text'), units: row.cell('units'), deadline: row.cell('deadline') },
});
