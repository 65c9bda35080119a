import type { Assignment, FlowModel, UserTask } from '../bpmn/model.js';
import { nodesOf, scopesOf } from '../bpmn/walk.js';

/** One assignment of a task, a lane or a copy, with where it stands. */
export interface Drawn {
  readonly id: string;
  readonly name: string;
  readonly assignment: Assignment;
  /** the finding's property; from the second on with its place: `assignment`, `assignment.1`, `copy`, `copy.1` */
  readonly property: string;
  /** what it is called in a message */
  readonly word: '办理人' | '抄送';
}

export const userTasksOf = (model: FlowModel): readonly UserTask[] =>
  nodesOf(model).flatMap((node) => (node.kind === 'userTask' ? [node] : []));

/** Every assignment drawn in a model, the lanes' before the tasks': what a task has from its lane stands at the lane. */
export function assignmentsOf(model: FlowModel): readonly Drawn[] {
  const lanes = scopesOf(model).flatMap((scope) => scope.lanes);
  const ofLanes = new Set(lanes.map(({ assignment }) => assignment));
  const tasks = userTasksOf(model);
  return [
    ...lanes.flatMap(handlersOf),
    ...tasks.flatMap((task) => [...(ofLanes.has(task.assignment) ? [] : handlersOf(task)), ...copiesOf(task)]),
  ];
}

type Handled = Pick<UserTask, 'id' | 'name' | 'assignment' | 'moreAssignments'>;

export const handlersOf = ({ id, name, assignment, moreAssignments }: Handled): readonly Drawn[] =>
  (assignment === null ? [] : [assignment, ...moreAssignments]).map((each, at) => ({
    id,
    name,
    assignment: each,
    property: placed('assignment', at),
    word: '办理人',
  }));

const copiesOf = ({ id, name, copies }: UserTask): readonly Drawn[] =>
  copies.map((each, at) => ({ id, name, assignment: each, property: placed('copy', at), word: '抄送' }));

const placed = (property: string, at: number): string => (at === 0 ? property : `${property}.${at}`);
