import type { UserTask } from '../bpmn/model.js';
import { userTasksOf } from './assignments-of.js';
import { called, error, warning } from './check.js';
import type { Check } from './check.js';

/** Reminding and escalating come after the due date, in this order, on days that can be counted. */
export const reminderDays: Check = {
  id: 'reminder-days',
  run: (model) =>
    userTasksOf(model).flatMap((task) => {
      const wrong = (['remindWorkdays', 'escalateWorkdays'] as const).filter((property) => !isDays(task[property]));
      if (wrong.length > 0)
        return wrong.map((property) =>
          error(
            'reminder-days',
            task.id,
            `${called(task)}的超时${property === 'remindWorkdays' ? '催办' : '上报'}不是有效的工作日数。`,
            '请填 1 到 366 之间的整数，不用的请留空。',
            property,
          ),
        );
      return [...tooEarly(task), ...neverDue(task)];
    }),
};

const isDays = (days: number | null): boolean => days === null || (Number.isInteger(days) && days >= 1 && days <= 366);

const tooEarly = (task: UserTask) =>
  task.remindWorkdays === null || task.escalateWorkdays === null || task.escalateWorkdays > task.remindWorkdays
    ? []
    : [
        error(
          'reminder-days',
          task.id,
          `${called(task)}超时 ${task.escalateWorkdays} 个工作日就上报，催办却要等到 ${task.remindWorkdays} 个工作日。`,
          '请让催办早于上报。',
          'escalateWorkdays',
        ),
      ];

const neverDue = (task: UserTask) =>
  task.dueWorkdays !== null || (task.remindWorkdays === null && task.escalateWorkdays === null)
    ? []
    : [
        warning(
          'reminder-days',
          task.id,
          `${called(task)}没有办理时限，不会超时，催办和上报不起作用。`,
          '请填写办理时限，或去掉催办和上报。',
          task.remindWorkdays === null ? 'escalateWorkdays' : 'remindWorkdays',
        ),
      ];
