import type { Rule } from 'antd/es/form';
import type { FieldSchema, FieldUi, FormDefinition } from '../api/types';

/** One field of a form, ready to be drawn: schema and appearance joined, in the order the form asks for. */
export interface FormField {
  name: string;
  label: string;
  help?: string;
  required: boolean;
  widget: NonNullable<FieldUi['widget']>;
  schema: FieldSchema;
  ui: FieldUi;
}

export function fieldsOf(form: FormDefinition): FormField[] {
  const { properties, required = [] } = form.schema;
  const listed = (form.ui.order ?? []).filter((name) => properties[name]);
  const rest = Object.keys(properties).filter((name) => !listed.includes(name));
  return [...listed, ...rest].map((name) => {
    const schema = properties[name] as FieldSchema;
    const ui = (Array.isArray(form.ui[name]) ? {} : (form.ui[name] ?? {})) as FieldUi;
    return {
      name,
      label: schema.title ?? name,
      help: schema.description,
      required: required.includes(name),
      widget: ui.widget ?? defaultWidget(schema),
      schema,
      ui,
    };
  });
}

function defaultWidget(schema: FieldSchema): FormField['widget'] {
  if (schema.enum || schema.type === 'boolean') return 'choice';
  if (schema.type === 'number' || schema.type === 'integer') return 'number';
  return (schema.maxLength ?? 0) > 200 ? 'textarea' : 'text';
}

/** The choices of a field; a yes/no question is a choice of two. */
export function choicesOf(schema: FieldSchema): { value: string | number | boolean; label: string }[] {
  if (schema.type === 'boolean') {
    return [
      { value: true, label: '是' },
      { value: false, label: '否' },
    ];
  }
  return (schema.enum ?? []).map((value, index) => ({ value, label: schema.enumNames?.[index] ?? String(value) }));
}

/** The same limits the server checks, said before the round trip. The server's answer counts. */
export function rulesOf(field: FormField): Rule[] {
  const { label, schema, widget } = field;
  const rules: Rule[] = [];
  const pick = widget === 'choice' || widget === 'date';
  if (field.required)
    rules.push({
      required: true,
      whitespace: schema.type === 'string' && !pick,
      message: `请${pick ? '选择' : '填写'}${label}`,
    });
  if (schema.maxLength) rules.push({ max: schema.maxLength, message: `${label}最多 ${schema.maxLength} 字` });
  if (schema.minLength) rules.push({ min: schema.minLength, message: `${label}至少 ${schema.minLength} 字` });
  if (schema.minimum !== undefined)
    rules.push({ type: 'number', min: schema.minimum, message: `${label}不能小于 ${schema.minimum}` });
  if (schema.maximum !== undefined)
    rules.push({ type: 'number', max: schema.maximum, message: `${label}不能大于 ${schema.maximum}` });
  return rules;
}

/** A stored value as people read it. */
export function readable(field: FormField, value: unknown): string {
  if (value === undefined || value === null || value === '') return '';
  const choice = choicesOf(field.schema).find((option) => option.value === value);
  const text = choice?.label ?? String(value);
  return field.ui.unit ? `${text} ${field.ui.unit}` : text;
}
