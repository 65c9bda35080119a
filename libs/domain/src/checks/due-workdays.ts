import { nodesOf } from '../bpmn/walk.js';
import { called, error } from './check.js';
import type { Check } from './check.js';

export const dueWorkdays: Check = {
  id: 'due-workdays',
  run: (model) =>
    nodesOf(model).flatMap((node) => {
      if (node.kind !== 'userTask' || node.dueWorkdays === null) return [];
      const days = node.dueWorkdays;
      if (Number.isInteger(days) && days >= 1 && days <= 366) return [];
      return [
        error(
          'due-workdays',
          node.id,
          `${called(node)}的办理期限不是有效的工作日数。`,
          '请填 1 到 366 之间的整数，不限期的请留空。',
          'dueWorkdays',
        ),
      ];
    }),
};
