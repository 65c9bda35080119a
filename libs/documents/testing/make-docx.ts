import { makeZip } from './make-zip.js';
import type { PartToZip } from './make-zip.js';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

export const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const paragraph = (text: string): string => `<w:p><w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r></w:p>`;

/** null: the cell continues the one above (vMerge). A text of several lines becomes several paragraphs. */
export type WordCell = string | null | { readonly text: string; readonly columns: number };

function cellXml(cell: WordCell, startsMerge: boolean): string {
  const columns = cell !== null && typeof cell === 'object' ? `<w:gridSpan w:val="${cell.columns}"/>` : '';
  const merge = cell === null ? '<w:vMerge/>' : startsMerge ? '<w:vMerge w:val="restart"/>' : '';
  const text = cell === null ? '' : typeof cell === 'object' ? cell.text : cell;
  return `<w:tc><w:tcPr>${columns}${merge}</w:tcPr>${text.split('\n').map(paragraph).join('')}</w:tc>`;
}

export const tableXml = (rows: readonly (readonly WordCell[])[]): string =>
  `<w:tbl>${rows
    .map((row, r) => `<w:tr>${row.map((cell, c) => cellXml(cell, rows[r + 1]?.[c] === null)).join('')}</w:tr>`)
    .join('')}</w:tbl>`;

/** A minimal Word document (ECMA-376 part 1, WordprocessingML) of the given body. */
export function makeDocx(body: string, extra: readonly PartToZip[] = []): Buffer {
  return makeZip([
    {
      name: '[Content_Types].xml',
      data: '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    },
    {
      name: '_rels/.rels',
      data: '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    },
    {
      name: 'word/document.xml',
      data: `<?xml version="1.0"?><w:document xmlns:w="${W}"><w:body>${body}</w:body></w:document>`,
    },
    ...extra,
  ]);
}

export { paragraph as paragraphXml };
