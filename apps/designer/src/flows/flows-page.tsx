import { useState, type ReactNode } from 'react';
import { Alert, Button, Empty, Table, type TableColumnsType } from 'antd';
import { PlusOutlined } from '@ant-design/icons';
import { Link, useNavigate } from 'react-router';
import { FailurePage, formatInstant, Mark } from '@chengban/web';
import { AppFrame } from '../shell/app-frame.js';
import { useOpenDeliveries } from '../deliveries/use-deliveries.js';
import { useIncidents } from '../incidents/use-incidents.js';
import { NewFlowDialog } from './new-flow-dialog.js';
import { useFlows, type FlowItem } from './use-flows.js';

const columns: TableColumnsType<FlowItem> = [
  {
    title: '流程',
    dataIndex: 'name',
    render: (name: string, flow) => (
      <>
        <Link to={`flows/${flow.key}`}>{name}</Link>
        <div className="quiet number">{flow.key}</div>
      </>
    ),
  },
  {
    title: '当前版本',
    dataIndex: 'publishedVersion',
    width: 210,
    render: (version: number | null, flow) => (
      <>
        {version ? <Mark tone="green">第 {version} 版</Mark> : <Mark tone="quiet">还没有发布</Mark>}{' '}
        {flow.hasDraft && <Mark tone="amber">有未发布的修改</Mark>}
      </>
    ),
  },
  {
    title: '正在办理',
    dataIndex: 'runningInstances',
    width: 120,
    align: 'right',
    render: (count: number) => <span className="number">{count} 件</span>,
  },
  {
    title: '最近修改',
    dataIndex: 'updatedAt',
    width: 170,
    render: (at: string) => <span className="number">{formatInstant(at)}</span>,
  },
  {
    title: '操作',
    width: 170,
    render: (_, flow) => (
      <>
        <Link to={`flows/${flow.key}`} aria-label={`设计${flow.name}`}>
          设计
        </Link>
        <span aria-hidden> · </span>
        <Link to={`flows/${flow.key}/versions`} aria-label={`${flow.name}的版本历史`}>
          版本历史
        </Link>
      </>
    ),
  },
];

export function FlowsPage(): ReactNode {
  const flows = useFlows();
  const [adding, setAdding] = useState(false);
  const navigate = useNavigate();
  return (
    <AppFrame title="流程列表">
      <div className="page-head">
        <div>
          <h1>流程</h1>
          <p>事项怎么流转由这里的流程决定。发布新版本后，新开始的事项走新版本，正在办理的仍走原来的版本。</p>
        </div>
        <div className="page-head-actions">
          <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setAdding(true)}>
            新建流程
          </Button>
        </div>
      </div>
      <TroubleNotice />
      {flows.error ? (
        <FailurePage error={flows.error} onRetry={() => void flows.refetch()} />
      ) : (
        <div className="sheet">
          <Table<FlowItem>
            rowKey="key"
            columns={columns}
            dataSource={flows.data}
            loading={flows.isPending}
            pagination={false}
            locale={{ emptyText: <Empty description="还没有流程，点“新建流程”画第一个。" /> }}
          />
        </div>
      )}
      {adding && <NewFlowDialog onClose={() => setAdding(false)} onCreated={(key) => void navigate(`flows/${key}`)} />}
    </AppFrame>
  );
}

/** Shown only when something rests or does not arrive: who looks after the flows should not have to look for it. */
function TroubleNotice(): ReactNode {
  const troubles = useIncidents().data ?? [];
  const undelivered = useOpenDeliveries();
  const matters = new Set(troubles.map(({ instance }) => instance.instanceId)).size;
  const waiting = [
    ...(matters > 0 ? [`${matters} 件事项停住了`] : []),
    ...(undelivered > 0 ? [`${undelivered} 条消息或定时没有送达`] : []),
  ];
  if (waiting.length === 0) return null;
  return (
    <Alert
      className="page-notice"
      type="warning"
      showIcon
      title={`有 ${waiting.join('，')}，等您处理`}
      action={<Link to="incidents">去处理</Link>}
    />
  );
}
