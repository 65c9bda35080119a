import { fail, ok } from '@chengban/domain';
import type { DocumentTable, Refusal, Result } from '@chengban/domain';
import { detectKind } from './detect-kind.js';
import { tableOfDocx } from './docx-table.js';
import { LIMITS } from './limits.js';
import { refusals, wrongKind } from './refusals.js';
import { decodeText, tableOfText } from './text-table.js';
import { tableOfXlsx } from './xlsx-table.js';
import { guardZip } from './zip-guard.js';

/**
 * Reads the table of a .txt/.tsv, .docx or .xlsx file. The content decides what it is; `fileName` only words a refusal.
 * A file that cannot be read completely is refused with a code and a cure: nothing is half read.
 */
export async function readDocumentTable(bytes: Uint8Array, fileName: string): Promise<Result<DocumentTable, Refusal>> {
  const read = await tableOf(bytes);
  const checked = read.ok ? withinLimits(read.value) : read;
  if (checked.ok) return checked;
  const { message } = checked.error;
  return fail({ ...checked.error, message: fileName === '' ? message : `「${shortened(fileName)}」：${message}` });
}

async function tableOf(bytes: Uint8Array): Promise<Result<DocumentTable, Refusal>> {
  if (bytes.length === 0) return fail(refusals.empty);
  if (bytes.length > LIMITS.fileBytes) return fail(refusals.tooLarge);
  const detected = detectKind(bytes);
  switch (detected.kind) {
    case 'other':
      return fail(wrongKind(detected.name));
    case 'compound':
      return fail(isEncryptedOffice(bytes) ? refusals.encrypted : refusals.oldFormat);
    case 'text': {
      const text = decodeText(bytes);
      return text === undefined ? fail(refusals.notText) : ok(tableOfText(text));
    }
    case 'zip':
      return tableOfOfficeFile(bytes);
  }
}

async function tableOfOfficeFile(bytes: Uint8Array): Promise<Result<DocumentTable, Refusal>> {
  const names = guardZip(bytes);
  if (!names.ok) return names;
  const has = (name: string): boolean => names.value.includes(name);
  try {
    if (has('word/document.xml')) return ok(await tableOfDocx(bytes));
    if (has('xl/workbook.xml')) {
      const table = tableOfXlsx(bytes);
      return table ? ok(table) : fail(refusals.tooLong);
    }
  } catch {
    // Both parsers throw on whatever they do not understand; the limits were checked before, so it is the file's content.
    return fail(refusals.broken);
  }
  if (has('ppt/presentation.xml')) return fail(wrongKind('演示文稿'));
  if (has('OFD.xml')) return fail(wrongKind(' OFD 版式文件'));
  return fail(wrongKind('压缩包或其他格式的文件'));
}

/** An office file with a password is a compound file with a stream of this name ([MS-OFFCRYPTO] 2.3.4.4). */
const isEncryptedOffice = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from('EncryptedPackage', 'utf16le'));

function withinLimits(table: DocumentTable): Result<DocumentTable, Refusal> {
  if (!table.rows.some((row) => row.cells.filter((cell) => cell.trim() !== '').length > 1))
    return fail(refusals.noTable);
  const fits = (cells: readonly string[]): boolean =>
    cells.length <= LIMITS.columns && cells.every((cell) => cell.length <= LIMITS.cellCharacters);
  return table.rows.length + table.preamble.length <= LIMITS.rows && table.rows.every((row) => fits(row.cells))
    ? ok(table)
    : fail(refusals.tooLong);
}

const shortened = (name: string): string => (name.length > 60 ? `${name.slice(0, 57)}…` : name);
