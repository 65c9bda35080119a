import { useId, type KeyboardEvent, type ReactNode } from 'react';
import { Input } from 'antd';
import { Field } from './field.js';
import { useTyped } from './use-typed.js';

interface TextFieldProps {
  elementId: string;
  property: string;
  label: string;
  value: string;
  onCommit: (text: string) => void;
  help?: ReactNode;
  placeholder?: string;
  maxLength?: number;
  rows?: number;
}

export function TextField(props: TextFieldProps): ReactNode {
  const { elementId, property, label, help, placeholder, maxLength = 200, rows } = props;
  const id = useId();
  const typed = useTyped(props.value, props.onCommit);
  const shared = {
    id,
    value: typed.value,
    placeholder,
    maxLength,
    onChange: (event: { target: { value: string } }) => typed.onChange(event.target.value),
    onBlur: typed.commit,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Escape') typed.revert();
      if (event.key === 'Enter' && !rows) typed.commit();
    },
  };
  return (
    <Field elementId={elementId} property={property} label={label} controlId={id} help={help}>
      {rows ? <Input.TextArea {...shared} autoSize={{ minRows: rows, maxRows: 8 }} /> : <Input {...shared} />}
    </Field>
  );
}

/** Shown, never changed: instances and histories point at ids. */
export function IdField({ id }: { id: string }): ReactNode {
  const controlId = useId();
  return (
    <Field elementId={id} property="id" label="编号" controlId={controlId}>
      <Input id={controlId} value={id} readOnly variant="filled" />
    </Field>
  );
}
