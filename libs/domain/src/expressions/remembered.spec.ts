import { jest } from '@jest/globals';
import fc from 'fast-check';
import { CONDITION, EXPRESSION, compute } from './compute.js';
import { decide } from './feel.js';
import { Lru } from './lru.js';
import { readable } from './names-in-text.js';
import { remembered } from './remembered.js';

describe('what is remembered of an expression', () => {
  test('is never what other values gave', () => {
    const value = fc.oneof(
      fc.integer({ min: 0, max: 3 }),
      fc.constantFrom('1', '2', 'a', null, true),
      fc.constant([1]),
    );
    const names = ['a', 'b', 'a b', 'a-b', '金额'];
    const form = fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 4 });
    const texts = [
      'form.a > 1',
      'form.a b = form.b',
      'a-b = 2',
      'a b',
      'form = {a: 1}',
      'count(form.a)',
      'a + form.金额',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...texts), form, form, (text, inner, outer) => {
        const variables = { ...outer, form: inner };
        for (let time = 0; time < 2; time++) {
          expect(remembered(text, variables, EXPRESSION)).toEqual(compute(text, variables, EXPRESSION));
        }
      }),
      { numRuns: 500 },
    );
  });

  test('is not that of the clock', () => {
    jest.useFakeTimers({ now: Date.parse('2024-11-20T00:00:00Z') });
    const late = (): unknown => decide('today() > date("2025-01-01")', {}).kind;
    expect(late()).toBe('false');
    jest.setSystemTime(Date.parse('2026-11-20T00:00:00Z'));
    expect(late()).toBe('true');
    jest.useRealTimers();
  });

  test('keeps apart a text and a number, and a condition and an expression', () => {
    expect(decide('x = 1', { x: 1 })).toEqual({ kind: 'true' });
    expect(decide('x = 1', { x: '1' })).toMatchObject({ kind: 'problem' });
    expect(remembered('', {}, CONDITION)).toMatchObject({ message: '条件是空的' });
    expect(remembered('', {}, EXPRESSION)).toMatchObject({ message: '表达式是空的' });
  });
});

test('an expression reads of its variables only what is named in it', () => {
  const variables = { form: { 金额: 1, 附件: 'x'.repeat(9_999), '责任 单位': 2 }, verdict: 'a', unit: {} };
  expect(readable('form.金额 > 1', variables)).toEqual({ form: { 金额: 1 } });
  expect(readable('form.责任  单位 = 2', variables)).toEqual({ form: { '责任 单位': 2 } });
  expect(readable('count(get entries(form)) > form.金额', variables)).toEqual({ form: variables.form });
});

test('the memory forgets what was not used for longest, by number and by characters', () => {
  const lru = new Lru<number>(3, 10);
  for (const key of ['a', 'b', 'c']) lru.set(key, 1);
  lru.get('a');
  lru.set('d', 1);
  expect([lru.get('a'), lru.get('b'), lru.size]).toEqual([1, undefined, 3]);
  lru.set('12345678', 2);
  expect(lru.size).toBe(3);
  lru.set('x'.repeat(11), 2);
  expect(lru.get('x'.repeat(11))).toBeUndefined();
});
