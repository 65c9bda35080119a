import { handlersOf, userTasksOf } from './assignments-of.js';
import type { Drawn } from './assignments-of.js';
import { called, warning } from './check.js';
import type { Check, CheckContext } from './check.js';
import { fieldIn } from './person-field.js';

/** Where everything that says who decides may give nobody, the flow's administrators get the task: said beforehand. */
export const assignmentMayBeEmpty: Check = {
  id: 'assignment-may-be-empty',
  run: (model, { form }) =>
    userTasksOf(model).flatMap((task) => {
      const reasons = handlersOf(task).map((drawn) => mayBeEmpty(drawn, form));
      if (reasons.length === 0 || reasons.includes(null)) return [];
      return [
        warning(
          'assignment-may-be-empty',
          task.id,
          `${called(task)}可能没有人办：${reasons.join('；')}。到时会交给流程管理员并发出提醒，不会自动通过。`,
          '请把表单里的这一项设为必填，或再加一条一定有人的办理人（例如主管单位的某个岗位）。',
          'assignment',
        ),
      ];
    }),
};

/** Why it may give nobody; null where that is not to be expected. */
function mayBeEmpty({ assignment }: Drawn, form: CheckContext['form']): string | null {
  if (assignment.kind === 'expression') return `${assignment.expression.trim()} 可能算不出人`;
  if (assignment.kind !== 'field' || form === undefined) return null;
  const field = fieldIn(form, assignment.field);
  if (field === undefined || form.schema.required?.includes(assignment.field) === true) return null;
  return `表单的“${field.title ?? assignment.field}”不是必填`;
}
