import type { Assignment } from '../bpmn/model.js';
import { assignmentsOf } from './assignments-of.js';
import type { Drawn } from './assignments-of.js';
import { called, error } from './check.js';
import type { Check } from './check.js';

type Problem = readonly [message: string, cure: string];

/** The starter chooses once for a task, within a range that the drawing gives: among everybody nobody finds the right one. */
export const chosenRange: Check = {
  id: 'chosen-range',
  run: (model) => {
    const asked = new Set<string>();
    return assignmentsOf(model).flatMap((drawn) => {
      const { assignment, property } = drawn;
      if (assignment.kind !== 'chosen') return [];
      const problem = asked.has(drawn.id) ? TWICE : rangeProblem(assignment);
      asked.add(drawn.id);
      return problem === null ? [] : [told(drawn, problem, property)];
    });
  },
};

const told = (drawn: Drawn, [message, cure]: Problem, property: string) =>
  error('chosen-range', drawn.id, `${called(drawn)}${message}。`, cure, property);

const TWICE: Problem = ['写了不止一条“发起人自选”，系统只会问一次', '请合并成一条，把范围放宽。'];

function rangeProblem({ unit, role, max }: Extract<Assignment, { kind: 'chosen' }>): Problem | null {
  if (unit === undefined && role === undefined)
    return ['由发起人自选办理人，但没有写在哪个范围里选', '请在右侧选择单位或岗位，作为可选的范围。'];
  if (max === undefined || (Number.isInteger(max) && max >= 1 && max <= 100)) return null;
  return ['由发起人自选办理人，“最多几人”不是有效的人数', '请填 1 到 100 之间的整数，不限人数的请留空。'];
}
