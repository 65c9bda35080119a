import { readPlan } from '@chengban/domain';
import type { DocumentTable, PlanReading } from '@chengban/domain';
import { makeDocx, paragraphXml, tableXml } from '../testing/make-docx.js';
import { makeXlsx, mergeBlanks } from '../testing/make-xlsx.js';
import { SEED_TITLE, seedBytes, seedRows } from '../testing/seed-rows.js';
import { readDocumentTable } from './read-document-table.js';

async function tableOf(bytes: Uint8Array): Promise<DocumentTable> {
  const table = await readDocumentTable(bytes, 'list');
  if (!table.ok) throw new Error(table.error.message);
  return table.value;
}

/** A reading without the lines, which only a text file has. */
const withoutLines = (reading: PlanReading): unknown =>
  JSON.parse(JSON.stringify(reading, (key, value: unknown) => (key === 'line' ? undefined : value)));

/** The blank cells of the first two columns are what the seed calls merged. */
const isContinued = (rows: readonly (readonly string[])[], r: number, c: number): boolean =>
  c < 2 && rows[r]![c] === '' && rows[r - 1]?.[0] !== '重点任务';

describe('the seed list in Word and Excel', () => {
  const rows = seedRows();
  const fromText = async () => withoutLines(readPlan(await tableOf(seedBytes())));

  it('gives the same reading from one Word table with merged cells', async () => {
    const cells = rows.map((row, r) => row.map((cell, c) => (isContinued(rows, r, c) ? null : cell)));
    const docx = makeDocx(paragraphXml('附件 1') + paragraphXml(SEED_TITLE) + tableXml(cells));
    expect(withoutLines(readPlan(await tableOf(docx)))).toEqual(await fromText());
  });

  it('gives the same reading from a Word document with one table per page', async () => {
    const starts = rows.flatMap((row, r) => (row[0] === '重点任务' ? [r] : []));
    const pages = starts.map((start, page) => rows.slice(start, starts[page + 1]));
    const docx = makeDocx(paragraphXml(SEED_TITLE) + pages.map(tableXml).join(paragraphXml('— 3 —')));
    expect(withoutLines(readPlan(await tableOf(docx)))).toEqual(await fromText());
  });

  it('gives the same reading from an Excel sheet with merged cells below a title', async () => {
    const xlsx = makeXlsx([
      {
        name: '清单',
        rows: [[SEED_TITLE], ...rows],
        merges: [{ s: { r: 0, c: 0 }, e: { r: 0, c: 4 } }, ...mergeBlanks(rows, [0, 1], 1)],
      },
    ]);
    const table = await tableOf(xlsx);
    const shifted = JSON.parse(
      JSON.stringify(withoutLines(readPlan(table)), (key, value: unknown) =>
        key === 'row' ? (value as number) - 1 : value,
      ),
    ) as unknown;
    expect(shifted).toEqual(await fromText());
    expect(table.rows[1]!.line).toBe(2);
  });
});

describe('merged cells', () => {
  const header = ['重点任务', '工作任务', '主要措施', '责任单位', '完成时限'];
  const first = ['(一) 甲', '1. 乙', '(1) 丙', '市公安局', '长期推进'];

  it('of units and deadlines hold for every row that they cover', async () => {
    const docx = makeDocx(tableXml([header, first, [null, null, '(2) 丁', null, null]]));
    const { measures, findings } = readPlan(await tableOf(docx));
    expect(findings).toEqual([]);
    expect(measures[1]).toMatchObject({ no: 2, units: ['市公安局'], deadline: { ongoing: true } });
    expect(measures[1]!.source.cells).toEqual({ text: '(2) 丁', units: '', deadline: '' });
  });

  it('are not taken for granted where the cell is only empty', async () => {
    const docx = makeDocx(tableXml([header, first, [null, null, '(2) 丁', '', '']]));
    const { findings } = readPlan(await tableOf(docx));
    expect(findings.map((f) => [f.code, f.at])).toEqual([
      ['cell-missing', { row: 3, column: 4 }],
      ['cell-missing', { row: 3, column: 5 }],
    ]);
  });

  it('across columns keep the later columns in their place', async () => {
    const wide = { text: '总则', columns: 5 };
    const { rows } = await tableOf(makeDocx(tableXml([header, [wide], first])));
    expect(rows[1]!.cells).toEqual(['总则', '', '', '', '']);
    expect(rows[2]!.cells).toEqual(first);
  });
});

describe('a Word document', () => {
  it('may break a cell into paragraphs', async () => {
    const docx = makeDocx(
      tableXml([
        ['重点任务', '工作任务', '主要措施', '责任单位', '完成时限'],
        ['(一) 甲', '1. 乙', '(1) 建立制度，\n落实责任。', '市司法局\n市公安局', '2024年6月底前完成\n持续推进'],
      ]),
    );
    const { measures, findings } = readPlan(await tableOf(docx));
    expect(findings).toEqual([]);
    expect(measures[0]).toMatchObject({
      text: '建立制度，落实责任。',
      units: ['市司法局', '市公安局'],
      deadline: { milestones: [{ due: '2024-06-30', requirement: '完成' }], ongoing: true },
    });
  });
});

describe('a workbook', () => {
  it('gives up its hidden sheets and passes over a sheet that is no list', async () => {
    const list = seedRows().slice(0, 3);
    const table = await tableOf(
      makeXlsx([
        { name: '草稿', rows: seedRows(), hidden: true },
        { name: '清单', rows: list },
        {
          name: '通讯录',
          rows: [
            ['单位', '电话'],
            ['市公安局', '110'],
          ],
        },
      ]),
    );
    const reading = readPlan(table);
    expect(reading.measures.map((m) => m.no)).toEqual([1, 2]);
    expect(reading.findings.map((f) => f.code)).toEqual(['table-ignored']);
  });
});
