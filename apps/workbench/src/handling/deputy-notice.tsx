import type { ReactNode } from 'react';
import { Alert } from 'antd';
import type { TaskPage } from '@chengban/web';

/** Said before anything is written: this is somebody else's task, and both names will stand on it. */
export function DeputyNotice({ task }: { task: TaskPage }): ReactNode {
  if (!task.actingFor || task.status !== 'open') return null;
  return (
    <Alert
      className="notice"
      type="info"
      showIcon
      title={`代 ${task.actingFor.name} 办理`}
      description={`${task.actingFor.name}不在岗，请您代为办理。流转记录会写明是您代${task.actingFor.name}办理的。`}
    />
  );
}
