import { useMemo, useState, type ReactNode } from 'react';
import { Button, Input, Segmented } from 'antd';
import { SearchOutlined } from '@ant-design/icons';
import { choosingRows, useSession, type BatchResult } from '@chengban/web';
import { BatchBar } from '../batch/batch-bar';
import { BatchResults } from '../batch/batch-results';
import { useBatch } from '../batch/use-batch';
import { Empty } from '../page/empty';
import { LinkButton } from '../page/link-button';
import { Loaded } from '../page/loaded';
import { Page } from '../page/page';
import { Panel } from '../page/panel';
import { HouseTable } from '../page/table';
import { usePendingStarts, useStart } from '../queries/obligations';
import { useOpenTasks } from '../queries/tasks';
import { inboxCard, inboxColumns } from './inbox-columns';
import { inboxPart, inboxRows, type InboxPart, type InboxRow } from './inbox-rows';

/** 我的待办: what I am to do now, then what my unit has yet to begin; in each the earliest due first. */
export function InboxPage(): ReactNode {
  const tasks = useOpenTasks();
  const starts = usePendingStarts();
  const start = useStart();
  const [part, setPart] = useState<InboxPart>('all');
  const [words, setWords] = useState('');
  const me = useSession().person.id;
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [outcome, setOutcome] = useState<{ results: readonly BatchResult[]; rows: readonly InboxRow[] } | null>(null);
  const batch = useBatch((results, rows) => {
    setChosen([]);
    setOutcome({ results, rows });
  });
  const rows = useMemo(
    () => tasks.data && starts.data && inboxRows(tasks.data, starts.data, me),
    [tasks.data, starts.data, me],
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
  // what is no longer in the list, or was claimed by somebody else meanwhile, is no longer chosen
  const picked = (rows ?? []).filter((row) => row.together && chosen.includes(row.id));
  const retry = (): void => void Promise.all([tasks.refetch(), starts.refetch()]);
  return (
    <Page title="我的待办" lead="待办理的在前，待开始填报的在后，各按完成时限排列。">
      <Panel>
        <div className="filters">
          <Segmented<InboxPart> aria-label="待办种类" value={part} onChange={setPart} options={partsOf(rows ?? [])} />
          <Input
            aria-label="关键词"
            placeholder="编号、措施或单位中的关键词"
            prefix={<SearchOutlined aria-hidden />}
            style={{ width: 250 }}
            maxLength={100}
            allowClear
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        </div>
        <Loaded query={{ data: rows, error: tasks.error ?? starts.error, refetch: retry as never }} minHeight={420}>
          {(all) => (
            <HouseTable
              label="我的待办"
              columns={inboxColumns(action)}
              card={inboxCard(action)}
              dataSource={inboxPart(all, part, words)}
              rowSelection={choosingRows<InboxRow>({
                selectedRowKeys: [...chosen],
                onChange: (keys) => setChosen(keys.map(String)),
                getCheckboxProps: (row) => ({ disabled: !row.together, 'aria-label': `选择 ${row.number}` }),
                columnWidth: 44,
              })}
              minWidth={700}
              surroundings={320}
              locale={{
                emptyText: all.length ? (
                  <Empty title="没有符合条件的待办" />
                ) : (
                  <Empty title="没有待办">都办完了。新的待办到来时会显示在这里。</Empty>
                ),
              }}
            />
          )}
        </Loaded>
        {picked.length > 0 && <BatchBar rows={picked} batch={batch} onCancel={() => setChosen([])} />}
        {outcome && <BatchResults {...outcome} onClose={() => setOutcome(null)} />}
      </Panel>
    </Page>
  );
}

function partsOf(rows: readonly InboxRow[]): { value: InboxPart; label: string }[] {
  const tasks = rows.filter((row) => row.taskId).length;
  return [
    { value: 'all', label: `全部 ${rows.length}` },
    { value: 'tasks', label: `待办理 ${tasks}` },
    { value: 'starts', label: `待开始填报 ${rows.length - tasks}` },
  ];
}
