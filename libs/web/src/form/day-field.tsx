import { lazy, Suspense, type ReactNode } from 'react';
import { civilDateInShanghai, dayLimits, type FormField } from '@chengban/domain';
import { Input, type DatePickerProps } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useFormSources } from './form-sources';

const DateField = lazy(() => import('./date-field'));

interface Props extends DatePickerProps {
  schema: FormField;
  width?: number | string;
}

/** Form.Item hands `value` and `onChange` to its own child, so the wait for the picker is inside it. */
export function DayField({ schema, width = 220, ...props }: Props): ReactNode {
  const { due } = useFormSources();
  const { first, last } = dayLimits(schema, { today: civilDateInShanghai(Date.now()), ...(due != null && { due }) });
  return (
    <Suspense fallback={<Input disabled style={{ width }} />}>
      <DateField
        {...props}
        style={{ width }}
        {...(first && { minDate: dayjs(first) })}
        {...(last && { maxDate: dayjs(last) })}
      />
    </Suspense>
  );
}

/** A date is `YYYY-MM-DD` in the data. */
export const dateAsText = {
  getValueProps: (value: unknown) => ({ value: typeof value === 'string' && value ? dayjs(value) : undefined }),
  normalize: (value: Dayjs | null) => value?.format('YYYY-MM-DD') ?? null,
};
