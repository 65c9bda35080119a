import type { SeatRule } from '../bpmn/model.js';
import { userTasksOf } from './assignments-of.js';
import { called, error } from './check.js';
import type { Check } from './check.js';

const isRatio = (ratio: number | undefined): boolean => ratio === undefined || (ratio > 0 && ratio <= 1);
const isCount = (count: number | undefined): boolean =>
  count === undefined || (Number.isInteger(count) && count >= 1 && count <= 1_000);

const CURE = '请填 1 到 1000 之间的整数，不用的请留空。';

const rules: readonly {
  readonly property: 'passRatio' | 'passCount' | 'rejectCount';
  readonly right: (seats: SeatRule) => boolean;
  readonly word: string;
  readonly cure: string;
}[] = [
  {
    property: 'passRatio',
    right: (seats) => isRatio(seats.passRatio),
    word: '同意比例不在 0 到 1 之间',
    cure: '请选择三分之二、过半数等比例，或填大于 0、不超过 100 的百分数。',
  },
  { property: 'passCount', right: (seats) => isCount(seats.passCount), word: '同意票数不是有效的整数', cure: CURE },
  { property: 'rejectCount', right: (seats) => isCount(seats.rejectCount), word: '反对票数不是有效的整数', cure: CURE },
];

/** Shares are above 0 and at most 1, counts are whole and at least 1. */
export const voteCount: Check = {
  id: 'vote-count',
  run: (model) =>
    userTasksOf(model).flatMap((task) =>
      rules.flatMap(({ property, right, word, cure }) =>
        task.seats === null || right(task.seats)
          ? []
          : [error('vote-count', task.id, `${called(task)}的${word}。`, cure, property)],
      ),
    ),
};
