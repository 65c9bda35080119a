import type { ReactNode } from 'react';
import type { TableColumnsType } from 'antd';
import { formatDay, LightMark, Mark } from '@chengban/web';
import { numberColumn, SubLine } from '../page/number-column';
import { RowCard } from '../page/row-card';
import type { InboxRow } from './inbox-rows';
import { RowTitle } from '../page/row-title';

/** The task of somebody who is away, which is done in their stead. */
const ForSomebody = ({ row }: { row: InboxRow }): ReactNode =>
  row.forName && <Mark tone="violet">代 {row.forName} 办理</Mark>;

const deputyFact = (row: InboxRow): ReactNode[] => (row.forName ? [<ForSomebody key="for" row={row} />] : []);

type Action = (row: InboxRow) => ReactNode;

export const inboxCard =
  (action: Action) =>
  (row: InboxRow): ReactNode => (
    <RowCard
      to={row.to}
      title={`（${row.measureNo}）${row.measureText}`}
      sub={row.requirement && `要求：${row.requirement}`}
      facts={[
        row.number,
        row.unitName,
        row.step,
        ...deputyFact(row),
        formatDay(row.dueOn),
        <LightMark key="light" light={row.light} />,
      ]}
      action={action(row)}
    />
  );

export const inboxColumns = (action: Action): TableColumnsType<InboxRow> => [
  numberColumn(),
  {
    title: '事项',
    key: 'what',
    render: (_, row) => (
      <>
        <RowTitle to={row.to}>
          （{row.measureNo}）{row.measureText}
        </RowTitle>
        <SubLine onNarrow={`${row.number}　${row.unitName}`}>{row.requirement && `要求：${row.requirement}`}</SubLine>
      </>
    ),
  },
  { title: '责任单位', dataIndex: 'unitName', width: 150, responsive: ['xl'] },
  {
    title: '当前环节',
    key: 'step',
    width: 120,
    render: (_, row) => (
      <span className="cell-due">
        <Mark tone={row.taskId ? 'blue' : 'quiet'}>{row.step}</Mark>
        <ForSomebody row={row} />
        {row.holderName && <span className="number">{row.holderName} 已签收</span>}
      </span>
    ),
  },
  {
    title: '完成时限',
    key: 'due',
    width: 150,
    render: (_, row) => (
      <span className="cell-due">
        {formatDay(row.dueOn)}
        <LightMark light={row.light} />
      </span>
    ),
  },
  { title: '操作', key: 'act', width: 120, render: (_, row) => action(row) },
];
