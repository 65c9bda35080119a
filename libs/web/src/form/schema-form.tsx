import { Fragment, lazy, Suspense, type ReactNode } from 'react';
import type { FieldAnchor } from '@chengban/domain';
import { Form, Input, InputNumber, Radio, Select, type DatePickerProps, type FormInstance } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import type { FormData, FormDefinition } from '../api/types';
import './schema-form.css';
import { choicesOf, fieldsOf, maxLengthOf, rulesOf, type ShownField } from './form-fields';

const DateField = lazy(() => import('./date-field'));

interface Props {
  definition: FormDefinition;
  form: FormInstance;
  initial?: FormData;
  disabled?: boolean;
  onChange?: () => void;
  /** focus left a field: the moment to save */
  onBlur?: () => void;
  /** what stands below a field */
  below?: (place: FieldAnchor) => ReactNode;
}

/** Always to the middle: what lies behind the bars over the page counts as being in view. */
const INTO_VIEW = { behavior: 'smooth', block: 'center', scrollMode: 'always' } as const;

/** A form drawn from its definition. Values keep the JSON types of the schema; a date is `YYYY-MM-DD`. */
export function SchemaForm({ definition, form, initial, disabled, onChange, onBlur, below }: Props): ReactNode {
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
      {fieldsOf(definition).map((field) => (
        <Fragment key={field.name}>
          <Form.Item
            name={field.name}
            label={field.label}
            extra={field.help}
            rules={rulesOf(field)}
            {...(field.widget === 'date' ? dateAsText : {})}
          >
            {widgetOf(field)}
          </Form.Item>
          {below?.({ field: field.name })}
        </Fragment>
      ))}
    </Form>
  );
}

/** Form.Item hands `value` and `onChange` to its own child, so the wait for the picker is inside it. */
const DayField = (props: DatePickerProps): ReactNode => (
  <Suspense fallback={<Input disabled style={{ width: 220 }} />}>
    <DateField {...props} />
  </Suspense>
);

const dateAsText = {
  getValueProps: (value: unknown) => ({ value: typeof value === 'string' && value ? dayjs(value) : undefined }),
  normalize: (value: Dayjs | null) => value?.format('YYYY-MM-DD'),
};

function widgetOf({ widget, schema, ui, label }: ShownField): ReactNode {
  const placeholder = ui.placeholder;
  switch (widget) {
    case 'textarea':
      return (
        <Input.TextArea
          autoSize={{ minRows: 4, maxRows: 14 }}
          showCount
          maxLength={maxLengthOf(schema)}
          placeholder={placeholder}
        />
      );
    case 'number':
      return <InputNumber style={{ width: 220 }} suffix={ui.unit} placeholder={placeholder} />;
    case 'date':
      return <DayField placeholder={placeholder} />;
    case 'choice': {
      const options = choicesOf(schema);
      if (options.length <= 5) return <Radio.Group options={options} aria-label={label} />;
      return <Select options={options} placeholder={placeholder ?? '请选择'} allowClear />;
    }
    case 'text':
      return <Input maxLength={maxLengthOf(schema)} placeholder={placeholder} suffix={ui.unit} />;
  }
}

/** Brings a field into view, clear of the bars over the page, and puts the cursor there. */
export function goToField(form: FormInstance, name: string | readonly (string | number)[]): void {
  form.scrollToField(typeof name === 'string' ? name : [...name], { ...INTO_VIEW, focus: true });
}

/** Puts the server's refusals under their fields; returns those that belong to no field of this form. */
export function showFieldErrors(
  form: FormInstance,
  definition: FormDefinition,
  errors: readonly { field: string; message: string }[],
): string[] {
  const nameOf = (field: string): string => field.replace(/^data\./, '');
  const known = errors.filter((error) => definition.schema.properties[nameOf(error.field)]);
  form.setFields(known.map((error) => ({ name: nameOf(error.field), errors: [error.message] })));
  if (known[0]) goToField(form, nameOf(known[0].field));
  return errors.filter((error) => !known.includes(error)).map((error) => error.message);
}
