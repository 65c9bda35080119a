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
  const covered: number[] = [];
  return rows.map((row) => {
    const cells: string[] = [];
    const continues: boolean[] = [];
    const waiting = [...row];
    const skipCovered = (): void => {
      while ((covered[cells.length] ?? 0) > 0) {
        covered[cells.length]! -= 1;
        cells.push('');
        continues.push(true);
      }
    };
    for (const cell of waiting) {
      skipCovered();
      const width = Math.min(Math.max(cell.columnSpan, 1), LIMITS.columns);
      for (let offset = 0; offset < width; offset += 1) {
        covered[cells.length] = Math.min(Math.max(cell.rowSpan, 1), LIMITS.rows) - 1;
        cells.push(offset === 0 ? cell.text : '');
        continues.push(false);
      }
    }
    while (cells.length < covered.length && (covered[cells.length] ?? 0) > 0) skipCovered();
    return { cells, continues };
  });
}
