import fc from 'fast-check';
import { civilDateInShanghai } from '../shared/instant.js';
import { addDays } from './civil-date.js';
import { dueWithPauses, workdaysLeft } from './stopped-clock.js';
import type { Pause } from './stopped-clock.js';
import { endOfWorkdays, isWorkday } from './workdays.js';

const at = (text: string): number => Date.parse(`${text}+08:00`);
const HOUR = 3_600_000;

const instant = fc.integer({ min: 0, max: 3 * 365 * 24 }).map((hours) => at('2023-06-01T00:00') + hours * HOUR);
const pauses = fc.array(
  fc.tuple(instant, fc.integer({ min: 1, max: 1_000 })).map(([from, hours]) => ({ from, to: from + hours * HOUR })),
  { maxLength: 5 },
);
const term = fc.integer({ min: 1, max: 40 });

/** Day by day: a working day counts unless it lies after the first and not after the last day of a pause. */
function counted(start: number, n: number, stopped: readonly Pause[]): string {
  const gaps = stopped.map(({ from, to }) => [civilDateInShanghai(from), civilDateInShanghai(to as number)] as const);
  let day = civilDateInShanghai(start);
  for (let left = n; left > 0;) {
    day = addDays(day, 1);
    if (isWorkday(day) && !gaps.some(([after, upTo]) => after < day && day <= upTo)) left -= 1;
  }
  return day;
}

describe('a term that stands still during 补正', () => {
  it('is the plain term when there is no pause', () => {
    expect(dueWithPauses(at('2024-09-30T09:00'), 1, [])).toBe(endOfWorkdays(at('2024-09-30T09:00'), 1));
  });

  it('does not count the days in the submitter’s court', () => {
    // Monday; returned on Tuesday, back on Thursday: Tuesday, Friday and Monday count
    const pause = { from: at('2024-11-05T15:00'), to: at('2024-11-07T10:00') };
    expect(dueWithPauses(at('2024-11-04T09:00'), 3, [pause])).toBe(at('2024-11-12T00:00'));
    expect(workdaysLeft(at('2024-11-04T09:00'), 3, [pause], at('2024-11-07T18:00'))).toBe(2);
    expect(workdaysLeft(at('2024-11-04T09:00'), 3, [pause], at('2024-11-13T09:00'))).toBe(-2);
  });

  it('loses nothing by a return that is mended the same day', () => {
    const pause = { from: at('2024-11-05T09:00'), to: at('2024-11-05T17:00') };
    expect(dueWithPauses(at('2024-11-04T09:00'), 3, [pause])).toBe(endOfWorkdays(at('2024-11-04T09:00'), 3));
  });

  it('has no end while the clock stands, unless it was over before', () => {
    const open = { from: at('2024-11-06T09:00'), to: null };
    expect(dueWithPauses(at('2024-11-04T09:00'), 3, [open])).toBeNull();
    expect(dueWithPauses(at('2024-11-04T09:00'), 2, [open])).toBe(at('2024-11-07T00:00'));
    expect(workdaysLeft(at('2024-11-04T09:00'), 3, [open], at('2025-03-01T09:00'))).toBe(1);
  });

  it('is as counting day by day gives it, however the pauses overlap', () => {
    fc.assert(
      fc.property(instant, term, pauses, (start, n, stopped) => {
        const due = dueWithPauses(start, n, stopped) as number;
        expect(civilDateInShanghai(due - 1)).toBe(counted(start, n, stopped));
        expect(workdaysLeft(start, n, stopped, due - 1)).toBe(0);
        expect(due).toBeGreaterThanOrEqual(endOfWorkdays(start, n));
      }),
    );
  });

  it('splits at any pause: what was left when it began is what counts after it', () => {
    fc.assert(
      fc.property(instant, term, fc.integer({ min: 24, max: 2_000 }), (start, n, hours) => {
        const pause = { from: start + 30 * HOUR, to: start + (30 + hours) * HOUR };
        const left = workdaysLeft(start, n, [], pause.from);
        const due = left <= 0 ? endOfWorkdays(start, n) : endOfWorkdays(pause.to, left);
        expect(dueWithPauses(start, n, [pause])).toBe(due);
      }),
    );
  });
});
