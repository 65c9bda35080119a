import { resolveUnits } from './resolve-units.js';
import type { UnitGroup, UnitRecord } from './unit.js';

const unit = (id: string, name: string, more: Partial<UnitRecord> = {}): UnitRecord => ({
  id,
  name,
  shortName: name.replace('市', ''),
  kind: 'department',
  sectors: [],
  validFrom: '2019-01-01',
  ...more,
});
const units = [
  unit('gonganju', '市公安局'),
  unit('sifaju', '市司法局', { aliases: ['市司法行政部门'] }),
  unit('old', '市经济贸易局', { validTo: '2024-06-30' }),
  unit('new', '市工业局', { validFrom: '2024-07-01', aliases: ['市经济贸易局'] }),
];
const group: UnitGroup = {
  id: 'all',
  name: '各行政执法单位',
  aliases: ['各执法单位（街）'],
  members: [
    { unitId: 'gonganju', validFrom: '2024-01-01' },
    { unitId: 'old', validFrom: '2024-01-01' },
    { unitId: 'new', validFrom: '2024-07-01' },
    { unitId: 'sifaju', validFrom: '2024-01-01', validTo: '2024-03-31' },
  ],
};
const resolve = (names: string[], day = '2024-05-01') => resolveUnits(names, units, [group], day);
const codes = (names: string[], day?: string) => resolve(names, day).findings.map((f) => f.code);

describe('the units that names stand for', () => {
  it('are found by name, short name and other names', () => {
    expect(resolve(['市公安局', '司法局', '市司法行政部门'])).toEqual({
      unitIds: ['gonganju', 'sifaju'],
      findings: [],
    });
  });

  it('are the members that a group has on the day', () => {
    expect(resolve(['各行政执法单位'], '2024-02-01').unitIds).toEqual(['gonganju', 'old', 'sifaju']);
    expect(resolve(['各行政执法单位'], '2024-03-31').unitIds).toContain('sifaju');
    expect(resolve(['各行政执法单位'], '2024-04-01').unitIds).toEqual(['gonganju', 'old']);
    expect(resolve(['各行政执法单位'], '2024-07-01').unitIds).toEqual(['gonganju', 'new']);
  });

  it('count once when named and in a group', () => {
    expect(resolve(['市公安局', '各行政执法单位', '市公安局']).unitIds).toEqual(['gonganju', 'old']);
  });

  it('are found with half-width brackets and with spaces', () => {
    expect(resolve(['各执法单位(街)', '市 司法局'], '2024-05-01').unitIds).toEqual(['gonganju', 'old', 'sifaju']);
  });

  it('follow a unit that took over the name', () => {
    expect(resolve(['市经济贸易局'], '2024-06-30').unitIds).toEqual(['old']);
    expect(resolve(['市经济贸易局'], '2024-07-01').unitIds).toEqual(['new']);
  });

  it.each([
    [['市气象局'], '2024-05-01', 'unit-unknown'],
    [['市工业局'], '2024-06-30', 'unit-not-valid'],
    [['各行政执法单位'], '2023-12-31', 'group-empty'],
    [[''], '2024-05-01', 'unit-unknown'],
  ])('%j on %s are none: %s', (names, day, code) => {
    expect(resolve(names, day).unitIds).toEqual([]);
    expect(codes(names, day)).toEqual([code]);
  });

  it('are not guessed when two units share a name', () => {
    const twins = [unit('a', '市规划局'), unit('b', '市规划局')];
    const { unitIds, findings } = resolveUnits(['市规划局'], twins, [], '2024-01-01');
    expect(unitIds).toEqual([]);
    expect(findings).toMatchObject([{ code: 'unit-ambiguous', severity: 'error', cure: '请改用单位全称。' }]);
  });

  it('leave out a member that is no unit any more', () => {
    const ghost: UnitGroup = { ...group, members: [{ unitId: 'ghost', validFrom: '2020-01-01' }] };
    expect(resolveUnits(['各行政执法单位'], units, [ghost], '2024-01-01')).toMatchObject({
      unitIds: [],
      findings: [{ code: 'group-empty' }],
    });
  });
});
