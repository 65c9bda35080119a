import { armedOf } from './canonical.js';
import type { ArmedTimer, Marking } from './marking.js';

// When a timer is due depends on the calendar of the day on which it was armed. Calendars change: who keeps a history
// keeps the armed timers with it, and puts them back where the history is replayed.

const NONE: readonly ArmedTimer[] = [];

/** The order of a marking's timers. */
export const inTime = (a: ArmedTimer, b: ArmedTimer): number =>
  a.dueAt - b.dueAt || a.on - b.on || (a.node === b.node ? triggerOf(a) - triggerOf(b) : a.node < b.node ? -1 : 1);

const triggerOf = ({ trigger = 0 }: ArmedTimer): number => trigger;

const isSamePlace = (a: ArmedTimer, b: ArmedTimer): boolean =>
  a.node === b.node && a.on === b.on && triggerOf(a) === triggerOf(b);

const isSame = (a: ArmedTimer, b: ArmedTimer): boolean =>
  isSamePlace(a, b) && a.dueAt === b.dueAt && a.left === b.left && a.from === b.from;

/** The timers that were armed between two markings, a cycle's next time included. */
export const armedBetween = (before: Marking | null, after: Marking): readonly ArmedTimer[] => {
  const known = before?.timers ?? NONE;
  return (after.timers ?? NONE).filter((timer) => !known.some((each) => isSame(each, timer)));
};

/** The marking with those of its timers that were recorded as they were recorded. */
export function withArmed(marking: Marking, recorded: readonly ArmedTimer[]): Marking {
  if (marking.timers === undefined || recorded.length === 0) return marking;
  const timers = marking.timers.map((timer) => armedOf(recorded.find((each) => isSamePlace(each, timer)) ?? timer));
  return { ...marking, timers: timers.sort(inTime) };
}
