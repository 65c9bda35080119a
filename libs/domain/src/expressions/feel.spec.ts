import { conditionProblem, decide } from './feel.js';
import { addDuration, instantOf } from './iso-time.js';
import { referencedNames } from './referenced-names.js';

describe('a condition', () => {
  test('reads Chinese names, also with spaces', () => {
    expect(
      decide('form.金额 > 100 and form.责任 单位 = "公安局"', { form: { 金额: 200, '责任 单位': '公安局' } }),
    ).toEqual({ kind: 'true' });
  });

  test.each([
    ['null', 'form.缺少 > 1'],
    ['a number', '1 + 1'],
    ['a text', '"approve"'],
  ])('that gives %s is a problem, not false', (_what, text) => {
    expect(decide(text, { form: {} })).toMatchObject({ kind: 'problem' });
  });

  test('that does not parse is a problem at run time and names the place when checked', () => {
    expect(decide('verdict = ', {})).toMatchObject({ kind: 'problem', message: '条件没有写完' });
    expect(conditionProblem('a and or b')).toBe('条件在“a and or b”附近写错了');
  });

  test.each(['verdict == "approve"', 'form.a <> 3', 'form.a => 3', '= verdict'])(
    'with a foreign operator is refused: %s',
    (text) => {
      expect(conditionProblem(text)).toContain('不是 FEEL 的比较符');
    },
  );

  test.each(['', '   ', 'x'.repeat(2_001), '"abc', '${a == 1}', 'return 1;', '(a = 1'])(
    'that is no expression is refused: %p',
    (text) => {
      expect(conditionProblem(text)).not.toBeNull();
    },
  );

  test.each([
    'verdict = "approve"',
    'form.n in [1..3]',
    'not(round > 2)',
    'some x in form.list satisfies x > 1',
    'verdicts.review != "return"',
  ])('in FEEL is accepted: %s', (text) => expect(conditionProblem(text)).toBeNull());

  test('reaches nothing but its variables', () => {
    expect(decide('constructor != null', {})).toMatchObject({ kind: 'false' });
    expect(decide('process.env != null', {})).toMatchObject({ kind: 'false' });
    expect(decide('form.__proto__ != null', { form: {} })).toMatchObject({ kind: 'false' });
  });
});

describe('referenced names', () => {
  test('are the roots of paths, once each, in order', () => {
    expect(referencedNames('form.a > 1 and verdict = "x" and form.b = unit.kind').variables).toEqual([
      'form',
      'verdict',
      'unit',
    ]);
  });
  test('leave out what the expression binds itself, and fields of filtered items', () => {
    expect(referencedNames('some x in form.list satisfies x > 1').variables).toEqual(['form']);
    expect(referencedNames('count(form.list[score > 3]) > 0').variables).toEqual(['form']);
  });
  test('tell functions from variables', () => {
    expect(referencedNames('count(form.list) > 1 and now() > 3')).toEqual({
      variables: ['form'],
      functions: ['count', 'now'],
    });
  });
});

describe('ISO times', () => {
  const start = Date.parse('2024-01-31T10:00:00+08:00');
  test.each([
    ['P3D', '2024-02-03T10:00:00+08:00'],
    ['PT12H', '2024-01-31T22:00:00+08:00'],
    ['P1W', '2024-02-07T10:00:00+08:00'],
    ['P1M', '2024-02-29T10:00:00+08:00'],
    ['P1Y2DT30M', '2025-02-02T10:30:00+08:00'],
    ['PT0.5S', '2024-01-31T10:00:00.500+08:00'],
  ])('%s is added on the civil calendar', (text, due) => expect(addDuration(text, start)).toBe(Date.parse(due)));

  test.each(['P', 'PT', 'P1DT', '3D', 'P-1D', 'P1.5D', '三天', 'P99999Y', `P${'9'.repeat(400)}D`, ''])(
    '%p is no duration',
    (text) => expect(addDuration(text, start)).toBeNull(),
  );

  test.each([
    ['2024-11-20', '2024-11-20T00:00:00+08:00'],
    ['2024-11-20T09:30', '2024-11-20T09:30:00+08:00'],
    ['2024-11-20T09:30:00Z', '2024-11-20T09:30:00Z'],
    ['2024-11-20T09:30:00-05:00', '2024-11-20T09:30:00-05:00'],
  ])('%s is an instant, in Shanghai where it says nothing else', (text, at) =>
    expect(instantOf(text)).toBe(Date.parse(at)),
  );

  test.each(['2024-02-30', '2024-13-01', '20241120', '2024-11-20T24:00', '明天', ''])('%p is no date', (text) =>
    expect(instantOf(text)).toBeNull(),
  );
});
