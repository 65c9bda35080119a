import fc from 'fast-check';
import {
  addDays,
  chineseDate,
  civilDate,
  daysBetween,
  daysInMonth,
  isCivilDate,
  monthEnd,
  weekday,
} from './civil-date.js';

const day = fc.integer({ min: -20_000, max: 40_000 }).map((n) => addDays('1990-01-01', n));

describe('civil dates', () => {
  it.each([
    [2024, 2, '2024-02-29'],
    [2025, 2, '2025-02-28'],
    [2000, 2, '2000-02-29'],
    [1900, 2, '1900-02-28'],
    [2024, 12, '2024-12-31'],
    [2024, 6, '2024-06-30'],
  ])('the month %i-%i ends on %s', (year, month, end) => expect(monthEnd(year, month)).toBe(end));

  it.each([
    '2024-02-30',
    '2023-02-29',
    '2024-13-01',
    '2024-00-10',
    '2024-1-1',
    '',
    '2024-01-01T00:00:00Z',
    'abcd-ef-gh',
  ])('%s is no day', (text) => expect(isCivilDate(text)).toBe(false));

  it('makes no day that the calendar lacks', () => {
    expect(civilDate(2024, 2, 30)).toBeUndefined();
    expect(civilDate(2024, 13, 1)).toBeUndefined();
    expect(civilDate(2024, 2, 29)).toBe('2024-02-29');
  });

  it('knows the weekday', () => {
    expect(weekday('2024-01-01')).toBe(1);
    expect(weekday('2026-11-22')).toBe(7);
  });

  it('writes days in Chinese without leading zeros', () => expect(chineseDate('2024-06-05')).toBe('2024年6月5日'));

  it('adds days and counts them back', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -5_000, max: 5_000 }), (from, count) => {
        const to = addDays(from, count);
        expect(isCivilDate(to)).toBe(true);
        expect(daysBetween(from, to)).toBe(count);
        expect(addDays(to, -count)).toBe(from);
        expect(Math.abs((weekday(from) + count - weekday(to)) % 7)).toBe(0);
      }),
    );
  });

  it('ends each month on the day before the first of the next', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2200 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
        const end = monthEnd(year, month);
        expect(Number(end.slice(8))).toBe(daysInMonth(year, month));
        expect(addDays(end, 1).slice(8)).toBe('01');
      }),
    );
  });
});
