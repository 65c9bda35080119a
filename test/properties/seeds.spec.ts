import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { checkRegister, generateObligations, isCivilDate, isRole, resolveUnits } from '@chengban/domain';
import type { PlanReading, UnitGroup, UnitRecord } from '@chengban/domain';

const file = (name: string): Buffer => readFileSync(new URL(`../../seeds/taishan/${name}`, import.meta.url));
const json = <T>(name: string): T => JSON.parse(file(name).toString('utf8')) as T;

interface Person {
  readonly account: string;
  readonly name: string;
  readonly memberships: readonly { readonly unitId: string; readonly role: string; readonly validFrom: string }[];
}

const { units, groups } = json<{ units: UnitRecord[]; groups: UnitGroup[] }>('units.json');
const { people } = json<{ people: Person[] }>('people.json');
const plan = json<{
  title: string;
  code: string;
  period: { from: string; to: string };
  supervisorUnitId: string;
  policy: unknown;
}>('plan.json');
const reading = json<PlanReading>('reading.json');
const generate = () =>
  generateObligations({
    plan: { code: plan.code, measures: reading.measures },
    units,
    groups,
    policy: { period: plan.period, progressCadence: 'yearly', supervisorUnitId: plan.supervisorUnitId },
  });

const TOWNS =
  '台城街道 大江镇 水步镇 四九镇 白沙镇 三合镇 冲蒌镇 斗山镇 都斛镇 赤溪镇 端芬镇 广海镇 海宴镇 汶村镇 深井镇 北陡镇 川岛镇'.split(
    ' ',
  );
const membersOf = (name: string) => resolveUnits([name], units, groups, '2024-06-30').unitIds;

describe('the seeds of 台山', () => {
  it('hold the document byte for byte', () => {
    expect(createHash('sha256').update(file('tasklist.txt')).digest('hex')).toBe(
      'da3a046b6b0819bfcefd39bd30f0cfdc3725a5f19d6493c3f97499288b314b1e',
    );
  });

  it('hold a register in order', () => {
    expect(checkRegister(units, groups)).toEqual([]);
    for (const unit of units) {
      expect(Object.keys(unit).sort()).toEqual(['aliases', 'id', 'kind', 'name', 'sectors', 'shortName', 'validFrom']);
      expect(unit.id).toMatch(/^[a-z]+$/u);
      expect(['department', 'town', 'office']).toContain(unit.kind);
    }
  });

  it('hold one 街道 and sixteen 镇', () => {
    expect(units.filter((unit) => unit.kind === 'town').map((unit) => unit.name)).toEqual(TOWNS);
    expect(membersOf('各镇（街）').length).toBe(17);
  });

  it('know every unit that the list names', () => {
    const names = [...new Set(reading.measures.flatMap((measure) => measure.units))];
    expect(names.length).toBe(23);
    expect(resolveUnits(names, units, groups, '2024-01-01').findings).toEqual([]);
  });

  it('let the groups lie inside each other as their names say', () => {
    const departments = membersOf('各行政执法部门');
    expect([...membersOf('各行政执法单位')].sort()).toEqual([...departments, ...membersOf('各镇（街）')].sort());
    expect(departments).toEqual(expect.arrayContaining([...membersOf('下放执法职权事项的市直行政执法部门')]));
    for (const id of ['sifaju', 'zhengfuban', 'bianban', 'zhengshuju']) expect(departments).not.toContain(id);
  });

  it('let 市农业农村局 hold 海洋综合执法', () => {
    expect(units.filter((unit) => unit.sectors.includes('海洋综合执法')).map((unit) => unit.id)).toEqual([
      'nongyenongcunju',
    ]);
  });

  it('hold a plan with a period and a supervising unit that exists', () => {
    expect(plan).toEqual({
      title: '台山市提升行政执法质量三年行动实施方案',
      code: '台执督',
      period: { from: '2024-01-01', to: '2025-12-31' },
      supervisorUnitId: 'sifaju',
      policy: { progressCadence: 'yearly', deadlines: { earlyMonthDay: 10, midMonthDay: 20 } },
    });
    expect(units.some((unit) => unit.id === plan.supervisorUnitId)).toBe(true);
  });

  it('make an account for every unit, in roles that exist, without passwords', () => {
    expect(new Set(people.map((person) => person.account)).size).toBe(people.length);
    for (const unit of units)
      expect(
        people.some((person) => person.memberships.some((m) => m.unitId === unit.id && m.role === 'handler')),
      ).toBe(true);
    for (const { memberships } of people)
      for (const membership of memberships) {
        expect(units.some((unit) => unit.id === membership.unitId)).toBe(true);
        expect(isRole(membership.role)).toBe(true);
        expect(isCivilDate(membership.validFrom)).toBe(true);
      }
    expect(file('people.json').toString('utf8')).not.toMatch(/pass|secret|密码/iu);
  });
});

describe('the obligations of the seeds', () => {
  it('come without a finding, in these numbers', () => {
    const { obligations, findings } = generate();
    expect(findings).toEqual([]);
    const kinds: Record<string, number> = {};
    for (const { kind } of obligations) kinds[kind] = (kinds[kind] ?? 0) + 1;
    expect(kinds).toEqual({ stageResult: 1168, progress: 1185, bureauOwn: 67, filing: 32 });
  });

  it('come for every measure, and for 市司法局 from exactly 41 of them', () => {
    const { obligations } = generate();
    expect(new Set(obligations.map((o) => o.measureNo)).size).toBe(55);
    expect(new Set(obligations.filter((o) => o.unitId === 'sifaju').map((o) => o.measureNo)).size).toBe(41);
    expect(obligations.filter((o) => o.unitId === 'sifaju').every((o) => o.kind === 'bureauOwn')).toBe(true);
  });

  it('let the nine sectors of measure 4 go first, everybody follow', () => {
    const four = generate().obligations.filter((o) => o.measureNo === 4);
    expect(
      four
        .filter((o) => o.dueOn === '2024-06-30')
        .map((o) => o.unitId)
        .sort(),
    ).toEqual(
      'chengguanju gonganju jiaotongju nongyenongcunju shengtaihuanjingfenju shichangjianguanju wenguanglvtiju yingjiju'.split(
        ' ',
      ),
    );
    expect(four.filter((o) => o.dueOn === '2025-03-31').length).toBe(33);
  });

  it('lie inside the period and are numbered with the code of the plan', () => {
    for (const { dueOn, number } of generate().obligations) {
      expect(dueOn >= plan.period.from && dueOn <= plan.period.to).toBe(true);
      expect(number).toMatch(/^台执督-\d{2}-\d{3}$/u);
    }
  });

  it('are generated in far less than 200 ms', () => {
    generate();
    const start = performance.now();
    generate();
    expect(performance.now() - start).toBeLessThan(200);
  });
});
