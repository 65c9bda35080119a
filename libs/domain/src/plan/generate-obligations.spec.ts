import fc from 'fast-check';
import { generateObligations } from './generate-obligations.js';
import type { Measure, Milestone } from './measure.js';
import type { PlanPolicy } from './plan.js';
import type { UnitGroup, UnitRecord } from './unit.js';

const policy: PlanPolicy = {
  period: { from: '2024-01-01', to: '2025-12-31' },
  progressCadence: 'yearly',
  supervisorUnitId: 'sifaju',
};
const unit = (id: string, name: string, sectors: string[] = []): UnitRecord => ({
  id,
  name,
  shortName: name,
  kind: 'department',
  sectors,
  validFrom: '2020-01-01',
});
const units = [
  unit('sifaju', '市司法局'),
  unit('gonganju', '市公安局', ['公安']),
  unit('shuiliju', '市水利局', ['水利']),
];
const groups: UnitGroup[] = [
  {
    id: 'all',
    name: '各单位',
    aliases: [],
    members: [
      { unitId: 'gonganju', validFrom: '2024-01-01' },
      { unitId: 'shuiliju', validFrom: '2025-01-01' },
    ],
  },
];

const measure = (names: string[], milestones: Milestone[], ongoing = false, no = 5): Measure => ({
  no,
  keyTask: 1,
  workTask: 1,
  text: '措施原文',
  units: names,
  deadline: { text: '', milestones, ongoing },
});
const generate = (...measures: Measure[]) =>
  generateObligations({ plan: { code: '台执督', measures }, units, groups, policy });
const keys = (...measures: Measure[]) => generate(...measures).obligations.map((o) => o.key);
const codes = (...measures: Measure[]) => generate(...measures).findings.map((f) => f.code);

const due = (day: string, requirement = '完成', more: Partial<Milestone> = {}): Milestone =>
  ({ due: day, requirement, ...more }) as Milestone;
const yearly = (day: string, requirement = ''): Milestone => ({ yearly: day, requirement });

describe('obligations', () => {
  it('are one for each unit and milestone, with a stable key and number', () => {
    expect(generate(measure(['市公安局'], [due('2024-11-20')]))).toEqual({
      obligations: [
        {
          key: 'm05/gonganju/2024-11-20',
          number: '台执督-05-001',
          seq: 1,
          measureNo: 5,
          unitId: 'gonganju',
          kind: 'stageResult',
          requirement: '完成',
          dueOn: '2024-11-20',
        },
      ],
      findings: [],
    });
  });

  it('recur yearly inside the period, and say the measure where the milestone says nothing', () => {
    const { obligations } = generate(measure(['市公安局'], [yearly('05-31'), yearly('11-30')]));
    expect(obligations.map((o) => o.dueOn)).toEqual(['2024-05-31', '2024-11-30', '2025-05-31', '2025-11-30']);
    expect(obligations.map((o) => o.requirement)).toEqual(Array(4).fill('措施原文'));
    const short = { ...policy, period: { from: '2024-06-01', to: '2025-05-31' } };
    const inside = generateObligations({
      plan: { code: 'x', measures: [measure(['市公安局'], [yearly('05-31')])] },
      units,
      groups,
      policy: short,
    });
    expect(inside.obligations.map((o) => o.dueOn)).toEqual(['2025-05-31']);
  });

  it('that recur on the last of February fall on the last of each', () => {
    expect(generate(measure(['市公安局'], [yearly('02-29')])).obligations.map((o) => o.dueOn)).toEqual([
      '2024-02-29',
      '2025-02-28',
    ]);
  });

  it('are for members of a group on the day of the milestone', () => {
    expect(keys(measure(['各单位'], [due('2024-12-31'), due('2025-01-01')]))).toEqual([
      'm05/gonganju/2024-12-31',
      'm05/gonganju/2025-01-01',
      'm05/shuiliju/2025-01-01',
    ]);
  });

  it('are one for a unit both named and in a group', () => {
    expect(keys(measure(['市公安局', '各单位'], [due('2024-12-31')]))).toEqual(['m05/gonganju/2024-12-31']);
  });

  it('of a sector are for the units that hold it, of the others for the rest', () => {
    const split = [
      due('2024-06-30', '完成', { sectors: ['公安'] }),
      due('2024-12-31', '完成', { exceptSectors: ['公安'] }),
    ];
    expect(keys(measure(['市司法局', '市公安局', '市水利局'], split))).toEqual([
      'm05/gonganju/2024-06-30',
      'm05/sifaju/2024-12-31',
      'm05/shuiliju/2024-12-31',
    ]);
  });

  it('with an open tail are reported on at the end of each year after the last milestone of the unit', () => {
    const pioneers = [
      due('2024-06-30', '率先', { sectors: ['公安'] }),
      due('2025-03-31', '其余', { exceptSectors: ['公安'] }),
    ];
    expect(keys(measure(['市公安局', '市水利局'], pioneers, true))).toEqual([
      'm05/gonganju/2024-06-30',
      'm05/shuiliju/2025-03-31',
      'm05/gonganju/progress-2025',
    ]);
    expect(keys(measure(['市公安局'], [], true))).toEqual(['m05/gonganju/progress-2024', 'm05/gonganju/progress-2025']);
    expect(generate(measure(['市公安局'], [], true)).obligations[1]).toMatchObject({
      kind: 'progress',
      dueOn: '2025-12-31',
    });
  });

  it.each([
    ['市公安局', '将突出问题清单报送市司法局备案', 'filing'],
    ['市公安局', '报市司法局备案', 'filing'],
    ['市公安局', '完成备案登记工作', 'stageResult'],
    ['市公安局', '将培训情况报市司法局', 'stageResult'],
    ['市司法局', '将突出问题清单报送市司法局备案', 'bureauOwn'],
    ['市司法局', '完成', 'bureauOwn'],
  ])('of %s to 「%s」 are of the kind %s', (name, requirement, kind) => {
    expect(generate(measure([name], [due('2024-12-31', requirement)])).obligations[0]!.kind).toBe(kind);
  });

  it('of the supervising unit are its own even when they report progress', () => {
    expect(generate(measure(['市司法局'], [], true)).obligations.map((o) => o.kind)).toEqual([
      'bureauOwn',
      'bureauOwn',
    ]);
  });

  it('twice on one day have two keys', () => {
    expect(keys(measure(['市公安局'], [due('2024-12-31', '甲'), due('2024-12-31', '乙')]))).toEqual([
      'm05/gonganju/2024-12-31',
      'm05/gonganju/2024-12-31/2',
    ]);
  });

  it('keep their numbers when a unit joins later', () => {
    const measures = [measure(['各单位'], [due('2024-12-31'), due('2025-06-30')])];
    const input = { plan: { code: '台执督', measures }, units, policy };
    const before = generateObligations({ ...input, groups: [{ ...groups[0]!, members: [groups[0]!.members[0]!] }] });
    const after = generateObligations({ ...input, groups, existing: before.obligations });
    expect(after.obligations.map((o) => [o.key, o.number])).toEqual([
      ['m05/gonganju/2024-12-31', '台执督-05-001'],
      ['m05/gonganju/2025-06-30', '台执督-05-002'],
      ['m05/shuiliju/2025-06-30', '台执督-05-003'],
    ]);
  });
});

