import { useState, type ReactNode } from 'react';
import { Button, Table, type TableColumnsType } from 'antd';
import { ArrowLeftOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import type { JsonObject } from '@chengban/domain';
import { explainInOneLine, isProblem, FailurePage, formatInstant, useAct, type Retried } from '@chengban/web';
import { DeliveriesSection } from '../deliveries/deliveries-section.js';
import { AppFrame } from '../shell/app-frame.js';
import { NothingHere } from './nothing-here.js';
import { RetryDialog } from './retry-dialog.js';
import { sayRefused, sayRetried, type Said } from './retry-outcome.js';
import { SaidNotice } from './said-notice.js';
import { useIncidents, type Trouble } from './use-incidents.js';
import './incidents.css';

interface Retry {
  trouble: Trouble;
  variables: JsonObject;
}

/** 异常处理: the matters that cannot go on by themselves, why, and the way on. */
export function IncidentsPage(): ReactNode {
  const { tenant = '' } = useParams();
  const incidents = useIncidents();
  const queries = useQueryClient();
  const [said, setSaid] = useState<Said | null>(null);
  const [mending, setMending] = useState<Trouble | null>(null);
  const settle = (next: Said): void => {
    setSaid(next);
    setMending(null);
    void queries.invalidateQueries({ queryKey: ['incidents'] });
  };
  const retry = useAct<Retry, Retried>(
    'retry',
    (api, { trouble: { instance, incident }, variables }, idempotencyKey) =>
      api.send('POST', `/instances/${instance.instanceId}/retry`, {
        body: { nodeId: incident.nodeId, token: incident.token, variables },
        ifMatch: instance.revision,
        idempotencyKey,
      }),
    {
      onSuccess: ({ status }, { trouble }) => settle(sayRetried(trouble, status)),
      onError: (error, { trouble }) =>
        settle(sayRefused(trouble, { stale: isProblem(error, 'stale'), told: explainInOneLine(error) })),
    },
  );
  const busyWith = retry.isPending ? retry.variables.trouble.id : null;
  return (
    <AppFrame title="异常处理">
      <div className="page-head">
        <div>
          <Link to={`/${tenant}`}>
            <ArrowLeftOutlined aria-hidden /> 全部流程
          </Link>
          <h1>异常处理</h1>
          <p>这里是自己走不下去、停住了的事项，和多次没有送达的消息和定时。先按“怎么办”处理好原因，再让它重试。</p>
        </div>
      </div>
      <div className="section-head">
        <h2>停住的事项</h2>
      </div>
      {said && <SaidNotice said={said} />}
      {incidents.error ? (
        <FailurePage error={incidents.error} onRetry={() => void incidents.refetch()} />
      ) : incidents.data?.length === 0 ? (
        <NothingHere well>
          没有停住的事项。所有流程都在正常运行；有事项停住时，流程管理员会收到消息，这里也会列出来。
        </NothingHere>
      ) : (
        <div className="sheet">
          <Table<Trouble>
            rowKey="id"
            columns={columnsFor({ tenant, busyWith, retry: retry.press, mend: setMending })}
            dataSource={incidents.data}
            loading={incidents.isPending}
            pagination={false}
          />
        </div>
      )}
      <DeliveriesSection />
      {mending && (
        <RetryDialog
          trouble={mending}
          busy={retry.isPending}
          onClose={() => setMending(null)}
          onRetry={(variables) => retry.press({ trouble: mending, variables })}
        />
      )}
    </AppFrame>
  );
}

interface Acts {
  tenant: string;
  busyWith: string | null;
  retry: (retry: Retry) => void;
  mend: (trouble: Trouble) => void;
}

const columnsFor = ({ tenant, busyWith, retry, mend }: Acts): TableColumnsType<Trouble> => [
  {
    title: '事项',
    width: 150,
    render: (_, { instance }) => (
      <>
        <a href={`/${tenant}/obligations/${instance.obligationId}`} className="number">
          {instance.obligationNumber}
        </a>
        <div className="quiet">{instance.unitName}</div>
      </>
    ),
  },
  {
    title: '流程',
    width: 160,
    render: (_, { instance: { definition } }) => (
      <>
        {definition.name}
        <div className="quiet number">第 {definition.version} 版</div>
      </>
    ),
  },
  { title: '停在', width: 132, render: (_, { incident }) => incident.nodeName },
  {
    title: '为什么，怎么办',
    render: (_, { incident }) => (
      <div className="incidents-why">
        {incident.message}
        <div className="quiet">{incident.cure}</div>
      </div>
    ),
  },
  {
    title: '从何时起',
    width: 166,
    render: (_, { instance }) => <span className="number">{formatInstant(instance.since)}</span>,
  },
  {
    title: '操作',
    width: 196,
    render: (_, trouble) => {
      const what = `${trouble.instance.obligationNumber} ${trouble.incident.nodeName}`;
      return (
        <div className="incidents-acts">
          <Button
            size="small"
            type="primary"
            aria-label={`重试 ${what}`}
            loading={busyWith === trouble.id}
            disabled={busyWith !== null}
            onClick={() => retry({ trouble, variables: {} })}
          >
            重试
          </Button>
          <Button
            size="small"
            aria-label={`补正后重试 ${what}`}
            disabled={busyWith !== null}
            onClick={() => mend(trouble)}
          >
            补正后重试…
          </Button>
        </div>
      );
    },
  },
];
