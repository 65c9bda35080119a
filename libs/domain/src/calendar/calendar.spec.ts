import fc from 'fast-check';
import { readCalendar } from './calendar-file.js';
import { isWorkdayIn, nthWorkday, workdaysIn } from './calendar.js';
import type { Calendar } from './calendar.js';
import { addDays } from './civil-date.js';
import { noticeCalendar } from './notices.js';
import { addWorkdays, isWorkday, knowsHolidaysOf } from './workdays.js';

const day = fc.integer({ min: 0, max: 11_000 }).map((n) => addDays('2002-01-01', n));
const few = fc.integer({ min: 1, max: 200 });

/** One day after the other, as a clerk counts on a wall calendar. */
function counted(calendar: Calendar, from: string, n: number): string {
  let at = from;
  for (let left = Math.abs(n); left > 0;) {
    at = addDays(at, Math.sign(n));
    if (isWorkdayIn(calendar, at)) left -= 1;
  }
  return at;
}

describe('the working calendar', () => {
  it('gives the day that counting one by one gives, forwards and backwards', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -200, max: 200 }), (from, n) => {
        expect(nthWorkday(noticeCalendar(), from, n)).toBe(counted(noticeCalendar(), from, n));
      }),
    );
  });

  it('is monotone: a later day or a longer term never ends earlier', () => {
    fc.assert(
      fc.property(day, few, few, (from, n, more) => {
        expect(addWorkdays(from, n + more) > addWorkdays(from, n)).toBe(true);
        expect(addWorkdays(addDays(from, more), n) >= addWorkdays(from, n)).toBe(true);
      }),
    );
  });

  it('adds up between any three days', () => {
    fc.assert(
      fc.property(day, few, few, (from, a, b) => {
        const [middle, end] = [addDays(from, a), addDays(from, a + b)];
        const calendar = noticeCalendar();
        expect(workdaysIn(calendar, from, middle) + workdaysIn(calendar, middle, end)).toBe(
          workdaysIn(calendar, from, end),
        );
      }),
    );
  });

  it('counts a term of ten thousand working days, and none beyond the year 9999', () => {
    expect(nthWorkday(noticeCalendar(), '2024-01-01', 10_000)).toBe(counted(noticeCalendar(), '2024-01-01', 10_000));
    expect(nthWorkday(noticeCalendar(), '2024-01-01', 99_999_999)).toBeNull();
    expect(() => addWorkdays('9999-12-01', 60)).toThrow(RangeError);
  });
});

describe("a city's own calendar", () => {
  const own = (value: Parameters<typeof readCalendar>[0]): Calendar => {
    const read = readCalendar(value);
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    return read.value;
  };

  it('makes a year known that the package does not have yet', () => {
    const calendar = own({ holidays: ['2027-01-01', '2027-10-01/2027-10-07'], workdays: ['2027-10-09'] });
    expect([knowsHolidaysOf(2027), knowsHolidaysOf(2027, calendar)]).toEqual([false, true]);
    expect(addWorkdays('2027-09-30', 1, calendar)).toBe('2027-10-08');
    expect(addWorkdays('2027-10-08', 1, calendar)).toBe('2027-10-09');
    expect(isWorkday('2027-10-09')).toBe(false);
  });

  it('wins over the notices, in both directions, and leaves the other days as they were', () => {
    const calendar = own({ holidays: ['2024-10-12'], workdays: ['2024-10-02'] });
    expect(isWorkday('2024-10-12', calendar)).toBe(false);
    expect(isWorkday('2024-10-02', calendar)).toBe(true);
    expect(isWorkday('2024-10-03', calendar)).toBe(false);
    expect(isWorkday('2024-09-29', calendar)).toBe(true);
  });

  it('gives the day that counting one by one gives, whatever the days', () => {
    const some = fc.uniqueArray(fc.integer({ min: 0, max: 400 }), { maxLength: 40 });
    fc.assert(
      fc.property(some, day, fc.integer({ min: -60, max: 60 }), (offsets, from, n) => {
        const days = offsets.map((offset) => addDays(from, offset - 200));
        const half = Math.floor(days.length / 2);
        const calendar = own({ holidays: days.slice(0, half), workdays: days.slice(half) });
        expect(nthWorkday(calendar, from, n)).toBe(counted(calendar, from, n));
      }),
    );
  });

  it.each([
    [null, '不是一个对象'],
    [['2027-01-01'], '不是一个对象'],
    [{ holiday: [] }, '没有“holiday”'],
    [{ holidays: '2027-01-01' }, '不是一个列表'],
    [{ holidays: ['2027-02-30'] }, '“2027-02-30”不是日期'],
    [{ holidays: ['2027-02-01/2028-02-01'] }, '不是日期'],
    [{ holidays: ['2027-02-03/2027-02-01'] }, '不是日期'],
    [{ workdays: [20270101] }, '“20270101”不是日期'],
    [{ holidays: ['2027-01-01'], workdays: ['2027-01-01'] }, '既写成放假又写成上班'],
  ])('that is none is refused in words: %j', (value, words) => {
    const read = readCalendar(value);
    expect(!read.ok && read.error[0]?.message).toContain(words);
    expect(!read.ok && read.error[0]?.cure).toMatch(/。$/);
  });
});
