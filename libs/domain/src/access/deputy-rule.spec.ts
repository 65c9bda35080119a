import { refuseDeputyRule, type DeputyRule, type StandingRule } from './deputy-rule.js';

const TODAY = '2024-11-01';

const rule = (given: Partial<DeputyRule> = {}): DeputyRule => ({
  principalId: '甲',
  deputyId: '乙',
  from: '2024-11-04',
  to: '2024-11-08',
  keys: null,
  ...given,
});
const standing = (principalId: string, deputyId: string, given: Partial<DeputyRule> = {}): StandingRule => ({
  ...rule({ principalId, deputyId, ...given }),
  deputyName: deputyId,
});
const codeOf = (wanted: DeputyRule, rules: readonly StandingRule[] = []): string | undefined =>
  refuseDeputyRule(wanted, rules, TODAY)?.code;

test('a rule from today or later, for somebody else, is made', () => {
  expect(codeOf(rule())).toBeUndefined();
  expect(codeOf(rule({ from: TODAY, to: TODAY }))).toBeUndefined();
});

test('nobody is one’s own deputy', () => {
  expect(codeOf(rule({ deputyId: '甲' }))).toBe('deputy-is-self');
});

test('the days must be in order, and the past is past', () => {
  expect(codeOf(rule({ to: '2024-11-03' }))).toBe('window-reversed');
  expect(codeOf(rule({ from: '2024-10-31' }))).toBe('window-in-past');
});

test('a rule lasts a year and not a day longer', () => {
  expect(codeOf(rule({ to: '2025-11-03' }))).toBeUndefined();
  expect(codeOf(rule({ to: '2025-11-04' }))).toBe('window-too-long');
});

test('a year from 29 February ends with the next February', () => {
  const leap = { from: '2028-02-29' };
  expect(codeOf(rule({ ...leap, to: '2029-02-28' }))).toBeUndefined();
  expect(codeOf(rule({ ...leap, to: '2029-03-01' }))).toBe('window-too-long');
});

test('chosen flows must be some', () => {
  expect(codeOf(rule({ keys: [] }))).toBe('no-flow-chosen');
});

describe('two rules of one person', () => {
  test('must not share a day and a flow', () => {
    expect(codeOf(rule({ from: '2024-11-08', to: '2024-11-12' }), [standing('甲', '丙')])).toBe('deputy-overlaps');
    expect(codeOf(rule({ keys: ['filing'] }), [standing('甲', '丙')])).toBe('deputy-overlaps');
    expect(codeOf(rule({ keys: ['filing', 'own'] }), [standing('甲', '丙', { keys: ['own'] })])).toBe(
      'deputy-overlaps',
    );
  });

  test('may follow each other, or share the flows out', () => {
    expect(codeOf(rule({ from: '2024-11-09', to: '2024-11-12' }), [standing('甲', '丙')])).toBeUndefined();
    expect(codeOf(rule({ keys: ['filing'] }), [standing('甲', '丙', { keys: ['own'] })])).toBeUndefined();
  });

  test('are refused with the name and the days of the one that stands', () => {
    expect(refuseDeputyRule(rule(), [standing('甲', '丙')], TODAY)?.message).toContain(
      '2024-11-04 至 2024-11-08 已经由丙代理',
    );
  });
});

describe('a circle', () => {
  test('of two, or of more, is refused', () => {
    expect(codeOf(rule(), [standing('乙', '甲')])).toBe('deputy-circle');
    expect(codeOf(rule(), [standing('丙', '甲'), standing('乙', '丙')])).toBe('deputy-circle');
  });

  test('is none where the days or flows do not meet all the way round', () => {
    expect(codeOf(rule(), [standing('乙', '甲', { from: '2024-11-09', to: '2024-11-20' })])).toBeUndefined();
    expect(codeOf(rule({ keys: ['filing'] }), [standing('乙', '甲', { keys: ['own'] })])).toBeUndefined();
    const [early, late] = [{ to: '2024-11-05' }, { from: '2024-11-06' }];
    expect(codeOf(rule(), [standing('乙', '丙', early), standing('丙', '甲', late)])).toBeUndefined();
  });

  test('of others does not concern a rule that only leads into it', () => {
    const others = [standing('乙', '丙'), standing('丙', '丁', { keys: ['own'] }), standing('丁', '丙')];
    expect(codeOf(rule(), others)).toBeUndefined();
  });

  test('is not closed by a deputy who is away as well: a rule does not chain', () => {
    expect(codeOf(rule(), [standing('乙', '丙')])).toBeUndefined();
  });
});
