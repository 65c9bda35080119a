import type { ReactNode } from 'react';
import { Button, type TableColumnsType } from 'antd';
import { formatInstant, Mark, type Delivery } from '@chengban/web';
import { mayBeAbandoned, namedInFull, type DeliveryVerb } from './delivery-outcome.js';

interface Acts {
  tenant: string;
  busyWith: string | null;
  decide: (delivery: Delivery, verb: 'retry' | 'redeliver') => void;
  abandon: (delivery: Delivery) => void;
}

export const columnsFor = (acts: Acts): TableColumnsType<Delivery> => [
  {
    title: '没有送达的',
    width: 190,
    render: (_, { kind, what, key, node, abandoned }) => (
      <div className="incidents-why">
        {what}
        {key && <div className="quiet">关联值 {key}</div>}
        {kind === 'schedule' && <div className="quiet">环节 {node}</div>}
        {abandoned && <Mark tone={abandoned.by ? 'quiet' : 'amber'}>{abandoned.by ? '已放弃' : '系统已放弃'}</Mark>}
      </div>
    ),
  },
  { title: '事项和流程', width: 180, render: (_, delivery) => <Matter tenant={acts.tenant} delivery={delivery} /> },
  { title: '为什么，怎么办', render: (_, delivery) => <Why delivery={delivery} /> },
  { title: '试过', width: 176, render: (_, delivery) => <Tries delivery={delivery} /> },
  { title: '操作', width: 184, render: (_, delivery) => <Buttons delivery={delivery} {...acts} /> },
];

/** What the system says to people and other systems, perhaps of several matters at once. */
const TOLD: readonly Delivery['kind'][] = ['notification', 'mail', 'webhook'];

function Matter({ tenant, delivery }: { tenant: string; delivery: Delivery }): ReactNode {
  const { kind, obligation, definition } = delivery;
  const isTold = TOLD.includes(kind);
  const noObligation = kind === 'schedule' ? '所有等它开始的事项' : isTold ? '不止一个事项' : '没有指明事项';
  return (
    <>
      {obligation ? (
        <>
          <a href={`/${tenant}/obligations/${obligation.id}`} className="number">
            {obligation.number}
          </a>
          <div className="quiet">{obligation.unitName}</div>
        </>
      ) : (
        noObligation
      )}
      <div className="quiet number">
        {definition ? (
          <>
            {definition.name} <span className="deliveries-version">第 {definition.version} 版</span>
          </>
        ) : (
          !isTold && '从外部发来'
        )}
      </div>
    </>
  );
}

function Why({ delivery: { error, cure, abandoned } }: { delivery: Delivery }): ReactNode {
  return (
    <div className="incidents-why">
      {abandoned ? (
        <>
          {abandoned.by ? `${abandoned.by.name}放弃：${abandoned.reason}` : abandoned.reason}
          <div className="quiet number">{formatInstant(abandoned.at)}</div>
        </>
      ) : (
        error
      )}
      <div className="quiet">{cure}</div>
    </div>
  );
}

function Tries({ delivery: { attempts, since, nextTryAt } }: { delivery: Delivery }): ReactNode {
  return (
    <div className="number deliveries-tries">
      {attempts} 次<div className="quiet">从 {formatInstant(since)} 起</div>
      <div className="quiet">{nextTryAt === null ? '不再自动试' : `下次 ${whenNext(nextTryAt)}`}</div>
    </div>
  );
}

const whenNext = (instant: string): string => (Date.parse(instant) <= Date.now() ? '马上' : formatInstant(instant));

const primary: Record<'retry' | 'redeliver', string> = { retry: '立即重试', redeliver: '重新投递' };

function Buttons({ delivery, busyWith, decide, abandon }: Acts & { delivery: Delivery }): ReactNode {
  const { id, abandoned } = delivery;
  const what = namedInFull(delivery);
  const verb = (abandoned ? 'redeliver' : 'retry') satisfies DeliveryVerb;
  return (
    <div className="incidents-acts">
      <Button
        size="small"
        type="primary"
        aria-label={`${primary[verb]} ${what}`}
        loading={busyWith === id}
        disabled={busyWith !== null}
        onClick={() => decide(delivery, verb)}
      >
        {primary[verb]}
      </Button>
      {mayBeAbandoned(delivery) && (
        <Button size="small" aria-label={`放弃 ${what}`} disabled={busyWith !== null} onClick={() => abandon(delivery)}>
          放弃…
        </Button>
      )}
    </div>
  );
}
