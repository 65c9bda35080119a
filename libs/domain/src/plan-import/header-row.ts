import type { Finding } from '../shared/finding.js';
import { missingColumns, toColumns } from './columns.js';
import type { ColumnName, Columns } from './columns.js';
import type { CellPosition } from './plan-reading.js';

/** The columns that a header row sets; undefined with an error finding when it lacks one of them. */
export function readHeaderRow(
  cells: readonly string[],
  names: Partial<Record<ColumnName, number>>,
  at: CellPosition,
): { readonly columns?: Columns; readonly findings: readonly Finding[] } {
  const missing = missingColumns(names);
  if (missing.length > 0) {
    const message = `表头缺少「${missing.join('、')}」列。`;
    const cure = '请补上这一列，或者把列名改成「重点任务、工作任务、主要措施、责任单位、完成时限」。';
    return { findings: [{ code: 'column-missing', severity: 'error', message, cure, at }] };
  }
  const columns = toColumns(cells, names as Record<ColumnName, number>);
  const findings = columns.ignored.map(({ column, name }): Finding => ({
    code: 'column-ignored',
    severity: 'warning',
    message: `「${name}」列不在方案之内，没有读取。`,
    cure: '如果这一列有要求，请写进主要措施。',
    at: { ...at, column: column + 1 },
  }));
  return { columns, findings };
}
