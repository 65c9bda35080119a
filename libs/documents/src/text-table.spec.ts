import { seedBytes } from '../testing/seed-rows.js';
import { readDocumentTable } from './read-document-table.js';

const text = seedBytes().toString('utf8');
const rowsOf = async (bytes: Uint8Array) => {
  const read = await readDocumentTable(bytes, 'list.txt');
  if (!read.ok) throw new Error(read.error.message);
  return read.value;
};

describe('a text file', () => {
  it.each<[string, Uint8Array]>([
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16 little-endian, as Excel saves it', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['lines ended as on Windows', Buffer.from(text.replaceAll('\n', '\r\n'))],
  ])('in %s has the same table as in UTF-8', async (_name, bytes) => {
    expect(await rowsOf(bytes)).toEqual(await rowsOf(seedBytes()));
  });

  it('in GB18030 is read, rare characters of four bytes included', async () => {
    const bytes = Buffer.from('28c8fd2920b3e5dde4d5f2099534b2358139ee39b2bfc3c50a', 'hex');
    expect((await rowsOf(bytes)).rows).toEqual([{ line: 1, cells: ['(三) 冲蒌镇', '𠮷㐀部门'] }]);
  });

  it('gives each row its line, and the lines above the table apart', async () => {
    expect(await rowsOf(Buffer.from('\n附件\n\n清单\n甲\t乙\n\n— 1 —\n丙\t丁\n'))).toEqual({
      preamble: ['附件', '清单'],
      rows: [
        { line: 5, cells: ['甲', '乙'] },
        { line: 7, cells: ['— 1 —'] },
        { line: 8, cells: ['丙', '丁'] },
      ],
    });
  });

  it('keeps every character of a cell', async () => {
    const { rows } = await rowsOf(Buffer.from(' <p>甲</p>\u3000\t 乙 \n'));
    expect(rows[0]!.cells).toEqual([' <p>甲</p>\u3000', ' 乙 ']);
  });

  it('as a spreadsheet saves it may quote cells, line breaks inside included', async () => {
    const saved = '甲\t"建立登记卡, 全流程\n跟踪"\t丙\n丁\t"落实""三项制度"""\t己\n';
    expect((await rowsOf(Buffer.from(saved))).rows).toEqual([
      { line: 1, cells: ['甲', '建立登记卡, 全流程\n跟踪', '丙'] },
      { line: 3, cells: ['丁', '落实"三项制度"', '己'] },
    ]);
  });

  it('keeps quotation marks that are part of the words', async () => {
    const words = '"三项制度"落实\t"甲" 和 "乙"\t"没有下文\n庚\t辛\t完成"\n';
    expect((await rowsOf(Buffer.from(words))).rows.map((row) => row.cells)).toEqual([
      ['"三项制度"落实', '"甲" 和 "乙"', '"没有下文'],
      ['庚', '辛', '完成"'],
    ]);
  });
});
