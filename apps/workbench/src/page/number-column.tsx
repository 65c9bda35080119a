import type { ReactNode } from 'react';
import type { TableColumnType } from 'antd';

/** The number of a matter; on a small screen it moves into the line below the matter's name. */
export const numberColumn = <Row extends { number: string }>(): TableColumnType<Row> => ({
  title: '编号',
  dataIndex: 'number',
  width: 150,
  responsive: ['xl'],
  render: (number: string) => <span className="number">{number}</span>,
});

/** The second line of a row. `onNarrow` is said only where its own columns have no room. */
export const SubLine = ({ onNarrow, children }: { onNarrow: string; children?: ReactNode }): ReactNode => (
  <div className="cell-sub">
    <span className="only-narrow">{onNarrow}　</span>
    {children}
  </div>
);
