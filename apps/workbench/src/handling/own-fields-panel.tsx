import type { ReactNode } from 'react';
import type { FormInstance } from 'antd';
import { SchemaForm, type TaskPage } from '@chengban/web';
import { Panel } from '../page/panel';

/** Fields that the reviewer writes: they go with the decision, and stand beside the round, which does not change. */
export function OwnFieldsPanel({ task, form }: { task: TaskPage; form: FormInstance }): ReactNode {
  return (
    <Panel title="由您填写">
      <SchemaForm definition={task.form} form={form} access={task.access} initial={task.data} writableOnly />
    </Panel>
  );
}
