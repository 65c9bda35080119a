import {
  checkFields,
  civilDateInShanghai,
  DEFAULT_MAX_LENGTH,
  DEFAULT_MAX_ROWS,
  isTable,
  kindNameOf,
  uiOf,
  type Access,
  type FieldSet,
  type FieldSetUi,
  type FormAccess,
  type Json,
  type KindName,
} from '@chengban/domain';
import type { Rule } from 'antd/es/form';
import type { FieldUi, FormDefinition, FormField } from '../api/types';

/** One field of a form or one column of a table, ready to be drawn: schema and appearance joined, in the order asked for. */
export interface ShownField {
  name: string;
  label: string;
  help?: string;
  required: boolean;
  access: Access;
  kind: KindName;
  widget: NonNullable<FieldUi['widget']>;
  schema: FormField;
  ui: FieldUi;
  /** of a table */
  columns: ShownField[];
}

/** @param access absent: everything may be written */
export const fieldsOf = (form: FormDefinition, access?: FormAccess): ShownField[] =>
  shownIn(form.schema, form.ui, access);

function shownIn(
  { properties, required = [] }: FieldSet,
  ui: FieldSetUi | undefined,
  access: FormAccess | undefined,
): ShownField[] {
  const listed = (ui?.order ?? []).filter((name) => Object.hasOwn(properties, name));
  const rest = Object.keys(properties).filter((name) => !listed.includes(name));
  return [...listed, ...rest].flatMap((name): ShownField[] => {
    const schema = properties[name] as FormField;
    const own = access?.[name];
    if (own?.access === 'hidden') return [];
    const look = uiOf(ui, name);
    const kind = kindNameOf(schema, look);
    return [
      {
        name,
        label: schema.title ?? name,
        help: schema.description,
        required: own?.required ?? required.includes(name),
        access: own?.access ?? 'write',
        kind,
        widget: look.widget ?? defaultWidget(kind, schema),
        schema,
        ui: look,
        columns: isTable(schema) ? shownIn(schema.items, look.columns, own?.columns) : [],
      },
    ];
  });
}

function defaultWidget(kind: KindName, schema: FormField): ShownField['widget'] {
  if (kind === 'yesNo') return 'choice';
  if (kind !== 'text') return kind;
  return (maxLengthOf(schema) ?? 0) > 200 ? 'textarea' : 'text';
}

/** Whether any of it can be filled in: the field, or a column of its rows. */
export const isFilledIn = ({ access, columns }: ShownField): boolean =>
  access === 'write' || columns.some((column) => column.access === 'write');

/** The choices of a field; a yes/no question is a choice of two. */
export function choicesOf(schema: FormField): { value: string | boolean; label: string }[] {
  if (schema.type === 'boolean') {
    return [
      { value: true, label: '是' },
      { value: false, label: '否' },
    ];
  }
  const options = schema.type === 'array' ? schema.items : schema;
  if (options.type !== 'string') return [];
  return (options.enum ?? []).map((value, index) => ({ value, label: options.enumNames?.[index] ?? value }));
}

/** How long a text may be; the domain's own limit where the field sets none. */
export const maxLengthOf = (schema: FormField): number | undefined =>
  schema.type === 'string' && !schema.enum && !schema.format ? (schema.maxLength ?? DEFAULT_MAX_LENGTH) : undefined;

export const maxRowsOf = (schema: FormField): number =>
  schema.type === 'array' ? (schema.maxItems ?? DEFAULT_MAX_ROWS) : 0;

/** The same limits the server checks, said before the round trip. The server's answer counts. */
export function rulesOf(field: ShownField): Rule[] {
  const { label, schema, kind } = field;
  const rules: Rule[] = [];
  const pick = kind !== 'text' && kind !== 'number';
  if (field.required)
    rules.push({
      required: true,
      // said of anything else, antd would take its value for a text and find that it is none
      ...(schema.type === 'string' && { whitespace: !pick }),
      message: `请${kind === 'files' ? '上传' : pick ? '选择' : '填写'}${label}`,
    });
  const longest = maxLengthOf(schema);
  if (longest) rules.push({ max: longest, message: `${label}最多 ${longest} 字` });
  if (schema.type === 'number') {
    const { minimum, maximum } = schema;
    if (minimum !== undefined) rules.push({ type: 'number', min: minimum, message: `${label}不能小于 ${minimum}` });
    if (maximum !== undefined) rules.push({ type: 'number', max: maximum, message: `${label}不能大于 ${maximum}` });
  }
  if (needsDomain(field)) rules.push({ validator: (_, value: unknown) => said(problemOf(field, value)) });
  return rules;
}

/** What antd's own rules cannot say: decimals, days, how many. */
const needsDomain = ({ kind, schema }: ShownField): boolean =>
  kind === 'date' || schema.type === 'array' || (schema.type === 'number' && schema.multipleOf !== undefined);

/** What the domain says of one value, without what is about its cells; undefined when it may be handed in. */
export function problemOf({ name, schema, ui }: ShownField, value: unknown): string | undefined {
  const form = { schema: { type: 'object', properties: { [name]: schema } }, ui: { order: [], [name]: ui } } as const;
  const access = { [name]: { access: 'write', required: false } } as const;
  const today = civilDateInShanghai(Date.now());
  const found = checkFields(form, { [name]: (value ?? null) as Json }, access, { today });
  return found.find(({ at }) => at?.property === name)?.message;
}

const said = (message: string | undefined): Promise<void> =>
  message === undefined ? Promise.resolve() : Promise.reject(new Error(message));

/** A stored value as people read it in one line. @param names of people, units and files by id */
export function readable(field: ShownField, value: unknown, names: Readonly<Record<string, string>> = {}): string {
  if (value === undefined || value === null || value === '') return '';
  if (field.kind === 'table') return Array.isArray(value) && value.length > 0 ? `${value.length} 行` : '';
  if (Array.isArray(value)) return value.map((each) => one(field, each, names)).join('、');
  const text = one(field, value, names);
  return field.ui.unit ? `${text} ${field.ui.unit}` : text;
}

function one(field: ShownField, value: unknown, names: Readonly<Record<string, string>>): string {
  if (field.kind === 'person' || field.kind === 'unit' || field.kind === 'files')
    return names[String(value)] ?? (field.kind === 'files' ? '附件' : '（已不在名单）');
  return choicesOf(field.schema).find((option) => option.value === value)?.label ?? String(value);
}
