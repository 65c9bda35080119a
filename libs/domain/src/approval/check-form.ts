import type { FlowModel } from '../bpmn/model.js';
import { flowsOf } from '../bpmn/walk.js';
import { memberUses } from '../expressions/member-uses.js';
import type { Finding } from '../shared/finding.js';
import type { FormDefinition, FormField } from './form.js';

const TYPES: Readonly<Record<FormField['type'], string>> = { string: '文字', number: '数字', boolean: '是或否' };

/**
 * Conditions against the form that the flow fills in: a field that the form does not have is always empty, and one that
 * is compared with something of another kind is never equal. Warnings, as scripts may add to the form's data.
 */
export function checkForm(model: FlowModel, form: FormDefinition): readonly Finding[] {
  const { properties } = form.schema;
  return flowsOf(model).flatMap((flow) =>
    memberUses(flow.condition?.text ?? '', 'form').flatMap(({ name, comparedWith }) => {
      const field = Object.hasOwn(properties, name) ? properties[name] : undefined;
      const called = `连线“${flow.name || flow.id}”的条件`;
      if (field === undefined) {
        const has = Object.keys(properties).join('、');
        return [
          warn(
            'form-field',
            flow.id,
            `${called}用到 form.${name}，表单“${form.title}”里没有这一项。`,
            `请改成表单里有的：${has}。`,
          ),
        ];
      }
      if (comparedWith === null || comparedWith === field.type) return [];
      const message = `${called}把 form.${name} 和${TYPES[comparedWith]}比较，表单里“${field.title ?? name}”填的是${TYPES[field.type]}。`;
      return [
        warn('form-field-type', flow.id, message, `请和${TYPES[field.type]}比较；文字要加英文双引号，数字不加。`),
      ];
    }),
  );
}

const warn = (code: string, elementId: string, message: string, cure: string): Finding => ({
  code,
  severity: 'warning',
  message,
  cure,
  at: { elementId, property: 'conditionExpression' },
});
