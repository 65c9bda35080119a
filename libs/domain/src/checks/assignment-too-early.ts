import type { Assignment } from '../bpmn/model.js';
import { handlersOf, userTasksOf } from './assignments-of.js';
import { called, error } from './check.js';
import type { Check } from './check.js';
import { tasksBefore } from './tasks-before.js';

const EARLY: Partial<Record<Assignment['kind'], string>> = {
  previous: '由上一环节的办理人办理，但流程一开始就会走到这里，前面还没有人办过',
  chosen: '由发起人自选的人办理，但流程一开始就会走到这里，发起人还没有机会选',
  field: '由表单里填的人办理，但流程一开始就会走到这里，表单还没有填',
};

/** Who decided before, whom the starter chose and what the form says are known only after somebody has done something. */
export const assignmentTooEarly: Check = {
  id: 'assignment-too-early',
  run: (model) => {
    const handlers = userTasksOf(model).flatMap(handlersOf);
    const early = handlers.filter(({ assignment }) => EARLY[assignment.kind] !== undefined);
    if (early.length === 0) return [];
    const { canBeFirst } = tasksBefore(model);
    return early
      .filter(({ id }) => canBeFirst(id))
      .map(({ assignment, property, ...node }) =>
        error(
          'assignment-too-early',
          node.id,
          `${called(node)}${EARLY[assignment.kind] ?? ''}。`,
          '请改为指定单位和岗位、指定的人或发起人，或者在它前面加一个填报环节。',
          property,
        ),
      );
  },
};
