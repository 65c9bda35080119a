import type { ReactNode } from 'react';
import type { TableColumnsType } from 'antd';
import { formatInstant, roundOutcomes, WordMark, type Submission } from '@chengban/web';
import { Empty } from '../page/empty';
import { Loaded } from '../page/loaded';
import { Page } from '../page/page';
import { Panel } from '../page/panel';
import { numberColumn } from '../page/number-column';
import { RowCard } from '../page/row-card';
import { HouseTable } from '../page/table';
import { useMySubmissions } from '../queries/submissions';
import { RowTitle } from '../page/row-title';

const columns: TableColumnsType<Submission> = [
  numberColumn(),
  {
    title: '报送事项',
    key: 'what',
    render: (_, row) => (
      <RowTitle to={`/submissions/${row.id}`}>
        {row.beside !== null && `${row.beside}：`}（{row.measureNo}）{row.measureText}
      </RowTitle>
    ),
  },
  { title: '单位', key: 'unit', width: 160, render: (_, row) => row.unit.name },
  { title: '轮次', dataIndex: 'rounds', width: 90, render: (count: number) => `${count} 轮` },
  {
    title: '最近一轮',
    key: 'last',
    width: 170,
    render: (_, row) =>
      row.lastRound ? (
        <span className="cell-due">
          <WordMark value={roundOutcomes[row.lastRound.outcome]} />
          <span className="number">{formatInstant(row.lastRound.submittedAt)}</span>
        </span>
      ) : (
        '尚未报送'
      ),
  },
];

export function SubmissionsPage(): ReactNode {
  const query = useMySubmissions();
  return (
    <Page title="我报送的" lead="您报送过的阶段成果，每一轮都原样保留。">
      <Panel>
        <Loaded query={query} minHeight={420}>
          {(rows) => (
            <HouseTable
              label="我报送的"
              columns={columns}
              dataSource={rows}
              card={(row) => (
                <RowCard
                  to={`/submissions/${row.id}`}
                  title={`${row.beside === null ? '' : `${row.beside}：`}（${row.measureNo}）${row.measureText}`}
                  facts={[
                    row.number,
                    row.unit.name,
                    `${row.rounds} 轮`,
                    row.lastRound && <WordMark value={roundOutcomes[row.lastRound.outcome]} />,
                  ]}
                />
              )}
              minWidth={660}
              locale={{ emptyText: <Empty title="还没有报送过">在“我的待办”中开始填报，报送后会出现在这里。</Empty> }}
            />
          )}
        </Loaded>
      </Panel>
    </Page>
  );
}
