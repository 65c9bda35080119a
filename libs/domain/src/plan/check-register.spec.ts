import { checkRegister } from './check-register.js';
import type { UnitGroup, UnitRecord } from './unit.js';

const unit = (id: string, name: string, more: Partial<UnitRecord> = {}): UnitRecord => ({
  id,
  name,
  shortName: name,
  kind: 'department',
  sectors: [],
  validFrom: '2020-01-01',
  ...more,
});
const group = (id: string, name: string, members: UnitGroup['members'] = [], aliases: string[] = []): UnitGroup => ({
  id,
  name,
  aliases,
  members,
});
const codes = (units: UnitRecord[], groups: UnitGroup[] = []) => checkRegister(units, groups).map((f) => f.code);
const a = unit('a', '甲局');

describe('a register of units', () => {
  it('is in order when a name passes on to a unit that comes later', () => {
    const old = unit('old', '旧局', { validTo: '2024-06-30' });
    const next = unit('new', '新局', { aliases: ['旧局'], validFrom: '2024-07-01' });
    expect(
      codes([a, old, next], [group('g', '各局', [{ unitId: 'a', validFrom: '2024-01-01' }], ['各局', '所有局'])]),
    ).toEqual([]);
  });

  it.each<[string, UnitRecord[], UnitGroup[], string]>([
    ['an id twice', [a, unit('a', '乙局')], [], 'register-id-repeated'],
    ['a unit and a group of one id', [a], [group('a', '各局')], 'register-id-repeated'],
    ['a name at one time for two units', [a, unit('b', '乙局', { aliases: ['甲局'] })], [], 'register-name-repeated'],
    ['a name for two groups', [a], [group('g', '各局'), group('h', '全局', [], ['各局'])], 'register-name-repeated'],
    [
      'a member that is no unit',
      [a],
      [group('g', '各局', [{ unitId: 'x', validFrom: '2024-01-01' }])],
      'register-member-unknown',
    ],
    ['a day that is none', [unit('a', '甲局', { validFrom: '2024-02-30' })], [], 'register-day-invalid'],
    ['an end before the beginning', [unit('a', '甲局', { validTo: '2019-12-31' })], [], 'register-days-reversed'],
    [
      'a membership that ends before it begins',
      [a],
      [group('g', '各局', [{ unitId: 'a', validFrom: '2024-02-01', validTo: '2024-01-01' }])],
      'register-days-reversed',
    ],
  ])('with %s is wrong, and says what to do', (_what, units, groups, code) => {
    const findings = checkRegister(units, groups);
    expect(findings.map((f) => f.code)).toEqual([code]);
    expect(findings[0]).toMatchObject({ severity: 'error', cure: expect.stringMatching(/^请/u) });
  });
});
