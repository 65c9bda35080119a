import type { ReactNode } from 'react';
import { Button, Result, Spin } from 'antd';
import { Link, useParams } from 'react-router';
import { FailurePage } from '@chengban/web';
import { Drawing } from './drawing.js';
import { useStart } from './use-start.js';

/** Gathers what the drawing opens with. */
export function DesignPage(): ReactNode {
  const { tenant = '', key = '' } = useParams();
  return <OneFlow key={key} tenant={tenant} flowKey={key} />;
}

function OneFlow({ tenant, flowKey }: { tenant: string; flowKey: string }): ReactNode {
  const { start, error, unknown, restart } = useStart(flowKey);
  if (unknown)
    return (
      <main>
        <Result
          icon={null}
          title={`没有代号为“${flowKey}”的流程`}
          subTitle="可能已改名，或者地址写错了。请从流程列表里找到它。"
          extra={
            <Link to={`/${tenant}`}>
              <Button type="primary" tabIndex={-1}>
                回到流程列表
              </Button>
            </Link>
          }
        />
      </main>
    );
  if (start)
    return (
      <Drawing key={`${start.origin} ${start.version} ${start.draft?.revision}`} start={start} onRestart={restart} />
    );
  if (error) return <FailurePage error={error} />;
  return <Spin className="page-spin" description="正在打开流程…" />;
}
