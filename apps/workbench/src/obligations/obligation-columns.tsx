import type { TableColumnsType } from 'antd';
import type { ReactNode } from 'react';
import { formatDay, LightMark, obligationStatuses, WordMark, type Obligation } from '@chengban/web';
import { originalDue } from '../extensions/original-due';
import { numberColumn, SubLine } from '../page/number-column';
import { RowCard } from '../page/row-card';
import { RowTitle } from '../page/row-title';

export const obligationCard = (row: Obligation): ReactNode => (
  <RowCard
    to={`/obligations/${row.id}`}
    title={`（${row.measureNo}）${row.measureText}`}
    sub={row.requirement && `要求：${row.requirement}`}
    facts={[
      row.number,
      row.unit.name,
      <WordMark value={{ word: row.statusName, tone: obligationStatuses[row.status].tone }} />,
      formatDay(row.dueOn),
      originalDue(row),
      <LightMark light={row.light} />,
    ]}
  />
);

export const obligationColumns: TableColumnsType<Obligation> = [
  numberColumn(),
  {
    title: '承办事项',
    key: 'what',
    render: (_, row) => (
      <>
        <RowTitle to={`/obligations/${row.id}`}>
          （{row.measureNo}）{row.measureText}
        </RowTitle>
        <SubLine onNarrow={row.number}>{row.requirement && `要求：${row.requirement}`}</SubLine>
      </>
    ),
  },
  { title: '责任单位', key: 'unit', width: 150, render: (_, row) => row.unit.name },
  {
    title: '状态',
    key: 'status',
    width: 104,
    render: (_, row) => <WordMark value={{ word: row.statusName, tone: obligationStatuses[row.status].tone }} />,
  },
  {
    title: '完成时限',
    key: 'due',
    width: 152,
    sorter: (a, b) => a.dueOn.localeCompare(b.dueOn),
    render: (_, row) => (
      <span className="cell-due">
        {formatDay(row.dueOn)}
        <LightMark light={row.light} />
        {originalDue(row) !== null && <span className="number">{originalDue(row)}</span>}
      </span>
    ),
  },
];
