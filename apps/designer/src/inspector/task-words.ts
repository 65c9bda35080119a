import { assignmentsWords, seatsWords, type Assignment, type SeatRule } from '@chengban/domain';
import { readAssignments } from '../modeler/assignment.js';
import type { Moddle } from '../modeler/moddle.js';
import { assignmentNames, type Names } from '../publish/node-words.js';
import { drawnSeats } from './seat-settings.js';

/** Who decides and how, as one sentence: `市司法局督办审核里每人一席，三分之二同意通过，一票否决。` Null until somebody is chosen. */
export function taskSentence(task: Moddle, names: Names): string | null {
  const who = handlerWords(task, names);
  if (who === null) return null;
  const rule = ruleOf(task);
  return rule === null ? `由${who}办理，谁先签收谁办。` : `${who}里${seatsWords(rule)}。`;
}

/** `市司法局督办审核 · 票签`, for the list of steps; null until somebody is chosen. */
export function taskSummary(task: Moddle, names: Names): string | null {
  const who = handlerWords(task, names);
  const rule = ruleOf(task);
  return who === null ? null : [who, ...(rule === null ? [] : [MODES[rule.mode]])].join(' · ');
}

const MODES: Readonly<Record<SeatRule['mode'], string>> = { any: '或签', all: '会签', sequence: '依次', vote: '票签' };

function handlerWords(task: Moddle, names: Names): string | null {
  const whole = readAssignments(task, 'chengban:Assignment').filter(isWhole);
  return whole.length === 0 ? null : assignmentsWords(whole, assignmentNames(names));
}

const isWhole = (assignment: Assignment): boolean => Object.values(assignment).every((value) => value !== '');

function ruleOf(task: Moddle): SeatRule | null {
  const { choice, per, ratio, count, rejects, veto, collects } = drawnSeats(task);
  if (choice === undefined || choice === 'one') return null;
  return {
    mode: choice,
    per,
    ...(ratio !== null && { passRatio: ratio }),
    ...(count !== null && { passCount: count }),
    ...(rejects !== null && { rejectCount: rejects }),
    ...(veto && { veto }),
    decide: collects ? 'collect' : 'atOnce',
  };
}
