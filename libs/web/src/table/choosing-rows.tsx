import type { ReactNode } from 'react';
import type { TableProps } from 'antd';

type RowSelection<T> = NonNullable<TableProps<T>['rowSelection']>;

/**
 * Rows that can be chosen by ear and by keyboard too: antd names the box that chooses all in English, and draws it a
 * second time, unseen, to measure the columns.
 */
export const choosingRows = <T,>(selection: RowSelection<T>): RowSelection<T> => ({
  getTitleCheckboxProps: () => ({ 'aria-label': '全选' }),
  columnTitle: (box) => <SeenOnly>{box}</SeenOnly>,
  ...selection,
});

const SeenOnly = ({ children }: { children: ReactNode }): ReactNode => (
  <span
    ref={(span) => {
      if (span?.closest('[aria-hidden="true"]')) span.inert = true;
    }}
  >
    {children}
  </span>
);
