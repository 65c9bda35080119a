import { calculate, decide } from './feel.js';

describe('the result of an expression is plain JSON:', () => {
  test.each([
    ['date("2024-11-20")', '2024-11-20'],
    ['@"2024-11-20T09:30:00+08:00"', '2024-11-20T09:30:00+08:00'],
    ['time("09:30:00")', '09:30:00'],
    ['duration("P3DT12H")', 'P3DT12H'],
    ['years and months duration(date("2023-01-01"), date("2024-03-01"))', 'P1Y2M'],
    ['[date("2024-11-20"), {at: time("09:30:00")}]', ['2024-11-20', { at: '09:30:00' }]],
    ['1 / 0', null],
    ['missing', null],
    ['0 * -1', 0],
  ])('%s', (text, value) => expect(calculate(text, {})).toEqual({ kind: 'value', value }));

  test.each([
    ['10 ** 400', '结果不是有限的数'],
    ['[1, {a: 10 ** 400 - 10 ** 400}]', '结果不是有限的数'],
    ['[1..3]', '结果是一个范围，不是一个值'],
    ['{a: [1..3]}', '结果是一个范围，不是一个值'],
    ['date("2024-11-20").value', '结果不是可以保存的内容'],
  ])('%s is none', (text, message) => expect(calculate(text, {})).toEqual({ kind: 'problem', message }));

  test('members named as those of every object are members, and nothing else shows', () => {
    const form = JSON.parse('{"__proto__": {"a": 1}, "constructor": "x"}') as Record<string, never>;
    expect(calculate('form.constructor', { form })).toEqual({ kind: 'value', value: 'x' });
    const copied = calculate('form', { form });
    expect(copied.kind === 'value' && JSON.stringify(copied.value)).toBe('{"__proto__":{"a":1},"constructor":"x"}');
    for (const name of ['constructor', 'toString', 'valueOf', '__proto__', 'hasOwnProperty']) {
      expect(calculate(name, {})).toEqual({ kind: 'value', value: null });
      expect(calculate(`form.${name}`, { form: {} })).toEqual({ kind: 'value', value: null });
    }
    expect(decide('{"__proto__": {a: 1}}.a = 1', {}).kind).not.toBe('true');
    expect(({} as Record<string, unknown>)['a']).toBeUndefined();
  });
});
