import { useState, type ReactNode } from 'react';
import { Alert, App, Button, Input, Table, type TableColumnsType } from 'antd';
import { choosingRows, explain, Mark, type HandoverMatter, type HandoverResult } from '@chengban/web';
import { useHandOver, type Pair } from './use-handover.js';

interface Props {
  pair: Pair;
  items: readonly HandoverMatter[];
  more: boolean;
  onDone: () => void;
}

const columns: TableColumnsType<HandoverMatter> = [
  { title: '编号', dataIndex: 'number', width: 140 },
  {
    title: '事项',
    key: 'what',
    render: (_, { requirement, unit }) => (
      <>
        {requirement}
        <span className="handover-unit">{unit.name}</span>
      </>
    ),
  },
  {
    title: '待办',
    key: 'seats',
    width: 360,
    render: (_, { seats }) => (
      <ul className="handover-seats">
        {seats.map((seat, index) => (
          <li key={index}>
            {seat.name}
            <Mark tone={seat.own ? 'blue' : 'quiet'}>{seat.own ? '由他办理' : '他是候选人之一'}</Mark>
            {seat.reason && (
              <p className="handover-why">
                {seat.reason}
                {seat.cure}
              </p>
            )}
          </li>
        ))}
      </ul>
    ),
  },
  {
    title: '能否交接',
    key: 'possible',
    width: 120,
    render: (_, { possible }) => <Mark tone={possible ? 'green' : 'amber'}>{possible ? '可以交接' : '不能交接'}</Mark>,
  },
];

/** The matters, all that can be handed over chosen; what cannot says why. */
export function HandoverTable({ pair, items, more, onDone }: Props): ReactNode {
  const { message } = App.useApp();
  const [chosen, setChosen] = useState<readonly string[]>(() =>
    items.filter(({ possible }) => possible).map(({ instanceId }) => instanceId),
  );
  const [reason, setReason] = useState('');
  const [left, setLeft] = useState<readonly HandoverResult[]>([]);
  const handOver = useHandOver((results) => {
    const failed = results.filter(({ ok }) => !ok);
    setLeft(failed);
    setChosen([]);
    if (results.length > failed.length) void message.success(`已交接 ${results.length - failed.length} 件`);
    onDone();
  });
  const refused = handOver.error && explain(handOver.error);
  return (
    <section className="sheet handover-list" aria-label="交接清单">
      {left.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={`${left.length} 件没有交接`}
          description={left.map(({ title, detail }) => `${title ?? ''}${detail ?? ''}`).join('；')}
        />
      )}
      <Table<HandoverMatter>
        rowKey="instanceId"
        columns={columns}
        dataSource={[...items]}
        pagination={false}
        scroll={{ x: 860 }}
        rowSelection={choosingRows<HandoverMatter>({
          selectedRowKeys: [...chosen],
          onChange: (keys) => setChosen(keys.map(String)),
          getCheckboxProps: ({ possible, number }) => ({ disabled: !possible, 'aria-label': `选择 ${number}` }),
        })}
      />
      {more && <p>后面还有，请先交接这一批，再看一次清单。</p>}
      {refused && <Alert type="error" showIcon title={refused.title} description={refused.detail || undefined} />}
      <div className="handover-act">
        <Input
          aria-label="交接原因"
          placeholder="原因，例如：调离本单位"
          maxLength={200}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <Button
          type="primary"
          disabled={chosen.length === 0 || reason.trim().length < 2}
          loading={handOver.isPending}
          onClick={() => handOver.press({ ...pair, instanceIds: chosen, reason })}
        >
          交接选中的 {chosen.length} 件
        </Button>
      </div>
    </section>
  );
}
