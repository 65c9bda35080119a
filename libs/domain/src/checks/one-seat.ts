import { userTasksOf } from './assignments-of.js';
import { called, warning } from './check.js';
import type { Check } from './check.js';
import { mostSeats } from './most-seats.js';

const WORDS = { all: '会签', sequence: '依次办理', vote: '票签' } as const;

/** Several are to decide, but the assignment can give one seat only. */
export const oneSeat: Check = {
  id: 'one-seat',
  run: (model, { form }) =>
    userTasksOf(model).flatMap((task) => {
      if (task.purpose === 'draft' || task.assignment === null) return [];
      if (task.seats === null || task.seats.mode === 'any') return [];
      const { mode, per } = task.seats;
      if (mostSeats(task, per, form) > 1) return [];
      return [
        warning(
          'one-seat',
          task.id,
          `${called(task)}要${WORDS[mode]}，但办理人只有${per === 'unit' ? '一个单位，只有一席' : '一个人'}。`,
          per === 'unit' ? '请增加单位，改为每人一席，或改回一人办理。' : '请增加办理人，或改回一人办理。',
          'assignment',
        ),
      ];
    }),
};
