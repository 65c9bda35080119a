import type { ReactNode } from 'react';
import { Alert } from 'antd';
import type { Instance } from '@chengban/web';

/** Says that the flow rests and that somebody knows; there is nothing that the reader has to do. */
export function TroubleNotice({ instance }: { instance: Instance | undefined }): ReactNode {
  if (instance?.status !== 'incident') return null;
  const where = instance.history.findLast((entry) => entry.verb === 'incident')?.nodeName;
  return (
    <Alert
      style={{ marginBottom: 16 }}
      type="warning"
      showIcon
      role="status"
      title={where ? `流程停在“${where}”，流程管理员已收到通知` : '流程停住了，流程管理员已收到通知'}
    />
  );
}
