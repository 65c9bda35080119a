import { armedBetween, withArmed } from './armed-timers.js';
import { emptyMarking } from './empty-marking.js';
import type { ArmedTimer, Marking } from './marking.js';

const marking = (...timers: readonly ArmedTimer[]): Marking => ({
  ...emptyMarking(''),
  ...(timers.length > 0 && { timers }),
});

const late = { node: 'late', on: 1, dueAt: 100 };
const cycle = { node: 'cycle', on: 1, dueAt: 200, left: 2 };

test('what was armed between two markings is what is new, the next time of a cycle included', () => {
  const again = { ...cycle, dueAt: 300, left: 1 };
  expect(armedBetween(null, marking(late, cycle))).toEqual([late, cycle]);
  expect(armedBetween(marking(late, cycle), marking(late, again))).toEqual([again]);
  expect(armedBetween(marking(late), marking())).toEqual([]);
});

test('recorded timers take the place of those at the same token and trigger, in the order of time', () => {
  const { timers } = withArmed(marking(late, cycle), [{ ...late, dueAt: 250 }]);
  expect(timers).toEqual([cycle, { ...late, dueAt: 250 }]);
});

test('a recorded timer that is no longer armed stays away', () => {
  const plain = marking();
  expect(withArmed(plain, [late])).toBe(plain);
  expect(withArmed(marking(cycle), [late]).timers).toEqual([cycle]);
});
