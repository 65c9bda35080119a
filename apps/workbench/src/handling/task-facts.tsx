import type { ReactNode } from 'react';
import type { TaskPage } from '@chengban/web';
import { DueFact } from '../extensions/due-fact';
import { Facts, Panel } from '../page/panel';

/** As far as is known to somebody who may not see the obligation. */
const NEVER_MOVED = { originalDueOn: null, extensions: 0 };

/** What the handler must know before writing: the words of the plan and the day. */
export function TaskFacts({ task }: { task: TaskPage }): ReactNode {
  return (
    <Panel title="任务要求">
      <p className="measure-text" style={{ marginBottom: 16 }}>
        （{task.measureNo}）{task.measureText}
      </p>
      <Facts
        items={[
          {
            label: '完成时限',
            value: (
              <DueFact obligation={{ ...NEVER_MOVED, ...task.obligation, dueOn: task.dueOn, light: task.light }} />
            ),
          },
          { label: '本次要求', value: task.requirement || '按措施落实' },
          {
            label: '时限原文',
            value: task.obligation?.deadlineText ?? '—',
            wide: (task.obligation?.deadlineText.length ?? 0) > 32,
          },
        ]}
      />
    </Panel>
  );
}
