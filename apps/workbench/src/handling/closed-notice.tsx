import type { ReactNode } from 'react';
import { Alert } from 'antd';
import { useSession, type TaskPage } from '@chengban/web';
import { closedSentence } from '../tasks/closed-word';

/** Somebody opens a task that ended without them: why there is nothing to do. */
export function ClosedNotice({ task }: { task: TaskPage }): ReactNode {
  const { person } = useSession();
  const why = closedSentence(task, person.id);
  return why ? <Alert className="notice" type="info" showIcon role="status" title={why} /> : null;
}
