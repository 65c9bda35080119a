import { nodesOf, scopesOf } from '../bpmn/walk.js';
import type { Assignment, FlowModel } from '../bpmn/model.js';
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
      : assigned(model).flatMap(({ id, name, assignment }) => {
          const problem = unknownIn(assignment, people);
          if (problem === null) return [];
          const message = `${called({ id, name })}的办理人是${problem}，系统里没有。`;
          return [
            error('assignment-unknown', id, message, '请在右侧“办理人”里重新选择单位、岗位或人员。', 'assignment'),
          ];
        }),
};

interface Assigned {
  readonly id: string;
  readonly name: string;
  readonly assignment: Assignment;
}

const assigned = (model: FlowModel): readonly Assigned[] => [
  ...nodesOf(model).flatMap((node) =>
    node.kind === 'userTask' && node.assignment !== null
      ? [{ id: node.id, name: node.name, assignment: node.assignment }]
      : [],
  ),
  ...scopesOf(model).flatMap((scope) =>
    scope.lanes.flatMap(({ id, name, assignment }) => (assignment === null ? [] : [{ id, name, assignment }])),
  ),
];

/** What an expression gives is known only where a token is. */
const isKnown = (unit: string, units: readonly string[]): boolean =>
  EVERYWHERE.has(unit) || unit.startsWith('=') || units.includes(unit);

function unknownIn(assignment: Assignment, people: NonNullable<CheckContext['people']>): string | null {
  switch (assignment.kind) {
    case 'starter':
      return null;
    case 'person':
      return people.persons.includes(assignment.person) ? null : `人员“${assignment.person}”`;
    case 'role':
      if (!people.roles.includes(assignment.role)) return `岗位“${assignment.role}”`;
      return isKnown(assignment.unit, people.units) ? null : `单位“${assignment.unit}”`;
  }
}
