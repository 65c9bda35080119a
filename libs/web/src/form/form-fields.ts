import type { Rule } from 'antd/es/form';
import type { FieldUi, FormDefinition, FormField } from '../api/types';

const LONG_TEXT = 5000;

/** One field of a form, ready to be drawn: schema and appearance joined, in the order the form asks for. */
export interface ShownField {
  name: string;
  label: string;
  help?: string;
  required: boolean;
  widget: NonNullable<FieldUi['widget']>;
  schema: FormField;
  ui: FieldUi;
}

export function fieldsOf(form: FormDefinition): ShownField[] {
  const { properties, required = [] } = form.schema;
  const listed = form.ui.order.filter((name) => properties[name]);
  const rest = Object.keys(properties).filter((name) => !listed.includes(name));
  return [...listed, ...rest].map((name) => {
    const schema = properties[name] as FormField;
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

function defaultWidget(schema: FormField): ShownField['widget'] {
  if (schema.type === 'boolean') return 'choice';
  if (schema.type === 'number') return 'number';
  if (schema.enum) return 'choice';
  return (schema.maxLength ?? LONG_TEXT) > 200 ? 'textarea' : 'text';
}

/** The choices of a field; a yes/no question is a choice of two. */
export function choicesOf(schema: FormField): { value: string | boolean; label: string }[] {
  if (schema.type === 'boolean') {
    return [
      { value: true, label: '是' },
      { value: false, label: '否' },
    ];
  }
  if (schema.type === 'number') return [];
  return (schema.enum ?? []).map((value, index) => ({ value, label: schema.enumNames?.[index] ?? value }));
}

/** How long a text may be; the domain's own limit where the field sets none. */
export const maxLengthOf = (schema: FormField): number | undefined =>
  schema.type === 'string' && !schema.enum ? (schema.maxLength ?? LONG_TEXT) : undefined;

/** The same limits the server checks, said before the round trip. The server's answer counts. */
export function rulesOf(field: ShownField): Rule[] {
  const { label, schema, widget } = field;
  const rules: Rule[] = [];
  const pick = widget === 'choice' || widget === 'date';
  if (field.required)
    rules.push({
      required: true,
      whitespace: schema.type === 'string' && !pick,
      message: `请${pick ? '选择' : '填写'}${label}`,
    });
  const longest = maxLengthOf(schema);
  if (longest) rules.push({ max: longest, message: `${label}最多 ${longest} 字` });
  if (schema.type !== 'number') return rules;
  const { minimum, maximum } = schema;
  if (minimum !== undefined) rules.push({ type: 'number', min: minimum, message: `${label}不能小于 ${minimum}` });
  if (maximum !== undefined) rules.push({ type: 'number', max: maximum, message: `${label}不能大于 ${maximum}` });
  return rules;
}

/** A stored value as people read it. */
export function readable(field: ShownField, value: unknown): string {
  if (value === undefined || value === null || value === '') return '';
  const choice = choicesOf(field.schema).find((option) => option.value === value);
  const text = choice?.label ?? String(value);
  return field.ui.unit ? `${text} ${field.ui.unit}` : text;
}
