import type { ReactNode } from 'react';
import type { TableColumnsType } from 'antd';
import type { Repair } from '@chengban/web';
import { HouseTable } from '../page/table';
import { positionWords } from './position-words';

const columns: TableColumnsType<Repair & { key: number }> = [
  {
    title: '位置',
    key: 'at',
    width: 150,
    render: (_, repair) => <span className="number">{positionWords(repair.at)}</span>,
  },
  { title: '说明', dataIndex: 'message', width: 230 },
  { title: '原文', dataIndex: 'before', render: (text: string) => <del className="repair-before">{text}</del> },
  { title: '修复后', dataIndex: 'after', render: (text: string) => <ins className="repair-after">{text}</ins> },
];

export const RepairsTable = ({ repairs }: { repairs: readonly Repair[] }): ReactNode => (
  <HouseTable
    label="自动修复"
    rowKey="key"
    columns={columns}
    dataSource={repairs.map((repair, key) => ({ ...repair, key }))}
    minWidth={820}
    surroundings={340}
  />
);
