import { TextDecoder } from 'node:util';
import { fail, ok } from '@chengban/domain';
import type { DocumentRow, DocumentTable, Refusal, Result } from '@chengban/domain';

// Tab, line feed and carriage return are text; other control characters are not.
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/u;

/** UTF-8 (with or without mark) or GB18030, whichever decodes without a fault. */
export function decodeText(bytes: Uint8Array): Result<string, Refusal> {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      if (!CONTROL.test(text)) return ok(text);
    } catch {
      // not this encoding: the next one is asked
    }
  }
  return fail({
    code: 'document-not-text',
    message: '这个文件的内容不是文本，也不是 Word 或 Excel 文档。',
    cure: '请上传制表符分隔的文本（.txt、.tsv）、Word 文档（.docx）或 Excel 工作簿（.xlsx）。',
  });
}

/** Lines with tabs are rows; lines before the first of them are the preamble; blank lines mean nothing. */
export function tableOfText(text: string): Result<DocumentTable, Refusal> {
  const preamble: string[] = [];
  const rows: DocumentRow[] = [];
  text.split(/\r\n|\n|\r/u).forEach((content, index) => {
    if (content.trim() === '') return;
    if (rows.length === 0 && !content.includes('\t')) preamble.push(content);
    else rows.push({ line: index + 1, cells: content.split('\t') });
  });
  if (rows.length > 0) return ok({ preamble, rows });
  return fail({
    code: 'document-without-table',
    message: '文件里没有表格：没有一行是用制表符分列的。',
    cure: '请从 Word 或 Excel 中复制整张表格再保存为文本，或者直接上传 .docx、.xlsx 文件。',
  });
}
