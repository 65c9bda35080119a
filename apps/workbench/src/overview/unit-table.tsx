import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { TableColumnsType } from 'antd';
import { LightIcon, Mark, type Tone, type UnitCounts } from '@chengban/web';
import { HouseTable } from '../page/table';

const lit = (count: number, word: string, colour: 'yellow' | 'red', tone: Tone, to: string): ReactNode =>
  count === 0 ? (
    <span className="number">0</span>
  ) : (
    <Link to={to} aria-label={`${word} ${count} 项`}>
      <Mark tone={tone} icon={<LightIcon colour={colour} />}>
        {word} {count}
      </Mark>
    </Link>
  );

const columns: TableColumnsType<UnitCounts> = [
  {
    title: '单位',
    key: 'unit',
    render: (_, row) => <Link to={`/obligations?unit=${row.unitId}`}>{row.unitName}</Link>,
    sorter: (a, b) => a.unitName.localeCompare(b.unitName, 'zh-CN'),
  },
  { title: '事项', dataIndex: 'total', width: 84, align: 'right', sorter: (a, b) => a.total - b.total },
  { title: '已办结', dataIndex: 'closed', width: 96, align: 'right', sorter: (a, b) => a.closed - b.closed },
  {
    title: '临期',
    key: 'dueSoon',
    width: 112,
    sorter: (a, b) => a.dueSoon - b.dueSoon,
    render: (_, row) => lit(row.dueSoon, '临期', 'yellow', 'amber', `/obligations?unit=${row.unitId}&light=yellow`),
  },
  {
    title: '逾期',
    key: 'overdue',
    width: 112,
    sorter: (a, b) => a.overdue - b.overdue,
    render: (_, row) => lit(row.overdue, '逾期', 'red', 'red', `/obligations?unit=${row.unitId}&light=red`),
  },
];

/** The units, those with most overdue first. */
export function UnitTable({ rows }: { rows: UnitCounts[] }): ReactNode {
  const sorted = [...rows].sort((a, b) => b.overdue - a.overdue || b.dueSoon - a.dueSoon || b.total - a.total);
  return (
    <HouseTable
      label="各责任单位进展"
      rowKey="unitId"
      columns={columns}
      dataSource={sorted}
      minWidth={520}
      surroundings={420}
    />
  );
}
