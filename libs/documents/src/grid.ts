import { LIMITS } from './limits.js';

/** A cell of a table that may cover several rows and columns. */
export interface SpanningCell {
  readonly text: string;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

export interface GridRow {
  readonly cells: readonly string[];
  readonly continues: readonly boolean[];
}

/**
 * Lays the cells of a table on a grid. The text stands in the first place that a merged cell covers, the others are '';
 * `continues` is true in the places that a cell from a row above covers.
 */
export function layOutGrid(rows: readonly (readonly SpanningCell[])[]): readonly GridRow[] {
  /** per column: how many more rows the cell above reaches */
  const reach: number[] = [];
  return rows.map((row) => {
    const cells: string[] = [];
    const continues: boolean[] = [];
    const place = (text: string, covered: boolean, rowsBelow: number): void => {
      reach[cells.length] = rowsBelow;
      cells.push(text);
      continues.push(covered);
    };
    const passCovered = (): void => {
      for (let left = reach[cells.length] ?? 0; left > 0; left = reach[cells.length] ?? 0) place('', true, left - 1);
    };
    for (const cell of row) {
      // wider than any list: the reader refuses it, there is no use in laying out the rest
      if (cells.length > LIMITS.columns) break;
      passCovered();
      const rowsBelow = Math.min(cell.rowSpan, LIMITS.rows) - 1;
      place(cell.text, false, rowsBelow);
      for (let extra = Math.min(cell.columnSpan, LIMITS.columns) - 1; extra > 0; extra -= 1)
        place('', false, rowsBelow);
    }
    passCovered();
    return { cells, continues };
  });
}
