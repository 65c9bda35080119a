import { TextDecoder } from 'node:util';
import type { DocumentRow, DocumentTable } from '@chengban/domain';
import { LIMITS } from './limits.js';

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

/** A cell as spreadsheets save it when it holds a quotation mark, a comma or a line break; it never holds a tab. */
const QUOTED = /"((?:[^"\t]|"")*)"(?=[\t\r\n\f]|$)/uy;
const PLAIN = /[^\t\r\n\f]*/uy;
const LINE_END = /\r\n|[\n\r\f]/uy;

/** Lines with tabs are rows; lines before the first of them are the preamble; blank lines mean nothing. */
export function tableOfText(text: string): DocumentTable {
  const preamble: string[] = [];
  const rows: DocumentRow[] = [];
  for (const { line, cells } of linesOf(text)) {
    if (cells.every((cell) => cell.trim() === '')) continue;
    if (rows.length === 0 && cells.length === 1) preamble.push(...cells);
    else rows.push({ line, cells });
    // already too long to be read: the rest need not be held in memory
    if (rows.length + preamble.length > LIMITS.rows) break;
  }
  return { preamble, rows };
}

/** Each line with its cells and the number of the line on which it begins. */
function* linesOf(text: string): Generator<{ line: number; cells: string[] }> {
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    at += match?.[0].length ?? 0;
    return match;
  };
  let line = 1;
  let begins = line;
  let cells: string[] = [];
  for (;;) {
    const quoted = take(QUOTED)?.[1];
    line += quoted?.match(/\r\n|[\n\r]/gu)?.length ?? 0;
    cells.push(quoted?.replaceAll('""', '"') ?? take(PLAIN)?.[0] ?? '');
    if (text[at] === '\t') {
      at += 1;
      continue;
    }
    yield { line: begins, cells };
    if (!take(LINE_END)) return;
    line += 1;
    begins = line;
    cells = [];
  }
}
