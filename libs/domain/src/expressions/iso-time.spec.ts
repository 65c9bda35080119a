import fc from 'fast-check';
import { addDuration, addIsoSpan, instantOf, readIsoSpan } from './iso-time.js';

const at = (text: string): number => Date.parse(text);

describe('a duration taken several times', () => {
  test.each([
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-01-31', 2, '2024-03-31'],
    ['2024-01-31', 3, '2024-04-30'],
    ['2024-03-31', -1, '2024-02-29'],
  ])('of a month from %s, %i times, is %s: the day comes back', (from, times, due) => {
    const span = readIsoSpan('P1M');
    expect(span && addIsoSpan(span, at(`${from}T10:00+08:00`), times)).toBe(at(`${due}T10:00+08:00`));
  });

  test('of a fixed length is as long in one go as one after the other', () => {
    const some = fc.integer({ min: 0, max: 500 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), some, some, (from, a, b) => {
        const span = { months: 0, ms: 3_661_500 };
        expect(addIsoSpan(span, addIsoSpan(span, from, a) as number, b)).toBe(addIsoSpan(span, from, a + b));
      }),
    );
  });
});

describe('instants', () => {
  test.each([
    ['PT1.25S', 1_250],
    ['PT1,25S', 1_250],
    ['P30D', 30 * 86_400_000],
    ['PT720H', 30 * 86_400_000],
  ])('%s is %i ms', (text, ms) => expect(addDuration(text, 0)).toBe(ms));

  test('three years on are the same day, across a leap day', () => {
    expect(addDuration('P3Y', at('2023-11-20T09:00+08:00'))).toBe(at('2026-11-20T09:00+08:00'));
    expect(addDuration('P3Y', at('2024-02-29T09:00+08:00'))).toBe(at('2027-02-28T09:00+08:00'));
  });

  test.each(['P9000Y', 'P120000M', 'P9999999D'])('%s ends after the year 9999 and is refused', (text) =>
    expect(addDuration(text, at('2024-01-01T00:00Z'))).toBeNull(),
  );

  test('keep fractions of a second', () => {
    expect(instantOf('2024-11-20T09:30:15.250Z')).toBe(at('2024-11-20T09:30:15.250Z'));
    expect(instantOf('2024-11-20T09:30:15.5')).toBe(at('2024-11-20T09:30:15.500+08:00'));
  });

  test.each(['2024-11-20T09:30+25:00', '0024-01-01', '2024-11-20T23:59:60'])('%p is no date', (text) =>
    expect(instantOf(text)).toBeNull(),
  );
});
