import { flowsOf } from '../bpmn/walk.js';
import { referencedNames } from '../expressions/referenced-names.js';
import { called, warning } from './check.js';
import type { Check } from './check.js';
import { INSTANCE_VARIABLES, declaredVariables } from './variables-of.js';

/** A name that no instance has and nothing in the drawing writes is empty at run time. */
export const unknownVariable: Check = {
  id: 'unknown-variable',
  run: (model) => {
    const known = new Set([...INSTANCE_VARIABLES, ...declaredVariables(model), 'activationCount', 'waitingForStart']);
    return flowsOf(model).flatMap((flow) =>
      referencedNames(flow.condition?.text ?? '')
        .variables.filter((name) => !known.has(name))
        .map((name) =>
          warning(
            'unknown-variable',
            flow.id,
            `连线${called(flow)}的条件用到“${name}”，流程里没有这个变量。`,
            `表单里的内容请写成 form.${name}；其他可用的有 ${INSTANCE_VARIABLES.slice(1).join('、')}。`,
            'conditionExpression',
          ),
        ),
    );
  },
};
