import { flowsOf } from '../bpmn/walk.js';
import { referencedNames } from '../expressions/referenced-names.js';
import { called, warning } from './check.js';
import type { Check } from './check.js';

/** What every instance has; anything else is empty at run time. */
const CONDITION_VARIABLES = ['form', 'verdict', 'verdicts', 'round', 'unit'];

export const unknownVariable: Check = {
  id: 'unknown-variable',
  run: (model) =>
    flowsOf(model).flatMap((flow) =>
      referencedNames(flow.condition?.text ?? '')
        .variables.filter((name) => !CONDITION_VARIABLES.includes(name))
        .map((name) =>
          warning(
            'unknown-variable',
            flow.id,
            `连线${called(flow)}的条件用到“${name}”，流程里没有这个变量。`,
            `表单里的内容请写成 form.${name}；其他可用的有 ${CONDITION_VARIABLES.slice(1).join('、')}。`,
            'conditionExpression',
          ),
        ),
    ),
};
