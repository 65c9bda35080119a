import fc from 'fast-check';
import type { DocumentTable } from './document-table.js';
import { readPlan } from './read-plan.js';

const HEADER = ['重点任务', '工作任务', '主要措施', '责任单位', '完成时限'];
const FIRST = ['(一) 甲', '1. 乙', '(1) 丙', '市公安局', '长期推进'];
const table = (...rows: string[][]): DocumentTable => ({
  preamble: [],
  rows: rows.map((cells, index) => ({ line: index + 10, cells })),
});
const read = (...rows: string[][]) => readPlan(table(...rows));
const findings = (...rows: string[][]) =>
  read(...rows).findings.map((f) => [f.code, f.severity, f.at?.row, f.at?.column]);

describe('reading a plan', () => {
  it('carries the tasks of a merged cell down, over repeated headers', () => {
    const reading = read(
      HEADER,
      FIRST,
      ['', '', '(2) 丁', '市公安局', '长期推进'],
      HEADER,
      ['', '2. 戊', '(3) 己', '市公安局', '长期推进'],
      ['(二) 庚', '3. 辛', '(4) 壬', '市公安局', '长期推进'],
    );
    expect(reading.findings).toEqual([]);
    expect(reading.measures.map((m) => [m.no, m.keyTask, m.workTask])).toEqual([
      [1, 1, 1],
      [2, 1, 1],
      [3, 1, 2],
      [4, 2, 3],
    ]);
    expect(reading.workTasks).toEqual([
      { no: 1, keyTask: 1, title: '乙' },
      { no: 2, keyTask: 1, title: '戊' },
      { no: 3, keyTask: 2, title: '辛' },
    ]);
  });

  it('knows a task that a page break repeats', () => {
    const reading = read(HEADER, FIRST, HEADER, ['（一）甲', '1．乙', '（2）丁', '市公安局', '长期推进']);
    expect(reading).toMatchObject({ findings: [], keyTasks: [{ no: 1 }], workTasks: [{ no: 1 }] });
  });

  it('finds the columns by their names, in any order, and passes over others with a word', () => {
    const reading = read(
      ['序号', '完成时间', '承办单位', '工作措施', '工作任务', '重点工作'],
      ['1', '2024年6月底前完成', '市公安局', '(1) 丙', '1. 乙', '一、甲'],
    );
    expect(reading.measures[0]).toMatchObject({
      text: '丙',
      units: ['市公安局'],
      deadline: { milestones: [{ due: '2024-06-30' }] },
    });
    expect(reading.keyTasks).toEqual([{ no: 1, title: '甲' }]);
    expect(reading.findings).toMatchObject([
      { code: 'column-ignored', severity: 'warning', at: { row: 1, column: 1 } },
    ]);
  });

  it('follows a header that changes the order in the middle', () => {
    const swapped = ['重点任务', '工作任务', '主要措施', '完成时限', '责任单位'];
    expect(read(HEADER, FIRST, swapped, ['', '', '(2) 丁', '长期推进', '市司法局']).measures[1]!.units).toEqual([
      '市司法局',
    ]);
  });

  it('takes its title from the line above the table', () => {
    const rows = [HEADER, FIRST].map((cells) => ({ cells }));
    expect(readPlan({ preamble: ['附件 2', '江门市任务清单'], rows }).title).toBe('江门市任务清单');
    expect(readPlan({ preamble: [], rows: [{ cells: ['', '任务清单', ''] }, ...rows] }).title).toBe('任务清单');
    expect(readPlan({ preamble: ['附件1'], rows }).title).toBe('');
  });

  it('counts a level that has no numbers at all, and says so', () => {
    const reading = read(
      HEADER,
      ['甲', '乙', '丙', '市公安局', '长期推进'],
      ['', '', '丁', '市公安局', '长期推进'],
      ['', '戊', '己', '市公安局', '长期推进'],
    );
    expect(reading.measures.map((m) => [m.no, m.workTask])).toEqual([
      [1, 1],
      [2, 1],
      [3, 2],
    ]);
    expect(reading.findings.map((f) => f.code)).toEqual(['numbers-assigned', 'numbers-assigned', 'numbers-assigned']);
  });

  it('lets register names prove a joined unit', () => {
    const rows = table(HEADER, ['(一) 甲', '1. 乙', '(1) 丙', '市卫生 健康局', '长期推进']);
    expect(readPlan(rows).findings.map((f) => f.code)).toEqual(['unit-join-to-confirm']);
    expect(readPlan(rows, { knownUnits: ['市卫生健康局'] }).findings).toEqual([]);
  });
});

