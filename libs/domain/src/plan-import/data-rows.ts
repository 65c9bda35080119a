import type { Finding } from '../shared/finding.js';
import { readHeader } from './columns.js';
import type { ColumnName, Columns } from './columns.js';
import type { DocumentRow, DocumentTable } from './document-table.js';
import { readHeaderRow } from './header-row.js';
import { isPageNumber, misfit } from './misfit.js';
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

const ANNEX = /^附\s*(件|表)/u;

/** Drops headers, blank rows and page numbers; a row that does not fit the header is a finding and is not read. */
export function dataRows(table: DocumentTable): DataRows {
  const rows: DataRow[] = [];
  const findings: Finding[] = [];
  const above = [...table.preamble];
  const foreign = foreignTables(table.rows);
  const reported = new Set<number | undefined>();
  let columns: Columns | undefined;
  let sawHeader = false;

  table.rows.forEach((source, index) => {
    const cells = source.cells.map((cell) => cell.trim());
    const filled = cells.filter((cell) => cell !== '');
    if (filled.length === 0) return;
    const at = positionOf(source, index, 1);
    const names = readHeader(cells);
    if (names) {
      const header = readHeaderRow(cells, names, at);
      // page headers repeat: what is wrong with the first is said once
      if (!sawHeader || !header.columns) findings.push(...header.findings);
      columns = header.columns ?? columns;
      sawHeader = true;
    } else if (!sawHeader) {
      if (filled.length === 1) above.push(...filled);
    } else if (foreign.has(source.table ?? 1)) {
      if (!reported.has(source.table)) findings.push(ignoredTable(source.table ?? 1, at));
      reported.add(source.table);
    } else if (columns) {
      const problem = misfit(cells, columns);
      if (!problem) rows.push(dataRow(source, index, columns.at));
      else if (!isPageNumber(filled)) findings.push({ ...problem, at });
    }
  });
  if (!sawHeader) findings.push(HEADER_MISSING);
  const title = above.map((line) => line.trim()).filter((line) => line !== '' && !ANNEX.test(line));
  return { title: title.at(-1) ?? '', rows, findings };
}

const HEADER_MISSING: Finding = {
  code: 'header-missing',
  severity: 'error',
  message: '没有找到表头。',
  cure: '请确认表格第一行写有「重点任务、工作任务、主要措施、责任单位、完成时限」。',
};

/**
 * Tables of a document that are no part of the list: they have no header of their own and another number of columns than
 * every table that has one. (A list that goes on after a page break is as wide as before.)
 */
function foreignTables(rows: readonly DocumentRow[]): ReadonlySet<number> {
  const widths = new Map<number, number>();
  for (const row of rows) widths.set(row.table ?? 1, Math.max(widths.get(row.table ?? 1) ?? 0, row.cells.length));
  const lists = new Set(rows.filter((row) => readHeader(row.cells)).map((row) => row.table ?? 1));
  const listWidths = new Set([...widths].filter(([table]) => lists.has(table)).map(([, width]) => width));
  return new Set(
    [...widths].filter(([table, width]) => !lists.has(table) && !listWidths.has(width)).map(([table]) => table),
  );
}

const ignoredTable = (table: number, at: CellPosition): Finding => ({
  code: 'table-ignored',
  severity: 'warning',
  message: `第 ${table} 张表没有清单的表头，列数也不同，没有读取。`,
  cure: '如果它是清单的一部分，请给它加上表头。',
  at,
});

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
