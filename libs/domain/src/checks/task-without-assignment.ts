import { nodesOf } from '../bpmn/walk.js';
import { called, error } from './check.js';
import type { Check } from './check.js';

/** Every user task says who gets it, and each rule that says so is whole. */
export const taskWithoutAssignment: Check = {
  id: 'task-without-assignment',
  run: (model) =>
    nodesOf(model).flatMap((node) => {
      if (node.kind !== 'userTask') return [];
      if (node.assignment !== null && node.assignmentProblem === null) return [];
      const message =
        node.assignmentProblem === null
          ? `${called(node)}没有写由谁办理。`
          : `${called(node)}的办理人设置不完整：${node.assignmentProblem}。`;
      return [
        error(
          'task-without-assignment',
          node.id,
          message,
          '请在右侧“办理人”里选择单位和岗位，或指定到人。',
          'assignment',
        ),
      ];
    }),
};
