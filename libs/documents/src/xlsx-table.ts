import { read, utils } from '@e965/xlsx';
import type { CellObject, WorkSheet } from '@e965/xlsx';
import type { DocumentRow, DocumentTable } from '@chengban/domain';
import { LIMITS } from './limits.js';

/**
 * Excel workbook → its visible worksheets, one after the other; undefined when a sheet is larger than a list can be.
 * Throws what the parser throws on a broken workbook.
 */
export function tableOfXlsx(bytes: Uint8Array): DocumentTable | undefined {
  const book = read(bytes, { type: 'array', cellFormula: false, cellHTML: false });
  const hidden = new Set((book.Workbook?.Sheets ?? []).flatMap((sheet, index) => (sheet.Hidden ? [index] : [])));
  const rows: DocumentRow[] = [];
  for (const [index, name] of book.SheetNames.entries()) {
    const sheet = book.Sheets[name];
    if (!sheet || hidden.has(index)) continue;
    const made = rowsOf(sheet);
    if (!made) return undefined;
    rows.push(...made.map((row) => ({ ...row, table: index + 1 })));
  }
  return { preamble: [], rows };
}

/** Only cells that exist are walked: a sheet may declare a million empty rows. `line` is the sheet's own row number. */
function rowsOf(sheet: WorkSheet): readonly DocumentRow[] | undefined {
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
  const merges = (sheet['!merges'] ?? []).filter(({ s, e }) => e.r > s.r && s.c < width);
  if (texts.size > LIMITS.rows || width > LIMITS.columns || merges.length > LIMITS.merges) return undefined;
  return [...texts.entries()]
    .sort(([a], [b]) => a - b)
    .map(([r, row]) => {
      const here = merges.filter(({ s, e }) => s.r < r && r <= e.r);
      const columns = Array.from({ length: width }, (_, c) => c);
      return {
        line: r + 1,
        cells: columns.map((c) => row.get(c) ?? ''),
        continues: columns.map((c) => here.some(({ s, e }) => s.c <= c && c <= e.c)),
      };
    });
}

const textOf = (cell: CellObject): string => (cell.t === 'e' ? '' : String(cell.w ?? cell.v ?? ''));
