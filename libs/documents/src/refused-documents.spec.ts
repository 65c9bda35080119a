import { performance } from 'node:perf_hooks';
import { randomBytes } from 'node:crypto';
import { makeDocx, paragraphXml, tableXml } from '../testing/make-docx.js';
import { makeXlsx } from '../testing/make-xlsx.js';
import { makeZip } from '../testing/make-zip.js';
import { seedBytes, seedRows } from '../testing/seed-rows.js';
import { readDocumentTable } from './read-document-table.js';

const compound = (text = ''): Buffer =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504), Buffer.from(text, 'utf16le')]);

async function refusalOf(bytes: Uint8Array, fileName = 'list') {
  const read = await readDocumentTable(bytes, fileName);
  if (read.ok) throw new Error(`was read: ${JSON.stringify(read.value).slice(0, 200)}`);
  return read.error;
}

const MB = 1024 * 1024;
const docx = makeDocx(tableXml(seedRows()));
const table = tableXml([['甲', '乙']]);

describe('a document that is refused', () => {
  it.each<[string, string, () => Uint8Array]>([
    ['0 bytes', 'document-empty', () => new Uint8Array()],
    ['more than 20 MB', 'document-too-large', () => Buffer.alloc(20 * MB + 1, 'a\tb\n')],
    ['a program named .txt', 'document-wrong-kind', () => Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1')],
    ['a PDF', 'document-wrong-kind', () => Buffer.from('%PDF-1.7\n1 0 obj')],
    ['a picture', 'document-wrong-kind', () => Buffer.from('89504e470d0a1a0a0000', 'hex')],
    ['a web page', 'document-wrong-kind', () => Buffer.from('<html><table><tr><td>甲</td></tr></table></html>')],
    [
      'random bytes',
      'document-not-text',
      () => Buffer.concat([Buffer.from('表\t'), Buffer.alloc(64), randomBytes(512)]),
    ],
    ['text with a zero byte', 'document-not-text', () => Buffer.from('重点任务\t工作任务\0\n')],
    ['a text without a table', 'document-without-table', () => Buffer.from('通知\n各单位：\n请于月底前完成。')],
    ['a text whose tabs separate nothing', 'document-without-table', () => Buffer.from('\t通知\n\t请完成\n')],
    ['an old Word or Excel file', 'document-old-format', () => compound('WordDocument')],
    ['an office file with a password', 'document-encrypted', () => compound('EncryptedPackage')],
    [
      'a zip with encrypted parts',
      'document-encrypted',
      () => makeZip([{ name: 'word/document.xml', data: 'x', encrypted: true }]),
    ],
    ['an ordinary zip', 'document-wrong-kind', () => makeZip([{ name: 'readme.txt', data: 'hello' }])],
    ['an empty zip', 'document-wrong-kind', () => makeZip([])],
    ['slides', 'document-wrong-kind', () => makeZip([{ name: 'ppt/presentation.xml', data: '<p/>' }])],
    ['a zip cut short', 'document-broken', () => docx.subarray(0, docx.length - 200)],
    ['a zip with nothing but its first bytes', 'document-broken', () => Buffer.from('PK\x03\x04 and more')],
    [
      'a zip with two parts of one name',
      'document-broken',
      () => makeDocx(table, [{ name: 'word/document.xml', data: '<x/>' }]),
    ],
    ['a Word document without a table', 'document-without-table', () => makeDocx(paragraphXml('只有一段话'))],
    ['a Word document that is no XML', 'document-broken', () => makeZip([{ name: 'word/document.xml', data: '<<<' }])],
    ['a workbook that is no XML', 'document-broken', () => makeZip([{ name: 'xl/workbook.xml', data: 'not xml' }])],
    ['a workbook without cells', 'document-without-table', () => makeXlsx([{ name: '空', rows: [] }])],
    [
      'XML with a DOCTYPE',
      'document-broken',
      () => makeDocx(table, [{ name: 'word/x.xml', data: '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' }]),
    ],
    ['a cell of 10,000 characters', 'document-too-long', () => Buffer.from(`甲\t${'名'.repeat(10_000)}\n`)],
    ['6,000 rows', 'document-too-long', () => Buffer.from('甲\t乙\n'.repeat(6_000))],
    ['10 MB of short lines', 'document-without-table', () => Buffer.from('a\n'.repeat(5 * MB))],
    [
      'a Word table of 300 columns',
      'document-too-long',
      () => makeDocx(tableXml([Array.from('甲乙丙', (text) => ({ text, columns: 100 }))])),
    ],
    [
      'a sheet of 200 columns',
      'document-too-long',
      () => makeXlsx([{ name: '宽', rows: [Array.from({ length: 200 }, () => '甲')] }]),
    ],
    [
      'a sheet of 2,000 merged ranges',
      'document-too-long',
      () =>
        makeXlsx([
          {
            name: '合并',
            rows: [['甲', '乙']],
            merges: Array.from({ length: 2_000 }, (_, n) => ({ s: { r: n * 2, c: 0 }, e: { r: n * 2 + 1, c: 0 } })),
          },
        ]),
    ],
    ['a row of 500 cells', 'document-too-long', () => Buffer.from('甲\t'.repeat(500))],
  ])('%s is %s', async (_what, code, make) => {
    expect(await refusalOf(make())).toEqual({
      code,
      message: expect.stringMatching(/[\u4e00-\u9fff]/u),
      cure: expect.stringMatching(/[\u4e00-\u9fff]/u),
    });
  });

  it('is named in the message, shortened when its name has 10,000 characters', async () => {
    expect((await refusalOf(new Uint8Array(), '清单.txt')).message).toBe('「清单.txt」：这个文件是空的（0 字节）。');
    expect((await refusalOf(new Uint8Array(), '名'.repeat(10_000))).message.length).toBeLessThan(100);
  });

  it('tells how to save an old file anew', async () => {
    expect((await refusalOf(compound(), 'list.doc')).cure).toMatch(/另存为 \.docx 或 \.xlsx/u);
  });
});

describe('a zip bomb', () => {
  const zeros = Buffer.alloc(40 * MB);

  it('is refused by what it declares, without unpacking anything', async () => {
    const bomb = makeDocx(
      table,
      [1, 2, 3, 4].map((n) => ({ name: `word/media/${n}.png`, data: zeros })),
    );
    expect(bomb.length).toBeLessThan(MB);
    const start = performance.now();
    expect((await refusalOf(bomb)).code).toBe('document-unpacks-too-large');
    expect(performance.now() - start).toBeLessThan(100);
  });

  it('is refused by what it holds when its headers lie', async () => {
    const bomb = makeDocx(table, [{ name: 'word/media/1.png', data: zeros, declares: 1000 }]);
    expect((await refusalOf(bomb)).code).toBe('document-unpacks-too-large');
  });

  it('is refused when its XML is more than a list can be', async () => {
    const bomb = makeDocx(table, [{ name: 'word/styles.xml', data: Buffer.alloc(17 * MB, ' ') }]);
    expect((await refusalOf(bomb)).code).toBe('document-unpacks-too-large');
  });

  it('is refused when its XML has more elements than a parser gets through', async () => {
    const bomb = makeDocx(paragraphXml('x').repeat(51_000) + table);
    const start = performance.now();
    expect((await refusalOf(bomb)).code).toBe('document-unpacks-too-large');
    expect(performance.now() - start).toBeLessThan(1_000);
  });

  it('is refused when it has thousands of parts', async () => {
    const parts = Array.from({ length: 2_500 }, (_, n) => ({ name: `word/${n}.xml`, data: '' }));
    expect((await refusalOf(makeDocx(table, parts))).code).toBe('document-unpacks-too-large');
  });

  it('would have been read without its bomb', async () => {
    expect((await readDocumentTable(makeDocx(table), 'list')).ok).toBe(true);
  });
});

describe('hostile office files', () => {
  it('nested 20,000 deep end in a refusal, not in a crash', async () => {
    const deep = '<w:sdt><w:sdtContent>'.repeat(20_000) + table + '</w:sdtContent></w:sdt>'.repeat(20_000);
    expect((await refusalOf(makeDocx(deep))).code).toBe('document-broken');
  });

  it('that claim a million rows are read by the cells that exist', async () => {
    const sheet =
      '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>甲</t></is></c><c r="B1" t="inlineStr"><is><t>乙</t></is></c></row></sheetData><mergeCells><mergeCell ref="A1:A1048576"/></mergeCells></worksheet>';
    const workbook =
      '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>';
    const rels =
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>';
    const types =
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>';
    const bytes = makeZip([
      { name: '[Content_Types].xml', data: types },
      { name: 'xl/workbook.xml', data: workbook },
      { name: 'xl/_rels/workbook.xml.rels', data: rels },
      { name: 'xl/worksheets/sheet1.xml', data: sheet },
    ]);
    const start = performance.now();
    const read = await readDocumentTable(bytes, 'list');
    expect(read).toMatchObject({ ok: true, value: { rows: [{ line: 1, cells: ['甲', '乙'] }] } });
    expect(performance.now() - start).toBeLessThan(500);
  });

  it('damaged anywhere are refused or read, never a fault', async () => {
    const files = [docx, makeXlsx([{ name: '清单', rows: seedRows() }]), seedBytes()];
    let refused = 0;
    for (const file of files) {
      for (let round = 0; round < 40; round += 1) {
        const damaged = Buffer.from(file);
        const at = Math.floor((damaged.length * round) / 40);
        damaged.fill(round * 7, at, at + 8);
        if (!(await readDocumentTable(damaged, 'list')).ok) refused += 1;
      }
    }
    expect(refused).toBeGreaterThan(60);
  });
});
