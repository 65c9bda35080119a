import { read, utils } from '@e965/xlsx';
import type { CellObject, Range, WorkSheet } from '@e965/xlsx';
import type { DocumentRow, DocumentTable } from '@chengban/domain';

/** Excel workbook → its visible worksheets, one after the other. Throws what the parser throws on a broken workbook. */
export function tableOfXlsx(bytes: Uint8Array): DocumentTable {
  const book = read(bytes, { type: 'array', cellFormula: false, cellHTML: false });
  const hidden = new Set((book.Workbook?.Sheets ?? []).flatMap((sheet, index) => (sheet.Hidden ? [index] : [])));
  const rows = book.SheetNames.flatMap((name, index) => {
    const sheet = book.Sheets[name];
    return !sheet || hidden.has(index) ? [] : rowsOf(sheet).map((row) => ({ ...row, table: index + 1 }));
  });
  return { preamble: [], rows };
}

/** Only cells that exist are walked: a sheet may declare a million empty rows. `line` is the sheet's own row number. */
function rowsOf(sheet: WorkSheet): readonly DocumentRow[] {
  const texts = new Map<number, Map<number, string>>();
  let width = 0;
  for (const [address, cell] of Object.entries(sheet)) {
    if (address.startsWith('!')) continue;
    const text = textOf(cell as CellObject);
    if (text.trim() === '') continue;
    const { r, c } = utils.decode_cell(address);
    texts.set(r, (texts.get(r) ?? new Map<number, string>()).set(c, text));
    width = Math.max(width, c + 1);
  }
  const merges = sheet['!merges'] ?? [];
  return [...texts.entries()]
    .sort(([a], [b]) => a - b)
    .map(([r, row]) => ({
      line: r + 1,
      cells: Array.from({ length: width }, (_, c) => row.get(c) ?? ''),
      continues: Array.from({ length: width }, (_, c) => merges.some((merge) => coversFromAbove(merge, r, c))),
    }));
}

const textOf = (cell: CellObject): string => (cell.t === 'e' ? '' : String(cell.w ?? cell.v ?? ''));

const coversFromAbove = ({ s, e }: Range, r: number, c: number): boolean => s.r < r && r <= e.r && s.c <= c && c <= e.c;
