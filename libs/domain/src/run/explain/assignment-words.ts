import type { Assignment } from '../../bpmn/model.js';
import { assertNever } from '../../shared/assert-never.js';

/** Names of what an assignment knows only by id or key. */
export interface AssignmentNames {
  unit(id: string): string;
  role(key: string): string;
  person(id: string): string;
  /** title of a field of the form */
  field(name: string): string;
  /** stands between a unit and its role */
  readonly of: string;
}

/** Everybody whom the assignments of a task mean: `市司法局督办审核、上一环节的办理人`. */
export const assignmentsWords = (assignments: readonly Assignment[], names: AssignmentNames): string =>
  assignments.map((each) => assignmentWords(each, names)).join('、');

function assignmentWords(assignment: Assignment, names: AssignmentNames): string {
  switch (assignment.kind) {
    case 'role':
      return `${names.unit(assignment.unit)}${names.of}${names.role(assignment.role)}`;
    case 'person':
      return names.person(assignment.person);
    case 'starter':
      return '发起人';
    case 'previous':
      return '上一环节的办理人';
    case 'field': {
      const filled = `表单“${names.field(assignment.field)}”里填的`;
      return assignment.role === undefined ? `${filled}人` : `${filled}单位${names.of}${names.role(assignment.role)}`;
    }
    case 'chosen': {
      const most = assignment.max === undefined ? '' : `（最多 ${assignment.max} 人）`;
      return `发起人在${rangeWords(assignment, names)}里自选的人${most}`;
    }
    case 'expression':
      return `按 ${assignment.expression.trim()} 算出的人`;
    default:
      return assertNever(assignment);
  }
}

function rangeWords({ unit, role }: { unit?: string; role?: string }, names: AssignmentNames): string {
  if (unit === undefined) return role === undefined ? '所有人' : `各单位${names.of}${names.role(role)}`;
  return role === undefined ? names.unit(unit) : `${names.unit(unit)}${names.of}${names.role(role)}`;
}
