import { flowsOf } from '../bpmn/walk.js';
import { memberUses } from '../expressions/member-uses.js';
import { called, warning } from './check.js';
import type { Check } from './check.js';
import { declaredVariables } from './variables-of.js';

/** A field that the form does not have is empty at run time, unless the drawing itself writes it. */
export const formField: Check = {
  id: 'form-field',
  run: (model, { form }) => {
    if (form === undefined || declaredVariables(model).has('form')) return [];
    const { properties } = form.schema;
    return flowsOf(model).flatMap((flow) =>
      memberUses(flow.condition?.text ?? '', 'form')
        .filter(({ name }) => !Object.hasOwn(properties, name))
        .map(({ name }) =>
          warning(
            'form-field',
            flow.id,
            `连线${called(flow)}的条件用到 form.${name}，表单“${form.title}”里没有这一项。`,
            `请改成表单里有的：${Object.keys(properties).join('、')}。`,
            'conditionExpression',
          ),
        ),
    );
  },
};
