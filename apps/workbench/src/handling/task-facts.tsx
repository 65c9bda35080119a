import type { ReactNode } from 'react';
import { formatDay, LightMark, type TaskPage } from '@chengban/web';
import { Facts, Panel } from '../page/panel';

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
              <span className="facts-due">
                {formatDay(task.dueOn)} <LightMark light={task.light} />
              </span>
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
