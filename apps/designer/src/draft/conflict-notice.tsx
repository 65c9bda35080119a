import type { ReactNode } from 'react';
import { Alert, Button, Space } from 'antd';
import { formatInstant, useSession } from '@chengban/web';
import { usePeople } from '../inspector/use-people.js';
import type { Conflict } from './draft-saver.js';

interface ConflictNoticeProps {
  conflict: Conflict;
  onOverwrite: () => void;
  onTakeTheirs: () => void;
  onExport: () => void;
}

/** Two administrators drew the same flow. Nothing is lost: the other draft is on the server, this one is on the page. */
export function ConflictNotice({ conflict, onOverwrite, onTakeTheirs, onExport }: ConflictNoticeProps): ReactNode {
  const { people } = usePeople(conflict.savedBy !== null);
  const mine = useSession().person.id === conflict.savedBy;
  const who = mine ? '你在另一个窗口' : (people.find((one) => one.id === conflict.savedBy)?.name ?? '另一位管理员');
  const gone = conflict.revision === 0;
  return (
    <Alert
      banner
      type="warning"
      title={
        gone
          ? '这个流程的草稿刚被发布或放弃，你的修改没有保存'
          : `${who}在 ${formatInstant(conflict.savedAt)} 保存了这个流程的草稿，你的修改没有保存`
      }
      description={
        mine ? '请决定用哪一份；可以先导出这里的修改留底。' : '请先和对方商量。可以导出自己的修改留底，再决定用谁的。'
      }
      action={
        <Space wrap>
          <Button size="small" onClick={onExport}>
            导出我的修改
          </Button>
          <Button size="small" onClick={onTakeTheirs}>
            {gone ? '打开最新版本' : '打开那份草稿'}
          </Button>
          <Button size="small" danger onClick={onOverwrite}>
            用我的修改{gone ? '继续' : '覆盖'}
          </Button>
        </Space>
      }
    />
  );
}
