import { Fragment, useMemo, type ReactNode } from 'react';
import type { FieldAnchor, FormAccess } from '@chengban/domain';
import { Form, type FormInstance } from 'antd';
import type { FormData, FormDefinition } from '../api/types';
import './schema-form.css';
import { dateAsText } from './day-field';
import { controlOf } from './field-control';
import { fieldsOf, isFilledIn, rulesOf, type ShownField } from './form-fields';
import { firstPlace, namePathOf, type NamePath } from './form-place';
import { TableField } from './table-field';
import { ValueView } from './value-view';

interface Props {
  definition: FormDefinition;
  form: FormInstance;
  /** what may be written, read and must be filled in here; absent: all may be written */
  access?: FormAccess;
  initial?: FormData;
  disabled?: boolean;
  onChange?: () => void;
  /** focus left a field: the moment to save */
  onBlur?: () => void;
  /** what stands below a field */
  below?: (place: FieldAnchor) => ReactNode;
  /** only what can be written is shown: what is read stands elsewhere on the page */
  writableOnly?: boolean;
}

/** Always to the middle: what lies behind the bars over the page counts as being in view. */
const INTO_VIEW = { behavior: 'smooth', block: 'center', scrollMode: 'always' } as const;

/** A form drawn from its definition. Values keep the JSON types of the schema; a date is `YYYY-MM-DD`. */
export function SchemaForm({
  definition,
  form,
  access,
  initial = {},
  disabled,
  onChange,
  onBlur,
  below,
  writableOnly = false,
}: Props): ReactNode {
  // the page is drawn with every key; the fields change with their form alone
  const fields = useMemo(() => fieldsOf(definition, access), [definition, access]);
  return (
    <Form
      form={form}
      className="schema-form"
      layout="vertical"
      initialValues={initial}
      disabled={disabled}
      onValuesChange={onChange}
      onBlur={onBlur}
      validateTrigger={['onBlur', 'onSubmit']}
      scrollToFirstError={{ ...INTO_VIEW, focus: true }}
      aria-label={definition.title}
    >
      {(writableOnly ? fields.filter(isFilledIn) : fields).map((field) => (
        <Fragment key={field.name}>
          {itemOf(field, form, initial)}
          {below?.({ field: field.name })}
        </Fragment>
      ))}
    </Form>
  );
}

function itemOf(field: ShownField, form: FormInstance, initial: FormData): ReactNode {
  if (!isFilledIn(field))
    return (
      <Form.Item label={field.label} extra={field.help}>
        <ValueView field={field} value={initial[field.name]} />
      </Form.Item>
    );
  if (field.kind === 'table')
    return (
      <Form.Item label={field.label} required={field.required} extra={field.help}>
        <TableField field={field} form={form} />
      </Form.Item>
    );
  return (
    <Form.Item
      name={field.name}
      label={field.label}
      extra={field.help}
      rules={rulesOf(field)}
      {...(field.kind === 'date' ? dateAsText : {})}
    >
      {controlOf(field)}
    </Form.Item>
  );
}

/** Brings a field or a cell into view, clear of the bars over the page, and puts the cursor there. */
export function goToField(form: FormInstance, name: string | readonly (string | number)[]): void {
  const path: NamePath = typeof name === 'string' ? [name] : [...name];
  // a table as a whole is no field of antd's
  const found = path.length === 1 ? document.getElementById(String(path[0])) : null;
  const table = found?.classList.contains('table-field-scroll') ? found : null;
  if (!table) return form.scrollToField(path, { ...INTO_VIEW, focus: true });
  table.scrollIntoView({ behavior: 'smooth', block: 'center' });
  table.focus({ preventScroll: true });
}

/** The gap that comes first on the page, of those that antd found. */
export const firstGap = (definition: FormDefinition, gaps: readonly { name: NamePath }[]): NamePath | undefined =>
  firstPlace(
    definition,
    gaps.map(({ name }) => name),
  );

/** Puts the server's refusals under their fields and cells; returns those that belong to no field of this form. */
export function showFieldErrors(
  form: FormInstance,
  definition: FormDefinition,
  errors: readonly { field: string; message: string }[],
): string[] {
  const placed = errors.map(({ field, message }) => ({ name: namePathOf(field), message }));
  const known = placed.filter(({ name }) => Object.hasOwn(definition.schema.properties, String(name[0])));
  form.setFields(known.map(({ name, message }) => ({ name, errors: [message] })));
  const first = firstGap(definition, known);
  if (first) goToField(form, first);
  return placed.filter((error) => !known.includes(error)).map((error) => error.message);
}
