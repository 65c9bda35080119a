import { flowsOf } from '../bpmn/walk.js';
import { memberUses } from '../expressions/member-uses.js';
import { called, error } from './check.js';
import type { Check, FieldType } from './check.js';

const WORDS: Readonly<Record<FieldType['type'], string>> = {
  string: '文字',
  number: '数字',
  boolean: '“是”或“否”',
  array: '几项内容',
};

/** Values of different kinds are never equal and cannot be ordered: the condition would give no answer. */
export const formFieldType: Check = {
  id: 'form-field-type',
  run: (model, { form }) => {
    const { properties = {} } = form?.schema ?? {};
    return flowsOf(model).flatMap((flow) =>
      memberUses(flow.condition?.text ?? '', 'form').flatMap(({ name, comparedWith }) => {
        const field = Object.hasOwn(properties, name) ? properties[name] : undefined;
        if (field === undefined || comparedWith === null || comparedWith === field.type) return [];
        return [
          error(
            'form-field-type',
            flow.id,
            `连线${called(flow)}的条件把“${field.title ?? name}”和${WORDS[comparedWith]}比较，表单里填的是${WORDS[field.type]}。`,
            `请和${WORDS[field.type]}比较：文字要加英文双引号，数字不加，是否写 true 或 false。`,
            'conditionExpression',
          ),
        ];
      }),
    );
  },
};
