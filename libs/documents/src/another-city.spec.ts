import { readPlan } from '@chengban/domain';
import { makeDocx, paragraphXml, tableXml } from '../testing/make-docx.js';
import { makeXlsx } from '../testing/make-xlsx.js';
import { readDocumentTable } from './read-document-table.js';

const HEADER = ['序号', '重点工作', '工作任务', '具体措施', '完成时间', '牵头单位', '备注'];
const ROWS = [
  [
    '1',
    '一、提升能力',
    '1、抓好培训',
    '（1）组织全员轮训,每人不少于 40 学时',
    '2025 年第二季度末前完成',
    '市委依法治市办 市司法局',
    '',
  ],
  [
    '2',
    '',
    '',
    '（2）开展大比武',
    '2025年9月下旬前完成比武；2025年12月15日前报送总结',
    '各县（市、区）司法局',
    '联合开展',
  ],
  [
    '3',
    '二、规范执法',
    '2、清理事项',
    '（3）梳理执法事项',
    '每年6月底、12月底前报送清单',
    '市政务服务和数据管理局',
    '',
  ],
  [
    '4',
    '',
    '',
    '（4）开展评查',
    '水利、气象等部门于2025年6月底前，其余单位于2025年年底前完成，长期坚持',
    '市水利局、市气象局、市城管局',
    '',
  ],
  ['5', '', '3、强化监督', '（5）按上级要求及时整改', '按上级要求时限完成', '市司法局', ''],
];

async function readingOf(bytes: Uint8Array) {
  const table = await readDocumentTable(bytes, '清单');
  if (!table.ok) throw new Error(table.error.message);
  return readPlan(table.value);
}

describe("another city's list, with its own columns and words", () => {
  it.each<[string, () => Buffer]>([
    ['Word', () => makeDocx(paragraphXml('附件1') + paragraphXml('某市任务分解表') + tableXml([HEADER, ...ROWS]))],
    ['Excel', () => makeXlsx([{ name: 'Sheet1', rows: [['某市任务分解表'], [], HEADER, ...ROWS] }])],
    ['text', () => Buffer.from(['某市任务分解表', ...[HEADER, ...ROWS].map((row) => row.join('\t'))].join('\r\n'))],
  ])('is read from %s', async (_kind, make) => {
    const reading = await readingOf(make());
    expect(reading.title).toBe('某市任务分解表');
    expect(reading.keyTasks).toEqual([
      { no: 1, title: '提升能力' },
      { no: 2, title: '规范执法' },
    ]);
    expect(reading.workTasks.map((task) => [task.no, task.keyTask])).toEqual([
      [1, 1],
      [2, 2],
      [3, 2],
    ]);
    expect(reading.measures.map((m) => [m.text, m.units, m.deadline.milestones, m.deadline.ongoing])).toEqual([
      [
        '组织全员轮训，每人不少于40学时',
        ['市委依法治市办', '市司法局'],
        [{ due: '2025-06-30', requirement: '完成' }],
        false,
      ],
      [
        '开展大比武',
        ['各县（市、区）司法局'],
        [
          { due: '2025-09-30', requirement: '完成比武' },
          { due: '2025-12-15', requirement: '报送总结' },
        ],
        false,
      ],
      [
        '梳理执法事项',
        ['市政务服务和数据管理局'],
        [
          { yearly: '06-30', requirement: '报送清单' },
          { yearly: '12-31', requirement: '报送清单' },
        ],
        false,
      ],
      [
        '开展评查',
        ['市水利局', '市气象局', '市城管局'],
        [
          { due: '2025-06-30', requirement: '完成', sectors: ['水利', '气象'] },
          { due: '2025-12-31', requirement: '完成', exceptSectors: ['水利', '气象'] },
        ],
        true,
      ],
      ['按上级要求及时整改', ['市司法局'], [], false],
    ]);
    expect(reading.findings.map((f) => [f.code, f.severity])).toEqual([
      ['column-ignored', 'warning'],
      ['column-ignored', 'warning'],
      ['deadline-unknown', 'error'],
    ]);
  });
});
