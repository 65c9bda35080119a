import { useId, type ReactNode } from 'react';
import { InputNumber } from 'antd';
import { Field } from './field.js';

interface NumberFieldProps {
  elementId: string;
  property: string;
  label: string;
  value: number | null;
  /** what is counted, behind the number */
  suffix: string;
  max: number;
  decimals?: number;
  help?: ReactNode;
  onChange: (value: number | null) => void;
}

/** A number from 1, or nothing. */
export function NumberField(props: NumberFieldProps): ReactNode {
  const { elementId, property, label, value, suffix, max, decimals = 0, help, onChange } = props;
  const id = useId();
  return (
    <Field elementId={elementId} property={property} label={label} controlId={id} help={help}>
      <InputNumber<number>
        id={id}
        controls={false}
        min={1}
        max={max}
        precision={decimals}
        suffix={suffix}
        value={value}
        onChange={onChange}
      />
    </Field>
  );
}
