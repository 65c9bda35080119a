import mammoth from 'mammoth';
import type { DocumentTable } from '@chengban/domain';
import { layOutGrid } from './grid.js';
import { readHtmlTables } from './html-tables.js';

// Pictures say nothing about the list: they are neither decoded nor fetched.
const convertImage = mammoth.images.imgElement(() => Promise.resolve({ src: '' }));

/** Word document → its tables, one after the other. Throws what mammoth throws on a document that it cannot read. */
export async function tableOfDocx(bytes: Uint8Array): Promise<DocumentTable> {
  const { value: html } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes) },
    { convertImage, externalFileAccess: false },
  );
  const { preamble, tables } = readHtmlTables(html);
  const rows = tables.flatMap((table, index) => layOutGrid(table).map((row) => ({ ...row, table: index + 1 })));
  return { preamble, rows };
}
