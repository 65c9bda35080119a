import type { ReactNode } from 'react';
import { Alert, Button } from 'antd';
import { formatInstant, SchemaValues, type FormData, type TaskPage } from '@chengban/web';
import { Panel } from '../page/panel';

interface Props {
  task: TaskPage;
  unsaved: FormData;
  writable: boolean;
  onAdopt: () => void;
}

/** Two people wrote at once. Neither text is lost: the one that is not in the form stands here. */
export function ConflictPanel({ task, unsaved, writable, onAdopt }: Props): ReactNode {
  if (!writable) {
    return (
      <Panel title="您刚才填写、没有保存的内容">
        <Alert
          type="warning"
          showIcon
          title={task.holder ? `${task.holder.name} 正在办理，请把需要的内容复制给对方` : '这项待办已由他人办理'}
          style={{ marginBottom: 16 }}
        />
        <SchemaValues definition={task.form} data={unsaved} />
      </Panel>
    );
  }
  if (!task.draft) return null;
  return (
    <Panel title={`${task.draft.savedBy.name} 保存的内容`} extra={<Button onClick={onAdopt}>采用这份内容</Button>}>
      <p className="number" style={{ whiteSpace: 'normal' }}>
        保存于 {formatInstant(task.draft.savedAt)}。下面表单里仍是您填写的内容，继续填写会保存您的内容。
      </p>
      <SchemaValues definition={task.form} data={task.draft.data} before={unsaved} />
    </Panel>
  );
}