describe('what generation cannot do', () => {
  it.each<[string, Measure, string]>([
    ['a unit that nobody knows', measure(['市气象局'], [due('2024-12-31')]), 'unit-unknown'],
    [
      'a sector that nobody holds',
      measure(['市公安局'], [due('2024-12-31', '完成', { sectors: ['气象'] })]),
      'sector-unheld',
    ],
    [
      'an excepted sector that nobody holds',
      measure(['市公安局'], [due('2024-12-31', '完成', { exceptSectors: ['气象'] })]),
      'sector-unheld',
    ],
    [
      'a sector of a unit that is not responsible',
      measure(['市公安局'], [due('2024-12-31', '完成', { sectors: ['水利'] })]),
      'sector-not-responsible',
    ],
    ['a day outside the period', measure(['市公安局'], [due('2026-01-01')]), 'milestone-outside-period'],
    ['no deadline at all', measure(['市公安局'], []), 'measure-without-deadline'],
  ])('with %s is a finding that names the measure', (_what, bad, code) => {
    const { findings } = generate(bad);
    expect(findings.map((f) => f.code)).toEqual([code]);
    expect(findings[0]!.message).toMatch(/^第 5 项措施：/u);
    expect(findings[0]!.cure).toMatch(/^请/u);
  });

  it('is said once, however many milestones meet it', () => {
    expect(codes(measure(['市气象局'], [yearly('05-31'), due('2024-12-31')], true))).toEqual(['unit-unknown']);
  });
});

describe('generation', () => {
  const day = fc.constantFrom('2024-02-29', '2024-12-31', '2025-06-30', '2026-03-01');
  const milestone: fc.Arbitrary<Milestone> = fc.oneof(
    fc.record({ due: day, requirement: fc.constantFrom('', '完成', '报送备案') }),
    fc.record({ yearly: fc.constantFrom('02-29', '11-20', '12-31'), requirement: fc.constant('报告') }),
    fc.record({ due: day, requirement: fc.constant('率先'), sectors: fc.constant(['公安']) }),
    fc.record({ due: day, requirement: fc.constant('其他'), exceptSectors: fc.constant(['公安']) }),
  );
  const measures = fc
    .array(
      fc.tuple(
        fc.subarray(['市司法局', '市公安局', '市水利局', '各单位', '市气象局']),
        fc.array(milestone, { maxLength: 4 }),
        fc.boolean(),
      ),
      { maxLength: 6 },
    )
    .map((list) => list.map(([names, milestones, ongoing], index) => measure(names, milestones, ongoing, index + 1)));

  it('gives every obligation its own key and number', () => {
    fc.assert(
      fc.property(measures, (list) => {
        const { obligations } = generate(...list);
        expect(new Set(obligations.map((o) => o.key)).size).toBe(obligations.length);
        expect(new Set(obligations.map((o) => o.number)).size).toBe(obligations.length);
      }),
    );
  });

  it('gives the same for the same, also when it runs on what it gave', () => {
    fc.assert(
      fc.property(measures, (list) => {
        const first = generate(...list);
        const input = { plan: { code: '台执督', measures: list }, units, groups, policy };
        expect(generate(...list)).toEqual(first);
        expect(generateObligations({ ...input, existing: first.obligations })).toEqual(first);
      }),
    );
  });

  it('reports progress only after all other days of the unit', () => {
    fc.assert(
      fc.property(measures, (list) => {
        const { obligations } = generate(...list);
        for (const progress of obligations.filter((o) => o.key.includes('/progress-')))
          for (const other of obligations)
            if (
              other.measureNo === progress.measureNo &&
              other.unitId === progress.unitId &&
              !other.key.includes('/progress-')
            )
              expect(other.dueOn < progress.dueOn).toBe(true);
      }),
    );
  });
});
