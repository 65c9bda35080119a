import { userTasksOf } from './assignments-of.js';
import { called, error } from './check.js';
import type { Check } from './check.js';

/** A node that narrows its verbs must leave the one that brings the work on. */
export const verbsWithoutDecision: Check = {
  id: 'verbs-without-decision',
  run: (model) =>
    userTasksOf(model).flatMap((task) => {
      const needed = task.purpose === 'draft' ? 'submit' : 'approve';
      if (task.verbs === null || task.verbs.includes(needed)) return [];
      const word = needed === 'submit' ? '提交' : '同意';
      return [
        error(
          'verbs-without-decision',
          task.id,
          `${called(task)}的操作按钮里没有“${word}”，到了这里就走不下去。`,
          `请在右侧“操作按钮”里勾上“${word}”，或恢复为全部。`,
          'verbs',
        ),
      ];
    }),
};
