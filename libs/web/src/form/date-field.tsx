import type { ReactNode } from 'react';
import { DatePicker, type DatePickerProps } from 'antd';

/** A chunk of its own: few forms ask for a day, and the picker is large. */
export default function DateField(props: DatePickerProps): ReactNode {
  return <DatePicker {...props} placeholder={props.placeholder ?? '请选择日期'} />;
}
