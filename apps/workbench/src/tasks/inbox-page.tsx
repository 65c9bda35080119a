import { useMemo, type ReactNode } from 'react';
import { Link } from 'react-router';
import { Button, type TableColumnsType } from 'antd';
import { formatDay, LightMark, Mark, type Light } from '@chengban/web';
import { Empty } from '../page/empty';
import { LinkButton } from '../page/link-button';
import { Loaded } from '../page/loaded';
import { Page } from '../page/page';
import { Panel } from '../page/panel';
import { RowCard } from '../page/row-card';
import { HouseTable } from '../page/table';
import { usePendingStarts, useStart } from '../queries/obligations';
import { useOpenTasks } from '../queries/tasks';
import { inboxRows, type InboxRow } from './inbox-rows';

/** 我的待办: what I am to do now, and what my unit has yet to begin; the earliest due first. */
export function InboxPage(): ReactNode {
  const tasks = useOpenTasks();
  const starts = usePendingStarts();
  const start = useStart();
  const rows = useMemo(
    () => tasks.data && starts.data && inboxRows(tasks.data, starts.data),
    [tasks.data, starts.data],
  );
  const action = (row: InboxRow): ReactNode =>
    row.taskId ? (
      <LinkButton to={row.to} type="primary" aria-label={`办理 ${row.number}`}>
        办理
      </LinkButton>
    ) : (
      <Button
        onClick={() => start.press(row.id)}
        loading={start.isPending && start.variables === row.id}
        aria-label={`开始填报 ${row.number}`}
      >
        开始填报
      </Button>
    );
  const card = (row: InboxRow): ReactNode => (
    <RowCard
      to={row.to}
      title={`（${row.measureNo}）${row.measureText}`}
      sub={row.requirement && `要求：${row.requirement}`}
      facts={[row.number, row.unitName, row.step, formatDay(row.dueOn), <LightMark key="light" light={row.light} />]}
      action={action(row)}
    />
  );
  const columns: TableColumnsType<InboxRow> = [
    {
      title: '编号',
      dataIndex: 'number',
      width: 158,
      render: (number: string) => <span className="number">{number}</span>,
    },
    {
      title: '事项',
      key: 'what',
      render: (_, row) => (
        <>
          <Link className="cell-main" to={row.to}>
            （{row.measureNo}）{row.measureText}
          </Link>
          {row.requirement && <span className="cell-sub">要求：{row.requirement}</span>}
        </>
      ),
    },
    { title: '责任单位', dataIndex: 'unitName', width: 160 },
    {
      title: '当前环节',
      key: 'step',
      width: 150,
      render: (_, row) => (
        <span className="cell-due">
          <Mark tone={row.taskId ? 'blue' : 'quiet'}>{row.step}</Mark>
          {row.holderName && <span className="number">{row.holderName} 已签收</span>}
        </span>
      ),
    },
    { title: '完成时限', key: 'due', width: 150, render: (_, row) => <Due dueOn={row.dueOn} light={row.light} /> },
    {
      title: '操作',
      key: 'act',
      width: 120,
      render: (_, row) => action(row),
    },
  ];
  const error = tasks.error ?? starts.error;
  const retry = (): void => void Promise.all([tasks.refetch(), starts.refetch()]);
  return (
    <Page title="我的待办" lead={rows ? countLine(rows) : '\u00a0'}>
      <Panel>
        <Loaded query={{ data: rows, error, refetch: retry as never }} minHeight={420}>
          {(items) => (
            <HouseTable
              label="我的待办"
              columns={columns}
              card={card}
              dataSource={items}
              minWidth={940}
              surroundings={270}
              locale={{ emptyText: <Empty title="没有待办">都办完了。新的待办到来时会显示在这里。</Empty> }}
            />
          )}
        </Loaded>
      </Panel>
    </Page>
  );
}

const Due = ({ dueOn, light }: { dueOn: string; light: Light }): ReactNode => (
  <span className="cell-due">
    {formatDay(dueOn)}
    <LightMark light={light} />
  </span>
);

function countLine(rows: readonly InboxRow[]): string {
  const tasks = rows.filter((row) => row.taskId).length;
  return `${tasks} 项待办理，${rows.length - tasks} 项待开始填报，按完成时限排列。`;
}
