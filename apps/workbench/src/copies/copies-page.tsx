import type { ReactNode } from 'react';
import type { TableColumnsType } from 'antd';
import { formatInstant, Mark, type ReceivedCopy } from '@chengban/web';
import { Empty } from '../page/empty';
import { Loaded } from '../page/loaded';
import { numberColumn } from '../page/number-column';
import { Page } from '../page/page';
import { Panel } from '../page/panel';
import { RowCard } from '../page/row-card';
import { RowTitle } from '../page/row-title';
import { HouseTable } from '../page/table';
import { useReceivedCopies } from '../queries/copies';
import './copies.css';

const placeOf = (copy: ReceivedCopy): string => `/obligations/${copy.obligationId}`;

const columns: TableColumnsType<ReceivedCopy> = [
  numberColumn(),
  {
    title: '事项',
    key: 'what',
    render: (_, copy) => (
      <div className={copy.readAt ? undefined : 'copy-unread'}>
        <RowTitle to={placeOf(copy)}>
          （{copy.measureNo}）{copy.measureText}
        </RowTitle>
        {copy.note && <div className="cell-sub">附言：{copy.note}</div>}
      </div>
    ),
  },
  { title: '单位', key: 'unit', width: 140, render: (_, copy) => copy.unit.name },
  {
    title: '抄送人',
    key: 'by',
    width: 160,
    render: (_, copy) => (
      <>
        {copy.by?.name ?? '流程'}
        <div className="cell-sub number">{formatInstant(copy.madeAt)}</div>
      </>
    ),
  },
  { title: '情况', key: 'state', width: 130, render: (_, copy) => <State copy={copy} /> },
];

function State({ copy }: { copy: ReceivedCopy }): ReactNode {
  if (!copy.readAt) return <Mark tone="amber">未阅</Mark>;
  if (copy.waiting) return <Mark tone="amber">待签署意见</Mark>;
  return <Mark tone="quiet">{copy.kind === 'cc' ? '已阅' : '已签署'}</Mark>;
}

/** 抄送我的: what others sent me to read, what I have not read or answered yet first. */
export function CopiesPage(): ReactNode {
  return (
    <Page title="抄送我的" lead="别人抄送或请您传阅的事项，未阅的在前。传阅的阅后请签署意见。">
      <Panel>
        <Loaded query={useReceivedCopies()} minHeight={420}>
          {(rows) => (
            <HouseTable
              label="抄送我的"
              columns={columns}
              dataSource={rows}
              minWidth={720}
              card={(copy) => (
                <RowCard
                  to={placeOf(copy)}
                  title={`（${copy.measureNo}）${copy.measureText}`}
                  sub={copy.note && `附言：${copy.note}`}
                  facts={[copy.number, copy.unit.name, copy.by?.name ?? '流程', <State key="state" copy={copy} />]}
                />
              )}
              locale={{ emptyText: <Empty title="还没有抄送给您的事项">别人抄送或请您传阅时，会出现在这里。</Empty> }}
            />
          )}
        </Loaded>
      </Panel>
    </Page>
  );
}
