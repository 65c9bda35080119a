import type { Assignment, SeatsPer, UserTask } from '../bpmn/model.js';
import { handlersOf } from './assignments-of.js';
import type { CheckContext } from './check.js';
import { meantBy } from './person-field.js';

type Form = CheckContext['form'];

/** How many seats a task can have at most; `Infinity` where only the run knows. */
export function mostSeats(task: UserTask, per: SeatsPer, form: Form): number {
  const keys = new Set<string>();
  let more = 0;
  for (const { assignment } of handlersOf(task)) {
    const key = per === 'unit' ? oneUnit(assignment, form) : onePerson(assignment, form);
    if (key !== null) keys.add(key);
    else more += assignment.kind === 'chosen' ? (assignment.max ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY;
  }
  return keys.size + more;
}

/** What tells the one person apart that an assignment can mean; null where it may mean several. */
function onePerson(assignment: Assignment, form: Form): string | null {
  if (assignment.kind === 'person') return `person ${assignment.person}`;
  if (assignment.kind === 'starter') return 'starter';
  return isOne(assignment, form, 'person') ? `field ${assignment.field}` : null;
}

function oneUnit(assignment: Assignment, form: Form): string | null {
  if (assignment.kind === 'role') return `unit ${assignment.unit}`;
  if (assignment.kind === 'chosen' && assignment.unit !== undefined) return `unit ${assignment.unit}`;
  if (isOne(assignment, form, 'unit')) return `field ${assignment.field}`;
  return onePerson(assignment, form);
}

function isOne(
  assignment: Assignment,
  form: Form,
  kind: 'person' | 'unit',
): assignment is Extract<Assignment, { kind: 'field' }> {
  if (assignment.kind !== 'field') return false;
  const meant = meantBy(form, assignment.field);
  return meant !== null && meant.kind === kind && !meant.several;
}
