import { flowsOf } from '../bpmn/walk.js';
import { memberUses } from '../expressions/member-uses.js';
import { called, error } from './check.js';
import type { Check } from './check.js';

/** A choice has the values that the form lists; a comparison with any other never holds. */
export const formChoice: Check = {
  id: 'form-choice',
  run: (model, { form }) => {
    const { properties = {} } = form?.schema ?? {};
    return flowsOf(model).flatMap((flow) =>
      memberUses(flow.condition?.text ?? '', 'form').flatMap(({ name, literal }) => {
        const field = Object.hasOwn(properties, name) ? properties[name] : undefined;
        if (field?.enum === undefined || literal === null || field.enum.includes(literal)) return [];
        return [
          error(
            'form-choice',
            flow.id,
            `连线${called(flow)}的条件把“${field.title ?? name}”和“${literal}”比较，表单里没有这个选项。`,
            `请改成表单里的选项：${field.enum.join('、')}。`,
            'conditionExpression',
          ),
        ];
      }),
    );
  },
};
