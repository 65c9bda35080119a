import type { ReactNode } from 'react';
import type { TableColumnsType } from 'antd';
import { formatInstant, type HistoryEntry, type Instance } from '@chengban/web';
import { Panel } from '../page/panel';
import { HouseTable } from '../page/table';
import { whoDid } from './who-did';

const columns: TableColumnsType<HistoryEntry> = [
  {
    title: '时间',
    dataIndex: 'at',
    width: 150,
    render: (at: string) => (
      <time dateTime={at} className="number">
        {formatInstant(at)}
      </time>
    ),
  },
  { title: '办理人', key: 'actor', width: 150, render: (_, entry) => whoDid(entry) },
  { title: '环节', dataIndex: 'nodeName', width: 140, render: (name: string | null) => name ?? '—' },
  { title: '操作', dataIndex: 'verbName', width: 110 },
  {
    title: '说明',
    dataIndex: 'text',
    render: (text: string) => <span style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{text || '—'}</span>,
  },
];

/** 流转记录: everything that happened, in order; nothing can be removed from it. */
export function HistoryPanel({ instance }: { instance: Instance }): ReactNode {
  return (
    <Panel title="流转记录" extra={<span className="number">共 {instance.history.length} 条</span>}>
      <HouseTable
        label="流转记录"
        rowKey="seq"
        columns={columns}
        dataSource={instance.history}
        minWidth={680}
        surroundings={300}
      />
    </Panel>
  );
}
