import type { ReactNode } from 'react';
import type { TableColumnsType } from 'antd';
import { formatDay, formatInstant, Mark, type SentCopies, type SentCopy } from '@chengban/web';
import { RefusableButton } from '../handling/refusable-button';
import { Empty } from '../page/empty';
import { Loaded } from '../page/loaded';
import { Panel } from '../page/panel';
import { HouseTable } from '../page/table';
import { useRemind, useSentCopies } from '../queries/copies';
import './copies.css';

const columns: TableColumnsType<SentCopy> = [
  {
    title: '接收人',
    key: 'person',
    width: 150,
    render: (_, copy) => (
      <>
        {copy.person.name}
        <div className="cell-sub">{[copy.unitName, copy.roleName].filter(Boolean).join(' ')}</div>
      </>
    ),
  },
  {
    title: '方式',
    key: 'kind',
    width: 250,
    render: (_, copy) => (
      <>
        {copy.kind === 'cc' ? '抄送' : '传阅'}
        <div className="cell-sub">
          {copy.by?.name ?? `流程（${copy.nodeName ?? '自动'}）`}{' '}
          <span className="number">{formatInstant(copy.madeAt)}</span>
        </div>
      </>
    ),
  },
  {
    title: '阅读',
    key: 'read',
    width: 150,
    render: (_, copy) =>
      copy.readAt ? <span className="number">{formatInstant(copy.readAt)}</span> : <Mark tone="amber">未阅</Mark>,
  },
  {
    title: '意见',
    key: 'remark',
    render: (_, copy) => (
      <>
        {copy.kind === 'cc' ? '—' : (copy.remark ?? <Mark tone="amber">未签署</Mark>)}
        {copy.remarkedAt && <div className="cell-sub number">{formatInstant(copy.remarkedAt)}</div>}
        {copy.waiting && copy.remindedOn && (
          <div className="cell-sub">
            {formatDay(copy.remindedOn)}催过，共 {copy.reminders} 次
          </div>
        )}
      </>
    ),
  },
];

/** 传阅情况: who was sent the matter, who has read it, who is still missing. */
export function CopiesTab({ instanceId }: { instanceId: string }): ReactNode {
  const query = useSentCopies(instanceId);
  return (
    <Panel title="传阅情况">
      <Loaded query={query}>{(copies) => <View instanceId={instanceId} copies={copies} />}</Loaded>
    </Panel>
  );
}

function View({ instanceId, copies }: { instanceId: string; copies: SentCopies }): ReactNode {
  if (copies.items.length === 0)
    return (
      <Empty title="还没有抄送或传阅给别人">
        {copies.refusal === null && '抄送只供阅读；传阅请对方阅后签署意见。对方只能看这一件事，看不到草稿。'}
      </Empty>
    );
  const missing = [...new Set(copies.items.filter((copy) => copy.waiting).map((copy) => copy.person.name))];
  return (
    <>
      <div className="copies-summary">
        <p role="status">
          共 {copies.items.length} 份，已办 {copies.items.filter((copy) => !copy.waiting).length} 份
          {missing.length > 0 ? `；还差 ${missing.length} 人：${missing.join('、')}` : '，都已阅读。'}
        </p>
        {copies.refusal === null && missing.length > 0 && (
          <RemindButton instanceId={instanceId} left={copies.remindable} />
        )}
      </div>
      <HouseTable label="传阅情况" columns={columns} dataSource={copies.items} minWidth={640} surroundings={300} />
    </>
  );
}

function RemindButton({ instanceId, left }: { instanceId: string; left: number }): ReactNode {
  const remind = useRemind(instanceId);
  const may = left > 0;
  return (
    <RefusableButton
      className={may ? undefined : 'copies-refused'}
      offer={{ label: '催阅', allowed: may, reason: '今天已经催过，每天只能催一次。' }}
      loading={remind.isPending}
      onPress={() => remind.press(null)}
    />
  );
}
