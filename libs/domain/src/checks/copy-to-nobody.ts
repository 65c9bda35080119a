import { userTasksOf } from './assignments-of.js';
import { called, error } from './check.js';
import type { Check } from './check.js';

/** A copy that does not say to whom is sent to nobody. */
export const copyToNobody: Check = {
  id: 'copy-to-nobody',
  run: (model) =>
    userTasksOf(model).flatMap((task) =>
      task.copyProblem === null
        ? []
        : [
            error(
              'copy-to-nobody',
              task.id,
              `${called(task)}的抄送不知道给谁：${task.copyProblem}。`,
              '请在右侧“抄送”里选择单位和岗位、指定的人或表单里的人，或删去这一条。',
              'copy',
            ),
          ],
    ),
};
