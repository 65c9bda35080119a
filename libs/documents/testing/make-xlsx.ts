import { utils, write } from '@e965/xlsx';
import type { Range } from '@e965/xlsx';

export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
  readonly merges?: readonly Range[];
  readonly hidden?: boolean;
}

export function makeXlsx(sheets: readonly Sheet[]): Buffer {
  const book = utils.book_new();
  for (const sheet of sheets) {
    const made = utils.aoa_to_sheet(sheet.rows.map((row) => [...row]));
    made['!merges'] = [...(sheet.merges ?? [])];
    utils.book_append_sheet(book, made, sheet.name);
  }
  book.Workbook = { Sheets: sheets.map((sheet) => ({ Hidden: sheet.hidden ? 1 : 0 })) };
  return write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer;
}

/** Ranges of the blank cells below a filled one in the given columns: how a spreadsheet shows a task over several rows. */
export function mergeBlanks(
  rows: readonly (readonly string[])[],
  columns: readonly number[],
  firstRow: number,
): Range[] {
  const merges: Range[] = [];
  for (const c of columns) {
    rows.forEach((row, r) => {
      if (row[c] === '') return;
      let last = r;
      while (rows[last + 1]?.[c] === '') last += 1;
      if (last > r) merges.push({ s: { r: firstRow + r, c }, e: { r: firstRow + last, c } });
    });
  }
  return merges;
}
