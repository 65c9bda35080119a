import { nodesOf } from '../bpmn/walk.js';
import { error } from './check.js';
import type { Check } from './check.js';

/** The task's name is what people read in their list of things to do. */
export const taskWithoutName: Check = {
  id: 'task-without-name',
  run: (model) =>
    nodesOf(model)
      .filter((node) => node.kind === 'userTask' && node.name === '')
      .map((node) =>
        error(
          'task-without-name',
          node.id,
          `办理节点“${node.id}”没有名称，待办里看不出要做什么。`,
          '请给它起个名字，例如“科室审核”。',
          'name',
        ),
      ),
};
