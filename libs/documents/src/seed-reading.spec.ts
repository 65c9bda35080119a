import { readFileSync } from 'node:fs';
import { readPlan } from '@chengban/domain';
import type { PlanReading } from '@chengban/domain';
import { readDocumentTable } from './read-document-table.js';

const seed = (name: string) => new URL(`../../../seeds/taishan/${name}`, import.meta.url);

/**
 * Written by hand from the document, measure by measure: number, key task, work task, units, days, open tail.
 * 司 市司法局 · 单位 各行政执法单位 · 镇 各镇（街） · 政数 市政务服务数据管理局 · 发改 市发展和改革局 · 市监 市市场监督管理局
 */
const BY_HAND = `
1 1 1 | 单位 | 2024-12-31 | +
2 1 1 | 单位 | 2024-12-31 | +
3 1 2 | 司 单位 | 2024-06-30 | +
4 1 2 | 司 单位 | 2024-06-30* 2025-03-31 | +
5 1 2 | 下放执法职权事项的市直行政执法部门 | 每年11-20 | +
6 1 2 | 司 单位 | 2024-12-31 | +
7 1 3 | 司 单位 | 2024-06-30 | +
8 1 3 | 司 单位 | 2024-06-30 | +
9 1 3 | 司 单位 | 2024-12-31 | +
10 1 4 | 司 单位 | 2025-03-31 | +
11 1 4 | 司 单位 | 2025-06-30 | +
12 1 4 | 司 | 2025-06-30 | +
13 2 5 | 司 单位 | 2024-02-29 | +
14 2 5 | 单位 | 每年05-31 每年11-30 |
15 2 5 | 司 | 2024-12-31 |
16 2 6 | 司 单位 | 2025-07-31 | +
17 2 6 | 单位 | | +
18 2 6 | 单位 | | +
19 2 7 | 司 单位 | | +
20 2 7 | 单位 | | +
21 2 7 | 发改 司 市监 单位 | | +
22 2 7 | 发改 司 市监 单位 | | +
23 2 8 | 司 单位 | | +
24 2 8 | 单位 | | +
25 2 8 | 市公安局 司 市自然资源局 市住房和城乡建设局 市交通运输局 市水利局 市农业农村局 市文化广电旅游体育局 市卫生健康局 市应急管理局 市监 市城市管理和综合执法局 江门市生态环境局台山分局 | 2024-10-20 2024-12-20 | +
26 3 9 | 司 政数 单位 | 2024-04-30 | +
27 3 9 | 司 政数 单位 | 2024-04-30 2024-05-20 | +
28 3 9 | 司 单位 | 2024-08-31 | +
29 3 10 | 司 单位 | 2024-11-30 | +
30 3 10 | 市政府办公室 市委编办 司 单位 | 2024-12-31 | +
31 3 10 | 司 镇 | 2025-12-31 | +
32 3 11 | 司 单位 | 2025-06-30 | +
33 3 11 | 司 单位 | 2024-06-30* 2024-12-31! | +
34 3 11 | 司 单位 | 2025-06-30 | +
35 3 11 | 司 单位 | 2025-06-30 | +
36 3 12 | 单位 | | +
37 3 12 | 单位 | 2025-06-30 | +
38 4 13 | 司 单位 | 2025-06-30 | +
39 4 13 | 司 单位 | 2024-12-31 | +
40 4 14 | 司 | 2024-12-31 | +
41 4 14 | 各行政执法部门 | 2024-12-31 | +
42 4 14 | 司 镇 | 2025-06-30 | +
43 4 15 | 司 | 2025-06-30 | +
44 4 15 | 司 | 2024-12-31 | +
45 5 16 | 司 政数 单位 | 2024-06-30 | +
46 5 16 | 司 单位 | | +
47 5 16 | 司 | | +
48 5 17 | 发改 司 市监 政数 | 2025-03-31 | +
49 5 17 | 发改 司 市监 政数 | 2025-06-30 | +
50 6 18 | 司 市人力资源和社会保障局 单位 | 2025-06-30 | +
51 6 18 | 市委编办 司 | 2024-12-31 | +
52 6 18 | 司 | 2025-06-30 | +
53 6 19 | 单位 | 2025-06-30 | +
54 6 19 | 单位 | 2025-06-30 | +
55 6 20 | 市财政局 单位 | 2025-06-30 | +
`.trim();

const SHORT: Readonly<Record<string, string>> = {
  司: '市司法局',
  单位: '各行政执法单位',
  镇: '各镇（街）',
  政数: '市政务服务数据管理局',
  发改: '市发展和改革局',
  市监: '市市场监督管理局',
};

