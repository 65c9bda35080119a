import { useId, useState, type ReactNode } from 'react';
import { AutoComplete, Input, InputNumber } from 'antd';
import type { Element } from 'bpmn-js/lib/model/Types';
import { Choose } from './choose.js';
import { Field } from './field.js';
import { operators, writeSimple, type Operator, type SimpleCondition } from './simple-condition.js';
import { useFormFields, type FormFieldChoice } from './use-form-fields.js';
import { useTyped } from './use-typed.js';

type Comparison = Extract<SimpleCondition, { kind: 'form' }>;
type Value = Comparison['value'];

/** 表单里的某一项 · 等于 … · 什么. Saved as soon as the three are there, kept here until then. */
export function ComparisonFields(props: {
  line: Element;
  comparison: Comparison | null;
  save: (text: string) => void;
}): ReactNode {
  const fields = useFormFields();
  const [pending, setPending] = useState<Partial<Comparison>>({});
  const ids = [useId(), useId(), useId()] as const;
  const now: Partial<Comparison> = { operator: '=', ...props.comparison, ...pending };
  const chosen = fields.find((field) => field.name === now.field);
  const change = (part: Partial<Comparison>): void => {
    const { field, operator = '=', value } = { ...now, ...part };
    const complete = field && value !== undefined && value !== '';
    setPending(complete ? {} : { field, operator, value });
    if (complete) props.save(writeSimple({ kind: 'form', field, operator, value }));
  };
  const plain = chosen?.type === 'boolean' || (chosen?.answers.length ?? 0) > 0;
  return (
    <>
      <Field elementId={props.line.id} property="conditionExpression" label="表单里的" controlId={ids[0]}>
        <AutoComplete
          id={ids[0]}
          placeholder={fields.length > 0 ? '请选择一项' : '填写表单项的代号'}
          value={now.field}
          // of several things there is no one that could be compared: that takes an expression
          options={fields
            .filter(({ type }) => type !== 'array')
            .map((field) => ({ value: field.name, label: `${field.title}（${field.name}）` }))}
          onSelect={(field: string) => change({ field, value: undefined })}
          onChange={(field: string) => setPending({ ...now, field })}
          onBlur={() => change({})}
        />
      </Field>
      <div className="field">
        <label htmlFor={ids[1]}>比较</label>
        <Choose<Operator>
          id={ids[1]}
          value={now.operator}
          options={Object.entries(operators)
            .filter(([operator]) => !plain || operator === '=' || operator === '!=')
            .map(([value, label]) => ({ value: value as Operator, label }))}
          onChange={(operator) => change({ operator })}
        />
      </div>
      <div className="field">
        <label htmlFor={ids[2]}>内容</label>
        <ValueField id={ids[2]} field={chosen} value={now.value} onChange={(value) => change({ value })} />
      </div>
    </>
  );
}

interface ValueProps {
  id: string;
  field: FormFieldChoice | undefined;
  value: Value | undefined;
  onChange: (value: Value | undefined) => void;
}

function ValueField({ id, field, value, onChange }: ValueProps): ReactNode {
  if (field?.answers.length)
    return (
      <Choose
        id={id}
        placeholder="请选择"
        value={typeof value === 'boolean' ? undefined : value}
        options={field.answers}
        onChange={onChange}
      />
    );
  if (field?.type === 'boolean')
    return (
      <Choose<'true' | 'false'>
        id={id}
        placeholder="请选择"
        value={value === undefined ? undefined : value === true ? 'true' : 'false'}
        options={[
          { value: 'true', label: '是' },
          { value: 'false', label: '否' },
        ]}
        onChange={(next) => onChange(next === 'true')}
      />
    );
  if (field?.type === 'number')
    return (
      <InputNumber<number>
        id={id}
        controls={false}
        value={typeof value === 'number' ? value : null}
        onChange={(next) => onChange(next ?? undefined)}
      />
    );
  return <TextValue id={id} value={value} onChange={onChange} />;
}

function TextValue({ id, value, onChange }: Omit<ValueProps, 'field'>): ReactNode {
  const typed = useTyped(value === undefined ? '' : String(value), (text) => onChange(asLiteral(text)));
  return (
    <Input
      id={id}
      maxLength={200}
      value={typed.value}
      onChange={(event) => typed.onChange(event.target.value)}
      onBlur={typed.commit}
      onPressEnter={typed.commit}
    />
  );
}

/** Without knowledge of the field, digits are meant as a number. */
const asLiteral = (text: string): Value => (/^-?\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : text.trim());
