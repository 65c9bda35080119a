import type { Finding } from '../shared/finding.js';
import { missingColumns, readHeader, toColumns } from './columns.js';
import type { ColumnName, Columns } from './columns.js';
import type { DocumentRow, DocumentTable } from './document-table.js';
import type { CellPosition } from './plan-reading.js';

/** A row below a header, its cells found by name. */
export interface DataRow {
  readonly row: number;
  readonly line?: number;
  readonly cell: (name: ColumnName) => string;
  /** the document says that this cell belongs to the cell above */
  readonly continues: (name: ColumnName) => boolean;
  readonly position: (name: ColumnName) => CellPosition;
}

export interface DataRows {
  readonly title: string;
  readonly rows: readonly DataRow[];
  readonly findings: readonly Finding[];
}

const PAGE_NUMBER = /^[-—–\s]*第?\s*\d{1,4}\s*页?[-—–\s]*$/u;
const ANNEX = /^附\s*(件|表)/u;

/** Drops headers, blank rows and page numbers; a row that does not fit the header is a finding and is not read. */
export function dataRows(table: DocumentTable): DataRows {
  const rows: DataRow[] = [];
  const findings: Finding[] = [];
  const above = [...table.preamble];
  let columns: Columns | undefined;

  table.rows.forEach((source, index) => {
    const filled = source.cells.map((cell) => cell.trim());
    const content = filled.filter((cell) => cell !== '');
    if (content.length === 0) return;
    const at = positionOf(source, index, 1);
    const header = readHeader(filled);
    if (header) {
      columns = readColumns(filled, header, at, findings) ?? columns;
      return;
    }
    if (!columns) return void (findings.length === 0 && above.push(...content));
    const problem = misfit(filled, columns);
    if (problem === undefined) rows.push(dataRow(source, index, columns.at));
    else if (!PAGE_NUMBER.test(content.join(' '))) findings.push({ ...problem, at });
  });
  if (!columns && findings.length === 0)
    findings.push({
      code: 'header-missing',
      severity: 'error',
      message: '没有找到表头。',
      cure: '请确认表格第一行写有「重点任务、工作任务、主要措施、责任单位、完成时限」。',
    });
  const title =
    above
      .map((line) => line.trim())
      .filter((line) => line !== '' && !ANNEX.test(line))
      .at(-1) ?? '';
  return { title, rows, findings };
}

function readColumns(
  cells: readonly string[],
  header: Partial<Record<ColumnName, number>>,
  at: CellPosition,
  findings: Finding[],
): Columns | undefined {
  const missing = missingColumns(header);
  if (missing.length > 0) {
    findings.push({
      code: 'column-missing',
      severity: 'error',
      message: `表头缺少「${missing.join('、')}」列。`,
      cure: '请补上这一列，或者把列名改成清单通用的名称。',
      at,
    });
    return undefined;
  }
  const columns = toColumns(cells, header as Record<ColumnName, number>);
  for (const { column, name } of columns.ignored)
    if (!findings.some((f) => f.code === 'column-ignored' && f.message.includes(`「${name}」`)))
      findings.push({
        code: 'column-ignored',
        severity: 'warning',
        message: `「${name}」列不在方案之内，没有读取。`,
        cure: '如果这一列有要求，请写进主要措施。',
        at: { ...at, column: column + 1 },
      });
  return columns;
}

function misfit(cells: readonly string[], columns: Columns): Finding | undefined {
  const needed = Math.max(...Object.values(columns.at)) + 1;
  const found = cells.filter((cell) => cell !== '');
  const sample = found[0]!.slice(0, 20);
  if (found.length === 1 && cells.length < needed)
    return {
      code: 'stray-row',
      severity: 'warning',
      message: `表格中间的「${sample}」不是措施，没有读取。`,
      cure: '如果它属于某项措施，请并入那一格。',
    };
  if (cells.length < needed)
    return {
      code: 'row-incomplete',
      severity: 'error',
      message: `「${sample}」这一行只有 ${cells.length} 格，表头有 ${needed} 格，没有读取。`,
      cure: '请补齐这一行缺少的单元格。',
    };
  if (cells.slice(columns.width).some((cell) => cell !== ''))
    return {
      code: 'row-too-wide',
      severity: 'error',
      message: `「${sample}」这一行比表头多出有内容的单元格，没有读取。`,
      cure: '请检查这一行是否多了一个分隔或合并错了单元格。',
    };
  return undefined;
}

const positionOf = (source: DocumentRow, index: number, column: number): CellPosition => ({
  row: index + 1,
  column,
  ...(source.line !== undefined && { line: source.line }),
});

const dataRow = (source: DocumentRow, index: number, at: Columns['at']): DataRow => ({
  row: index + 1,
  ...(source.line !== undefined && { line: source.line }),
  cell: (name) => source.cells[at[name]] ?? '',
  continues: (name) => source.continues?.[at[name]] ?? false,
  position: (name) => positionOf(source, index, at[name] + 1),
});