const line = (m: PlanReading['measures'][number]): string => {
  const days = m.deadline.milestones.map(
    (d) => (d.due ?? `每年${d.yearly}`) + (d.sectors ? '*' : '') + (d.exceptSectors ? '!' : ''),
  );
  return [m.no, m.keyTask, m.workTask, m.units.join(' '), days.join(' '), m.deadline.ongoing].join('|');
};

const byHand = BY_HAND.split('\n').map((row) => {
  const [numbers, units, days, tail] = row.split('|').map((part) => part.trim());
  const names = units!.split(' ').map((name) => SHORT[name] ?? name);
  return [...numbers!.split(' '), names.join(' '), days, tail === '+'].join('|');
});

async function readSeed(): Promise<PlanReading> {
  const table = await readDocumentTable(readFileSync(seed('tasklist.txt')), 'tasklist.txt');
  if (!table.ok) throw new Error(table.error.message);
  return readPlan(table.value);
}

describe('the reading of the seed list', () => {
  it('has 6 key tasks, 20 work tasks and 55 measures, 41 of them for 市司法局', async () => {
    const reading = await readSeed();
    expect([reading.keyTasks.length, reading.workTasks.length, reading.measures.length]).toEqual([6, 20, 55]);
    expect(reading.measures.filter((m) => m.units.includes('市司法局')).length).toBe(41);
    expect(reading.title).toBe('台山市提升行政执法质量三年行动实施方案工作任务清单');
  });

  it('agrees with every unit and every day read by hand', async () => {
    expect((await readSeed()).measures.map(line)).toEqual(byHand);
  });

  it('is the confirmed reading, to the letter', async () => {
    const confirmed = JSON.parse(readFileSync(seed('reading.json'), 'utf8')) as unknown;
    expect(JSON.parse(JSON.stringify(await readSeed()))).toEqual(confirmed);
  });

  it('asks only whether «and» is 和, 或 or 与, in measures 25 and 37', async () => {
    const { findings, measures } = await readSeed();
    expect(findings.map((f) => [f.code, measures.find((m) => m.source.row === f.at?.row)?.no, f.at?.line])).toEqual([
      ['conjunction-to-confirm', 25, 42],
      ['conjunction-to-confirm', 37, 60],
    ]);
    expect(measures[24]!.text).toContain('依法保护民营企业和企业家权益');
    expect(measures[36]!.text).toContain('相应的监管规则和标准');
  });

  it('repairs nothing but the dirt that is there, each with its place', async () => {
    const { repairs, measures } = await readSeed();
    const of = (code: string) => repairs.filter((r) => r.code === code);
    expect(of('markup-removed').length).toBe(11);
    expect(of('unit-name-joined')).toEqual([
      expect.objectContaining({
        at: { row: 7, column: 4, line: 14 },
        before: '下放执法职权事项的市直 行政执法部门',
        after: '下放执法职权事项的市直行政执法部门',
      }),
    ]);
    expect(of('space-in-date').map((r) => r.at.row)).toEqual([2, 3, 5, 6, 7, 8]);
    expect(of('conjunction-repaired').map((r) => r.at.row)).toEqual([31, 46]);
    const text = measures.map((m) => m.text + m.deadline.text + m.units.join('')).join('');
    expect(text).not.toMatch(/[,;:()<>]|\s|and/u);
    expect(text).not.toMatch(/[\u3400-\u9fff] |\d /u);
  });

  it('keeps the original text of each cell beside its reading', async () => {
    const lines = readFileSync(seed('tasklist.txt'), 'utf8').split('\n');
    for (const { source } of (await readSeed()).measures) {
      const [, , text, units, deadline] = lines[source.line! - 1]!.split('\t');
      expect(source.cells).toEqual({ text, units, deadline });
    }
  });

  it('reads the milestones of sectors in the words of the document', async () => {
    const { measures } = await readSeed();
    expect(measures[3]!.deadline.milestones[0]).toEqual({
      due: '2024-06-30',
      requirement: '率先完成备案登记工作',
      sectors:
        '公安 城市管理综合执法 市场监督管理 生态环境 文化广电旅游体育 交通运输 应急管理 农业农村 海洋综合执法'.split(
          ' ',
        ),
    });
    expect(measures[32]!.deadline.milestones[1]).toEqual({
      due: '2024-12-31',
      requirement: '完成',
      exceptSectors: ['公安', '交通运输'],
    });
  });

  it('takes far less than 200 ms', async () => {
    const table = await readDocumentTable(readFileSync(seed('tasklist.txt')), 'tasklist.txt');
    if (!table.ok) throw new Error(table.error.message);
    const start = performance.now();
    readPlan(table.value);
    expect(performance.now() - start).toBeLessThan(200);
  });
});
