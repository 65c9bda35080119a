import fc from 'fast-check';
import { addDays, weekday } from './civil-date.js';
import { addWorkdays, endOfWorkdays, isWorkday, knowsHolidaysOf, workdaysBetween } from './workdays.js';

const day = fc.integer({ min: 0, max: 8_000 }).map((n) => addDays('2010-01-01', n));
const count = fc.integer({ min: -60, max: 60 });

describe('working days', () => {
  it.each([
    ['2024-10-01', false, '国庆节 falls on a Tuesday'],
    ['2024-10-08', true, 'the Tuesday after the holiday'],
    ['2024-10-12', true, 'a Saturday worked in exchange'],
    ['2024-10-13', false, 'an ordinary Sunday'],
    ['2024-09-29', true, 'a Sunday worked in exchange'],
    ['2025-01-28', false, '除夕 is a holiday since 2025'],
    ['2025-01-26', true, 'a Sunday worked in exchange'],
  ])('%s: %s, %s', (text, expected) => expect(isWorkday(text)).toBe(expected));

  it('skip a holiday and count the exchanged weekends', () => {
    expect(addWorkdays('2024-09-28', 1)).toBe('2024-09-29');
    expect(addWorkdays('2024-09-30', 1)).toBe('2024-10-08');
    expect(addWorkdays('2024-10-08', 7)).toBe('2024-10-16');
    expect(addWorkdays('2024-10-08', -1)).toBe('2024-09-30');
  });

  it('end a term at 24:00 in Shanghai of its last working day, the first day not counted', () => {
    const now = Date.parse('2024-09-30T15:59:00Z'); // 23:59 in Shanghai
    expect(new Date(endOfWorkdays(now, 1)).toISOString()).toBe('2024-10-08T16:00:00.000Z');
    const later = Date.parse('2024-09-30T16:01:00Z'); // already 1 October there
    expect(new Date(endOfWorkdays(later, 1)).toISOString()).toBe('2024-10-08T16:00:00.000Z');
  });

  it('are no half numbers', () => expect(() => addWorkdays('2024-01-01', 1.5)).toThrow(RangeError));

  it('are known from the yearly notices for 2024 to 2026; other years count weekends only', () => {
    expect([2003, 2024, 2025, 2026, 2040].map((year) => knowsHolidaysOf(year))).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
    expect(isWorkday('2040-10-01')).toBe(weekday('2040-10-01') <= 5);
  });

  it('always lead to a working day, and as many of them lie between', () => {
    fc.assert(
      fc.property(day, count, (from, n) => {
        const to = addWorkdays(from, n);
        if (n === 0) return expect(to).toBe(from);
        expect(isWorkday(to)).toBe(true);
        if (n > 0) expect(workdaysBetween(from, to)).toBe(n);
        else expect(workdaysBetween(addDays(to, -1), addDays(from, -1))).toBe(-n);
      }),
    );
  });

  it('add up: a then b is a + b', () => {
    const some = fc.integer({ min: 1, max: 30 });
    fc.assert(
      fc.property(day, some, some, (from, a, b) => {
        expect(addWorkdays(addWorkdays(from, a), b)).toBe(addWorkdays(from, a + b));
      }),
    );
  });

  it('between two days are none when the second is not later', () => {
    fc.assert(fc.property(day, count, (from, n) => n > 0 || workdaysBetween(from, addDays(from, n)) === 0));
  });
});
