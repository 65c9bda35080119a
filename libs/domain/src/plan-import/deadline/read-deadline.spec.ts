import { readDeadline } from './read-deadline.js';

const milestones = (text: string) => readDeadline(text).deadline.milestones;
const codes = (text: string) => readDeadline(text).findings.map((finding) => finding.code);

describe('the deadline grammar', () => {
  it.each([
    ['2024年12月底前形成阶段性成果', '2024-12-31', '形成阶段性成果'],
    ['2024年2月底前报送', '2024-02-29', '报送'],
    ['2025年2月末前报送', '2025-02-28', '报送'],
    ['2024年10月上旬前完成', '2024-10-10', '完成'],
    ['2024年10月中旬前完成', '2024-10-20', '完成'],
    ['2024年10月下旬前完成', '2024-10-31', '完成'],
    ['2024年11月15日前完成', '2024-11-15', '完成'],
    ['于2025年6月底之前完成', '2025-06-30', '完成'],
    ['2025年底前完成', '2025-12-31', '完成'],
    ['2025年年底前完成', '2025-12-31', '完成'],
    ['2025年上半年完成', '2025-06-30', '完成'],
    ['2025年第三季度末前完成', '2025-09-30', '完成'],
    ['2024年12月底前', '2024-12-31', ''],
  ])('reads %s as due on %s', (text, due, requirement) => {
    expect(readDeadline(text)).toEqual({
      deadline: { text, milestones: [{ due, requirement }], ongoing: false },
      findings: [],
    });
  });

  it('reads two milestones, each with its own requirement, and the open tail', () => {
    expect(
      readDeadline('2024年10月中旬前完成调研报告，2024年12月中旬前形成阶段性成果，持续推进').deadline,
    ).toMatchObject({
      milestones: [
        { due: '2024-10-20', requirement: '完成调研报告' },
        { due: '2024-12-20', requirement: '形成阶段性成果' },
      ],
      ongoing: true,
    });
  });

  it('reads yearly days', () => {
    expect(milestones('每年11月中旬前将培训情况报市司法局')).toEqual([
      { yearly: '11-20', requirement: '将培训情况报市司法局' },
    ]);
    expect(milestones('每年5月底和11月底前')).toEqual([
      { yearly: '05-31', requirement: '' },
      { yearly: '11-30', requirement: '' },
    ]);
    expect(milestones('每年2月底前')).toEqual([{ yearly: '02-29', requirement: '' }]);
    expect(milestones('每年底前总结')).toEqual([{ yearly: '12-31', requirement: '总结' }]);
  });

  it('lets several days in one list name their years once or each', () => {
    expect(milestones('2024年6月底、12月底和2025年6月底前报告').map((m) => m.due)).toEqual([
      '2024-06-30',
      '2024-12-31',
      '2025-06-30',
    ]);
  });

  it('gives named sectors one day and all others the other, with the requirement that stands only once', () => {
    expect(milestones('公安、交通运输等部门于2024年6月底前，其他行政执法单位于2024年12月底前完成')).toEqual([
      { due: '2024-06-30', requirement: '完成', sectors: ['公安', '交通运输'] },
      { due: '2024-12-31', requirement: '完成', exceptSectors: ['公安', '交通运输'] },
    ]);
  });

  it.each(['2024年6月底前由公安、海洋综合执法等部门率先完成登记', '2024年6月底前公安、海洋综合执法等部门率先完成登记'])(
    'lets sectors go first and all follow: %s',
    (first) => {
      expect(milestones(`${first}，2025年3月底前全覆盖`)).toEqual([
        { due: '2024-06-30', requirement: '率先完成登记', sectors: ['公安', '海洋综合执法'] },
        { due: '2025-03-31', requirement: '全覆盖' },
      ]);
    },
  );

  it.each(['长期推进', '持续推进', '长期坚持', '持续开展。'])('reads %s as an open tail without a day', (text) => {
    expect(readDeadline(text)).toEqual({ deadline: { text, milestones: [], ongoing: true }, findings: [] });
  });

  it('finds the open tail that lacks its comma', () => {
    expect(readDeadline('2024年12月底前形成阶段性成果并持续推进').deadline).toMatchObject({
      milestones: [{ due: '2024-12-31', requirement: '形成阶段性成果' }],
      ongoing: true,
    });
  });

  it('keeps further words of a milestone, for each of its days, and asks for a look', () => {
    const text = '每年5月底和11月底前完成自查，形成报告';
    expect(milestones(text).map((m) => m.requirement)).toEqual(['完成自查，形成报告', '完成自查，形成报告']);
    expect(codes(text)).toEqual(['deadline-words-attached']);
  });

  it('does not break a clause at a comma inside brackets', () => {
    expect(milestones('2024年6月底前完成登记（含执法人员，不含辅助人员）').length).toBe(1);
    expect(codes('2024年6月底前完成登记（含执法人员，不含辅助人员）')).toEqual([]);
  });

  it.each([
    ['适时完成', 'deadline-unknown'],
    ['', 'deadline-unknown'],
    ['按上级部署推进', 'deadline-unknown'],
    ['每季度报送一次', 'deadline-unknown'],
    ['每年组织一次', 'deadline-unknown'],
    ['力争2024年12月底前完成', 'deadline-unknown'],
    ['持续推进至2025年12月底', 'deadline-unknown'],
    ['6月底前完成', 'deadline-unclear'],
    ['2024年12月前完成', 'deadline-unclear'],
    ['2024年13月底前完成', 'deadline-unclear'],
    ['2024年2月30日前完成', 'deadline-unclear'],
    ['2024年6月底至12月底前完成', 'deadline-unclear'],
    ['2024年6月底以后完成', 'deadline-unclear'],
    ['2024年6月底和2025年前完成', 'deadline-unclear'],
    ['2024年6月底前完成调研2024年12月底前形成成果', 'deadline-unclear'],
    ['其他单位于2024年12月底前完成', 'deadline-unclear'],
    ['各行政执法单位于2024年12月底前完成', 'deadline-unclear'],
    ['2024年12月底前公安等部门完成', 'deadline-unclear'],
    ['2024年12月底前有关部门率先完成', 'deadline-unclear'],
  ])('does not guess: 「%s」 is %s and brings no milestone', (text, code) => {
    const at = { row: 3, column: 5, line: 9 };
    const read = readDeadline(text, at);
    expect(read.deadline).toEqual({ text, milestones: [], ongoing: false });
    expect(read.findings).toEqual([
      { code, severity: 'error', message: expect.stringMatching(/[\u4e00-\u9fff]/u), cure: expect.any(String), at },
    ]);
  });

  it('keeps what it understood when another clause is unknown', () => {
    const read = readDeadline('2024年6月底前完成，每季度通报，持续推进');
    expect(read.deadline).toMatchObject({ milestones: [{ due: '2024-06-30', requirement: '完成' }], ongoing: true });
    expect(read.findings).toMatchObject([{ code: 'deadline-unknown', message: expect.stringContaining('每季度通报') }]);
  });

  it('takes the days for parts of a month from the policy', () => {
    const policy = { earlyMonthDay: 5, midMonthDay: 15 };
    const days = (text: string) => readDeadline(text, undefined, policy).deadline.milestones;
    expect(days('2024年10月中旬前完成')).toMatchObject([{ due: '2024-10-15' }]);
    expect(days('每年10月上旬前完成')).toMatchObject([{ yearly: '10-05' }]);
  });
});
