import fc from 'fast-check';
import { readCalendar } from '../calendar/calendar-file.js';
import { firstDue, nextDue } from './timer-due.js';
import type { Due } from './timer-due.js';

const at = (text: string): number => Date.parse(`${text}+08:00`);
const now = at('2024-01-31T10:00');

function first(kind: 'duration' | 'date' | 'cycle', text: string, from = now, variables = {}): Due {
  const due = firstDue({ kind, text }, from, variables);
  if (!due.ok) throw new Error(due.error);
  return due.value;
}

/** All times of a cycle, at most `most`. */
function all(text: string, from = now, most = 50): readonly number[] {
  const times: number[] = [];
  for (let due: Due | null = first('cycle', text, from); due !== null && times.length < most;) {
    times.push(due.dueAt);
    const next = nextDue({ kind: 'cycle', text }, due, {});
    due = next.ok ? next.value : null;
  }
  return times;
}

const days = (times: readonly number[]): readonly string[] =>
  times.map((time) => new Date(time + 8 * 3_600_000).toISOString().slice(0, 16));

describe('a timer that fires once', () => {
  test.each([
    ['duration', 'P30D', '2024-03-01T10:00'],
    ['duration', 'P3Y', '2027-01-31T10:00'],
    ['duration', 'P1M', '2024-02-29T10:00'],
    ['duration', 'PT0.5S', '2024-01-31T10:00:00.500'],
    ['duration', '5个工作日', '2024-02-07T00:00'],
    ['duration', 'P9BDT17:30', '2024-02-18T17:30'],
    ['date', '2024-11-20', '2024-11-20T00:00'],
    ['date', '2020-11-20T09:00:00Z', '2020-11-20T17:00'],
  ] as const)('%s %s is due at %s in Shanghai', (kind, text, due) => {
    expect(first(kind, text)).toEqual({ dueAt: at(due) });
  });

  test.each([
    ['duration', 'P9000Y', '9999'],
    ['duration', '三天', '不是时长'],
    ['cycle', 'R3/P9000Y', '9999'],
    ['date', 'form.截止', '不是日期'],
  ] as const)('%s %s: is refused in words', (kind, text, words) => {
    const due = firstDue({ kind, text }, now, { form: {} });
    expect(!due.ok && due.error).toContain(words);
  });

  test('takes its text from an expression', () => {
    const form = { 期限: 'P3D', 截止: '2024-11-20', 天数: 5, 办法: 'R2/P1D' };
    expect(first('duration', 'form.期限', now, { form })).toEqual({ dueAt: at('2024-02-03T10:00') });
    expect(first('date', 'form.截止', now, { form })).toEqual({ dueAt: at('2024-11-20T00:00') });
    expect(first('duration', '"P" + string(form.天数) + "BD"', now, { form })).toEqual({
      dueAt: at('2024-02-07T00:00'),
    });
    expect(first('cycle', 'form.办法', now, { form })).toEqual({ dueAt: at('2024-02-01T10:00'), left: 1 });
  });

  test('counts working days on the city’s own calendar', () => {
    const own = readCalendar({ holidays: ['2024-02-01/2024-02-06'] });
    const due = own.ok ? firstDue({ kind: 'duration', text: 'P1BD' }, now, {}, own.value) : own;
    expect(due).toEqual({ ok: true, value: { dueAt: at('2024-02-08T00:00') } });
  });
});

describe('a cycle', () => {
  test.each([
    ['R3/PT10H', ['2024-01-31T20:00', '2024-02-01T06:00', '2024-02-01T16:00']],
    ['R3/P1M', ['2024-02-29T10:00', '2024-03-31T10:00', '2024-04-30T10:00']],
    ['R3/2024-02-01/P1D', ['2024-02-01T00:00', '2024-02-02T00:00', '2024-02-03T00:00']],
    ['R3/2024-01-30/P1D', ['2024-02-01T00:00']],
    ['R3/2023-12-31/P1M', ['2024-02-29T00:00']],
    ['R3/2020-01-01/P1D', ['2020-01-03T00:00']],
    ['R2/P1D/2024-12-31', ['2024-12-30T00:00', '2024-12-31T00:00']],
    ['R/P1D/2024-02-03', ['2024-02-01T00:00', '2024-02-02T00:00', '2024-02-03T00:00']],
    ['R/P1M/2024-05-31', ['2024-02-29T00:00', '2024-03-31T00:00', '2024-04-30T00:00', '2024-05-31T00:00']],
    ['R3/P1D/2024-01-01', ['2024-01-01T00:00']],
    ['R3/1个工作日', ['2024-02-02T00:00', '2024-02-03T00:00', '2024-02-05T00:00']],
    ['R2/P2BDT09:00', ['2024-02-02T09:00', '2024-02-05T09:00']],
    ['R3/P2BD/2024-02-08', ['2024-02-03T00:00', '2024-02-06T00:00', '2024-02-08T00:00']],
  ])('%s is due at %j', (text, due) => {
    expect(days(all(text))).toEqual(due);
  });

  test.each(['R/P1D', 'R-1/P1M', 'R/2024-02-01/PT1H', 'R/3个工作日'])('%s has no end', (text) => {
    expect(all(text)).toHaveLength(50);
  });

  test('of months keeps the day it began on, however often it is written down and read again', () => {
    expect(days(all('R/P1M')).slice(0, 4)).toEqual([
      '2024-02-29T10:00',
      '2024-03-31T10:00',
      '2024-04-30T10:00',
      '2024-05-31T10:00',
    ]);
  });

  test('has no next time when its text has changed into something that is none', () => {
    const due = first('cycle', 'R3/PT1H');
    expect(nextDue({ kind: 'cycle', text: 'form.x' }, due, { form: {} })).toMatchObject({ ok: false });
    expect(nextDue({ kind: 'cycle', text: 'R3/PT1H' }, { dueAt: now, left: 0 }, {})).toMatchObject({ ok: false });
  });

  test('is due for the n-th time n intervals after it began, in order, as often as it says', () => {
    const seconds = fc.integer({ min: 1, max: 100_000_000 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2e12 }), seconds, fc.integer({ min: 1, max: 20 }), (from, length, n) => {
        const times = all(`R${n}/PT${length}S`, from);
        expect(times).toEqual(Array.from({ length: n }, (_, k) => from + (k + 1) * length * 1000));
      }),
    );
  });

  test('that began long ago goes on at its next time, with the repetitions that are left', () => {
    const start = at('2020-01-01T00:00');
    const hours = fc.integer({ min: 1, max: 5_000 });
    fc.assert(
      fc.property(hours, fc.integer({ min: 1, max: 300 }), (every, n) => {
        const times = all(`R${n}/2020-01-01/PT${every}H`, now, 400);
        const whole = Array.from({ length: n }, (_, k) => start + k * every * 3_600_000);
        const toCome = whole.filter((time) => time >= now);
        expect(times).toEqual(toCome.length > 0 ? toCome : whole.slice(-1));
      }),
    );
  });

  test('of working days is due on working days only, in one go as one after the other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000 }), fc.integer({ min: 1, max: 9 }), (day, n) => {
        const from = now + day * 86_400_000;
        const times = all(`R10/${n}个工作日`, from);
        expect(times).toEqual(times.map((_, k) => first('duration', `P${n * (k + 1)}BD`, from).dueAt));
      }),
    );
  });
});
