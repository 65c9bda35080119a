import type { Finding } from '../shared/finding.js';
import { COLUMN_TITLES } from './columns.js';
import type { ColumnName } from './columns.js';
import type { DataRow } from './data-rows.js';
import type { Repair } from './plan-reading.js';
import type { CellRepair } from './repairs/cell-repair.js';
import { markup } from './repairs/markup.js';
import { repairCell } from './repairs/repair-cell.js';
import { width } from './repairs/width.js';

/** Reads cells and keeps the account of what it repaired and what was wrong. */
export class CellReader {
  readonly repairs: Repair[] = [];
  readonly findings: Finding[] = [];

  /** Without tags and full-width digits, otherwise as written: the form in which numbers are read. */
  bare(row: DataRow, name: ColumnName): string {
    return this.repair(row.cell(name), row, name, [markup, width]);
  }

  repair(text: string, row: DataRow, name: ColumnName, kinds: readonly CellRepair[]): string {
    const repaired = repairCell(text, row.position(name), kinds);
    this.repairs.push(...repaired.repairs);
    this.findings.push(...repaired.findings);
    return repaired.text;
  }

  missing(row: DataRow, name: ColumnName): void {
    this.findings.push({
      code: 'cell-missing',
      severity: 'error',
      message: `「${COLUMN_TITLES[name]}」是空的。`,
      cure: '请补上这一格；如果与上一行相同，请写出来或合并单元格。',
      at: row.position(name),
    });
  }
}
