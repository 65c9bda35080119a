import type { SeatRule, UserTask } from '../model.js';
import { NODE_VERBS, RETURN_AFTER, RETURN_WHERE, SEATS_DECIDE, SEATS_PER, SEAT_MODES } from '../model/approval.js';
import { flag, number } from './moddle-element.js';
import type { ModdleElement } from './moddle-element.js';
import { readCopies } from './read-assignment.js';
import { choicesOf } from './read-choice.js';
import type { Choices } from './read-choice.js';

type ApprovalFacts = Pick<
  UserTask,
  | 'seats'
  | 'verbs'
  | 'returnWhere'
  | 'returnAfter'
  | 'copies'
  | 'copyProblem'
  | 'remindWorkdays'
  | 'escalateWorkdays'
  | 'settingProblems'
>;

/** How a user task is decided and what may be done at it, as far as it is drawn. */
export function readApproval(element: ModdleElement): ApprovalFacts {
  const choices = choicesOf(element);
  return {
    seats: readSeats(element, choices),
    verbs: choices.some('verbs', NODE_VERBS),
    returnWhere: choices.some('returnWhere', RETURN_WHERE),
    returnAfter: choices.one('returnAfter', RETURN_AFTER),
    ...readCopies(element),
    remindWorkdays: number(element, 'chengban:remindWorkdays'),
    escalateWorkdays: number(element, 'chengban:escalateWorkdays'),
    settingProblems: choices.problems,
  };
}

/** What is drawn besides the mode says nothing while there is no mode. */
function readSeats(element: ModdleElement, choices: Choices): SeatRule | null {
  const mode = choices.one('seats', SEAT_MODES);
  if (mode === null) return null;
  const [passRatio, passCount, rejectCount] = ['passRatio', 'passCount', 'rejectCount'].map((name) =>
    number(element, `chengban:${name}`),
  );
  return {
    mode,
    per: choices.one('seatPer', SEATS_PER) ?? 'person',
    ...(passRatio != null && { passRatio }),
    ...(passCount != null && { passCount }),
    ...(rejectCount != null && { rejectCount }),
    ...(flag(element, 'chengban:veto') && { veto: true }),
    decide: choices.one('decide', SEATS_DECIDE) ?? 'atOnce',
  };
}
