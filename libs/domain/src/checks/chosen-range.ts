import { assignmentsOf } from './assignments-of.js';
import { called, error } from './check.js';
import type { Check } from './check.js';

/** The starter chooses within a range that the drawing gives: from everybody in the city nobody finds the right one. */
export const chosenRange: Check = {
  id: 'chosen-range',
  run: (model) =>
    assignmentsOf(model).flatMap(({ assignment, property, ...node }) => {
      if (assignment.kind !== 'chosen') return [];
      const { unit, role, max } = assignment;
      if (unit === undefined && role === undefined)
        return [
          error(
            'chosen-range',
            node.id,
            `${called(node)}由发起人自选办理人，但没有写在哪个范围里选。`,
            '请在右侧选择单位或岗位，作为可选的范围。',
            property,
          ),
        ];
      if (max === undefined || (Number.isInteger(max) && max >= 1 && max <= 100)) return [];
      return [
        error(
          'chosen-range',
          node.id,
          `${called(node)}由发起人自选办理人，“最多几人”不是有效的人数。`,
          '请填 1 到 100 之间的整数，不限人数的请留空。',
          property,
        ),
      ];
    }),
};
