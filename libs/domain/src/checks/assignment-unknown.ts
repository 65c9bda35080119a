import type { Assignment } from '../bpmn/model.js';
import { assignmentsOf } from './assignments-of.js';
import { called, error } from './check.js';
import type { Check, CheckContext } from './check.js';

/** `responsible` and `supervisor` are said of the obligation, and are there in every city. */
const EVERYWHERE = new Set(['responsible', 'supervisor']);

/** An assignment that names a unit, role or person that does not exist leaves the task without candidates. */
export const assignmentUnknown: Check = {
  id: 'assignment-unknown',
  run: (model, { people }) =>
    people === undefined
      ? []
      : assignmentsOf(model).flatMap(({ assignment, property, word, ...node }) => {
          const problem = unknownIn(assignment, people);
          if (problem === null) return [];
          const message = `${called(node)}的${word}是${problem}，系统里没有。`;
          return [
            error('assignment-unknown', node.id, message, `请在右侧“${word}”里重新选择单位、岗位或人员。`, property),
          ];
        }),
};

type People = NonNullable<CheckContext['people']>;

function unknownIn(assignment: Assignment, people: People): string | null {
  switch (assignment.kind) {
    case 'person':
      return people.persons.includes(assignment.person) ? null : `人员“${assignment.person}”`;
    case 'role':
    case 'field':
    case 'chosen':
      return (
        unknownRole(assignment.role, people) ?? ('unit' in assignment ? unknownUnit(assignment.unit, people) : null)
      );
    default:
      return null;
  }
}

const unknownRole = (role: string | undefined, { roles }: People): string | null =>
  role === undefined || roles.includes(role) ? null : `岗位“${role}”`;

/** What an expression gives is known only where a token is. */
const unknownUnit = (unit: string | undefined, { units }: People): string | null =>
  unit === undefined || EVERYWHERE.has(unit) || unit.startsWith('=') || units.includes(unit) ? null : `单位“${unit}”`;
