import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Alert, Button, Segmented, Table } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { ApiProblem, explain, explainInOneLine, useAct, type Decided, type Delivery } from '@chengban/web';
import { NothingHere } from '../incidents/nothing-here.js';
import type { Said } from '../incidents/retry-outcome.js';
import { SaidNotice } from '../incidents/said-notice.js';
import { AbandonDialog } from './abandon-dialog.js';
import { columnsFor } from './delivery-columns.js';
import { placeOf, sayDecided, sayNotDecided, type DeliveryVerb } from './delivery-outcome.js';
import { useDeliveries, type Deliveries, type DeliveryState } from './use-deliveries.js';
import './deliveries.css';

interface Decision {
  delivery: Delivery;
  verb: DeliveryVerb;
  reason?: string;
}

/** 没有送达的消息和定时: what was tried again and again, why it does not arrive, and the way on. */
export function DeliveriesSection(): ReactNode {
  const { tenant = '' } = useParams();
  const [state, setState] = useState<DeliveryState>('open');
  const deliveries = useDeliveries(state);
  const lookAgain = useLookingAgain();
  const [said, setSaid] = useState<Said | null>(null);
  const [leaving, setLeaving] = useState<Delivery | null>(null);
  const settle = (next: Said): void => {
    setSaid(next);
    setLeaving(null);
    lookAgain();
  };
  const act = useAct<Decision, Decided>(
    'decide-delivery',
    (api, { delivery, verb, reason }, idempotencyKey) =>
      api.send('POST', `/deliveries/${placeOf(delivery)}/${delivery.id}/${verb}`, {
        body: reason === undefined ? {} : { reason },
        ifMatch: delivery.revision,
        idempotencyKey,
      }),
    {
      onSuccess: (_, { delivery, verb }) => settle(sayDecided(delivery, verb)),
      onError: (error, { delivery, verb }) => {
        // a scheduled start that begins for the last time is no more
        const late = error instanceof ApiProblem && [404, 409].includes(error.status);
        settle(sayNotDecided(delivery, verb, { late, told: explainInOneLine(error) }));
      },
    },
  );
  const busyWith = act.isPending ? act.variables.delivery.id : null;
  const decide = (delivery: Delivery, verb: DeliveryVerb): void => act.press({ delivery, verb });
  return (
    <section className="deliveries" aria-labelledby="deliveries-title">
      <div className="section-head">
        <h2 id="deliveries-title">没有送达的消息和定时</h2>
        <Segmented<DeliveryState>
          aria-label="看哪些"
          value={state}
          onChange={(next) => {
            setSaid(null);
            setState(next);
          }}
          options={[
            { value: 'open', label: deliveries.open > 0 ? `待处理 ${deliveries.open}` : '待处理' },
            { value: 'abandoned', label: '已放弃' },
          ]}
        />
      </div>
      {said && <SaidNotice said={said} />}
      <List
        deliveries={deliveries}
        state={state}
        columns={columnsFor({ tenant, busyWith, decide, abandon: setLeaving })}
      />
      {leaving && (
        <AbandonDialog
          delivery={leaving}
          busy={act.isPending}
          onClose={() => setLeaving(null)}
          onAbandon={(reason) => act.press({ delivery: leaving, verb: 'abandon', reason })}
        />
      )}
    </section>
  );
}

const nothing: Record<DeliveryState, string> = {
  open: '没有要处理的消息和定时。试过 3 次仍没有送达、没有触发、没有开始的，和一直没有流程接收的，会列在这里。',
  abandoned: '没有放弃过消息。',
};

interface ListProps {
  deliveries: Deliveries;
  state: DeliveryState;
  columns: ReturnType<typeof columnsFor>;
}

function List({ deliveries, state, columns }: ListProps): ReactNode {
  const { items, error, pending, more, loadingMore, refetch } = deliveries;
  if (error && !items) {
    const { title, detail } = explain(error);
    const again = <Button onClick={refetch}>重新加载</Button>;
    return <Alert type="error" showIcon title={title} description={detail || undefined} action={again} />;
  }
  if (items?.length === 0) return <NothingHere well={state === 'open'}>{nothing[state]}</NothingHere>;
  return (
    <div className="sheet">
      <Table<Delivery> rowKey="id" columns={columns} dataSource={items} loading={pending} pagination={false} />
      {more && (
        <div className="deliveries-more">
          <Button onClick={more} loading={loadingMore}>
            显示更多
          </Button>
        </div>
      )}
    </div>
  );
}

/** The server delivers within a second or two of being asked, and begins flows within five: the list is looked at now, and again when that is over. */
const LOOKS_MS = [0, 2_000, 7_000];

function useLookingAgain(): () => void {
  const queries = useQueryClient();
  const looks = useRef<number[]>([]);
  const forget = (): void => looks.current.forEach((look) => window.clearTimeout(look));
  useEffect(() => forget, []);
  return () => {
    forget();
    looks.current = LOOKS_MS.map((pause) =>
      window.setTimeout(() => void queries.invalidateQueries({ queryKey: ['deliveries'] }), pause),
    );
  };
}