describe('what is wrong in a plan', () => {
  const row = (no: string, ...rest: string[]) => ['', '', `${no} 丁`, '市公安局', '长期推进', ...rest];

  it.each<[string, string[][], unknown[]]>([
    ['a gap in the numbers', [FIRST, row('(4)')], ['number-gap', 'warning', 3, 3]],
    ['a number used twice', [FIRST, row('(1)')], ['number-duplicate', 'error', 3, 3]],
    ['a measure without a number', [FIRST, row('')], ['number-missing', 'error', 3, 3]],
    [
      'a key task of an old number with a new title',
      [FIRST, ['(一) 癸', '2. 子', '(2) 丑', '市公安局', '长期推进']],
      ['number-duplicate', 'error', 3, 1],
    ],
    ['no units', [['(一) 甲', '1. 乙', '(1) 丙', ' ', '长期推进']], ['cell-missing', 'error', 2, 4]],
    ['no deadline', [['(一) 甲', '1. 乙', '(1) 丙', '市公安局', '']], ['cell-missing', 'error', 2, 5]],
    ['no measure', [FIRST, ['', '2. 戊', '', '市公安局', '长期推进']], ['cell-missing', 'error', 3, 3]],
    ['no key task', [['', '1. 乙', '(1) 丙', '市公安局', '长期推进']], ['cell-missing', 'error', 2, 1]],
    ['no work task', [['(一) 甲', '', '(1) 丙', '市公安局', '长期推进']], ['cell-missing', 'error', 2, 2]],
    [
      'a new key task without a work task',
      [FIRST, ['(二) 戊', '', '(2) 丁', '市公安局', '长期推进']],
      ['cell-missing', 'error', 3, 2],
    ],
    ['a number without words', [FIRST, ['', '', '(2)', '市公安局', '长期推进']], ['title-missing', 'error', 3, 3]],
    ['a row with too few cells', [FIRST, ['', '(2) 丁', '市公安局', '长期推进']], ['row-incomplete', 'error', 3, 1]],
    ['a row with too many cells', [FIRST, row('(2)', '多余')], ['row-too-wide', 'error', 3, 1]],
    ['a line between the rows', [FIRST, ['注：以上均含镇街'], row('(2)')], ['stray-row', 'warning', 3, 1]],
    [
      'an unknown deadline',
      [['(一) 甲', '1. 乙', '(1) 丙', '市公安局', '适时完成']],
      ['deadline-unknown', 'error', 2, 5],
    ],
  ])('%s is a finding at its place', (_what, rows, finding) => expect(findings(HEADER, ...rows)).toEqual([finding]));

  it('a number out of order is kept, with a question', () => {
    expect(findings(HEADER, FIRST, row('(3)'), row('(2)'))).toEqual([
      ['number-gap', 'warning', 3, 3],
      ['number-order', 'warning', 4, 3],
    ]);
  });

  it('a page number between the rows is none', () => {
    expect(findings(HEADER, FIRST, ['— 3 —'], ['第 4 页'], row('(2)'))).toEqual([]);
  });

  it.each<[string, string[][], string]>([
    ['no rows', [], 'header-missing'],
    ['no header', [FIRST], 'header-missing'],
    ['a header without a column', [HEADER.slice(0, 4), FIRST.slice(0, 4)], 'column-missing'],
    ['nothing below the header', [HEADER], 'no-measures'],
  ])('a table with %s is an error with empty lists', (_what, rows, code) => {
    const reading = read(...rows);
    expect(reading.findings).toMatchObject([{ code, severity: 'error', cure: expect.any(String) }]);
    expect([reading.keyTasks, reading.workTasks, reading.measures]).toEqual([[], [], []]);
  });

  it('says which column a header lacks', () => {
    expect(read(HEADER.slice(0, 4)).findings[0]!.message).toContain('「完成时限」');
  });

  it('is never an exception, whatever the cells hold', () => {
    const cell = fc.oneof(
      fc.constantFrom(...HEADER, ...FIRST, '', '<p>', '(', '2024年', '每年', '（', '，'),
      fc.string(),
    );
    const rows = fc.array(fc.array(cell, { maxLength: 7 }), { maxLength: 12 });
    fc.assert(
      fc.property(rows, (cells) => {
        const reading = read(HEADER, ...cells);
        for (const measure of reading.measures) {
          expect(
            reading.workTasks.some((task) => task.no === measure.workTask && task.keyTask === measure.keyTask),
          ).toBe(true);
          expect(reading.keyTasks.some((task) => task.no === measure.keyTask)).toBe(true);
        }
      }),
    );
  });
});
