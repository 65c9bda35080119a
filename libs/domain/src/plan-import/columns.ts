export type ColumnName = 'keyTask' | 'workTask' | 'text' | 'units' | 'deadline';

/** Where each column of the plan stands in the table (0-based), by the names of the header row. */
export interface Columns {
  readonly at: Readonly<Record<ColumnName, number>>;
  /** number of cells in the header row up to its last name */
  readonly width: number;
  /** columns of the document that the plan has no use for */
  readonly ignored: readonly { readonly column: number; readonly name: string }[];
}

export const COLUMN_TITLES: Readonly<Record<ColumnName, string>> = {
  keyTask: '重点任务',
  workTask: '工作任务',
  text: '主要措施',
  units: '责任单位',
  deadline: '完成时限',
};

const NAMES: Readonly<Record<ColumnName, RegExp>> = {
  keyTask: /^重点(任务|工作)$/u,
  workTask: /^(具体)?工作(任务|内容|事项)$/u,
  text: /^(主要|工作|具体)?措施$/u,
  units: /^(责任|承办|牵头|负责|落实)(单位|部门)$/u,
  deadline: /^((完成)?时限(要求)?|完成(时间|期限)|时间(节点|安排|要求))$/u,
};

const plain = (cell: string): string => cell.replace(/<[^<>]*>|\s+/gu, '');

/** The names that a row has, if it is a header row: one that names at least three of the five columns. */
export function readHeader(cells: readonly string[]): Partial<Record<ColumnName, number>> | undefined {
  const at: Partial<Record<ColumnName, number>> = {};
  cells.forEach((cell, index) => {
    for (const name of Object.keys(NAMES) as ColumnName[])
      if (at[name] === undefined && NAMES[name].test(plain(cell))) at[name] = index;
  });
  return Object.keys(at).length >= 3 ? at : undefined;
}

/** The names of columns that a header lacks, in Chinese. */
export const missingColumns = (at: Partial<Record<ColumnName, number>>): readonly string[] =>
  (Object.keys(COLUMN_TITLES) as ColumnName[])
    .filter((name) => at[name] === undefined)
    .map((name) => COLUMN_TITLES[name]);

export function toColumns(cells: readonly string[], at: Record<ColumnName, number>): Columns {
  const used = new Set(Object.values(at));
  const ignored = cells
    .map((cell, column) => ({ column, name: plain(cell) }))
    .filter(({ column, name }) => name !== '' && !used.has(column));
  const named = [...used, ...ignored.map(({ column }) => column)];
  return { at, width: Math.max(...named) + 1, ignored };
}
