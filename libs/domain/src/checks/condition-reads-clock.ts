import { flowsOf } from '../bpmn/walk.js';
import { referencedNames } from '../expressions/referenced-names.js';
import { called, error } from './check.js';
import type { Check } from './check.js';

/** A step must give the same answer when it is replayed, so a condition may not read the clock. */
export const conditionReadsClock: Check = {
  id: 'condition-reads-clock',
  run: (model) =>
    flowsOf(model).flatMap((flow) =>
      referencedNames(flow.condition?.text ?? '')
        .functions.filter((name) => name === 'now' || name === 'today')
        .map((name) =>
          error(
            'condition-reads-clock',
            flow.id,
            `连线${called(flow)}的条件用了 ${name}()，每次计算结果会不同。`,
            '请改用边界定时器控制时间。',
            'conditionExpression',
          ),
        ),
    ),
};
