import { TextDecoder } from 'node:util';
import type { DocumentRow, DocumentTable } from '@chengban/domain';

// Tab, line feed, form feed and carriage return are text; other control characters are not.
const CONTROL = /[^\P{Cc}\t\n\f\r]/u;

/** Excel saves 「Unicode 文本」 as UTF-16 with a mark. */
function encodingsFor(bytes: Uint8Array): readonly string[] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return ['utf-16le'];
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return ['utf-16be'];
  return ['utf-8', 'gb18030'];
}

/** UTF-8 (with or without mark), GB18030, or UTF-16 with a mark; undefined when the bytes are no text in any of them. */
export function decodeText(bytes: Uint8Array): string | undefined {
  for (const encoding of encodingsFor(bytes)) {
    const text = decodeAs(encoding, bytes);
    if (text !== undefined && !CONTROL.test(text)) return text;
  }
  return undefined;
}

function decodeAs(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return undefined;
    throw error;
  }
}

/** Lines with tabs are rows; lines before the first of them are the preamble; blank lines mean nothing. */
export function tableOfText(text: string): DocumentTable {
  const preamble: string[] = [];
  const rows: DocumentRow[] = [];
  text.split(/\r\n|\n|\r|\f/u).forEach((content, index) => {
    if (content.trim() === '') return;
    if (rows.length === 0 && !content.includes('\t')) preamble.push(content);
    else rows.push({ line: index + 1, cells: content.split('\t') });
  });
  return { preamble, rows };
}
