import type { ReactNode } from 'react';
import type { TableColumnsType } from 'antd';
import { formatInstant, WordMark, type Task } from '@chengban/web';
import { Empty } from '../page/empty';
import { Loaded } from '../page/loaded';
import { Page } from '../page/page';
import { Panel } from '../page/panel';
import { numberColumn, SubLine } from '../page/number-column';
import { RowCard } from '../page/row-card';
import { HouseTable } from '../page/table';
import { useDoneTasks } from '../queries/tasks';
import { RowTitle } from '../page/row-title';
import { closedWord } from './closed-word';

const columns: TableColumnsType<Task> = [
  numberColumn(),
  {
    title: '事项',
    key: 'what',
    render: (_, row) => (
      <>
        <RowTitle to={`/tasks/${row.id}`}>
          （{row.measureNo}）{row.measureText}
        </RowTitle>
        <SubLine onNarrow={row.number}>{row.requirement && `要求：${row.requirement}`}</SubLine>
      </>
    ),
  },
  { title: '责任单位', key: 'unit', width: 170, render: (_, row) => row.unit.name },
  { title: '我办理的环节', dataIndex: 'name', width: 150 },
  { title: '结果', key: 'closed', width: 110, render: (_, row) => <Closed row={row} /> },
  {
    title: '办理时间',
    dataIndex: 'closedAt',
    width: 160,
    render: (at: string | null) => <span className="number">{formatInstant(at)}</span>,
  },
];

function Closed({ row }: { row: Task }): ReactNode {
  const word = closedWord(row);
  return word && <WordMark value={word} />;
}

export function DonePage(): ReactNode {
  const query = useDoneTasks();
  return (
    <Page title="我的已办" lead="我办理过的环节，最近的在前。">
      <Panel>
        <Loaded query={query} minHeight={420}>
          {(rows) => (
            <HouseTable
              label="我的已办"
              columns={columns}
              dataSource={[...rows].sort((a, b) => (b.closedAt ?? '').localeCompare(a.closedAt ?? ''))}
              card={(row) => (
                <RowCard
                  to={`/tasks/${row.id}`}
                  title={`（${row.measureNo}）${row.measureText}`}
                  facts={[
                    row.number,
                    row.unit.name,
                    row.name,
                    <Closed key="closed" row={row} />,
                    formatInstant(row.closedAt),
                  ]}
                />
              )}
              minWidth={660}
              surroundings={270}
              locale={{ emptyText: <Empty title="还没有办理过事项" /> }}
            />
          )}
        </Loaded>
      </Panel>
    </Page>
  );
}
