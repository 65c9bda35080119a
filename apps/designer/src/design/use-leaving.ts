import { useEffect } from 'react';
import { App } from 'antd';
import { useBlocker } from 'react-router';
import type { DraftSaver } from '../draft/draft-saver.js';

/** Before another page opens, the draft is saved; only where that cannot be done, the person is asked. */
export function useLeaving(saver: DraftSaver): void {
  const { modal } = App.useApp();
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => saver.unsaved && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    void saver.flush().then(() => {
      if (!saver.unsaved) {
        blocker.proceed();
        return;
      }
      modal.confirm({
        title: '有修改还没有保存，确定离开吗？',
        content: '离开后这些修改就没有了。可以先导出流程文件留底。',
        okText: '离开，不要修改了',
        cancelText: '留在这里',
        okButtonProps: { danger: true },
        onOk: () => blocker.proceed(),
        onCancel: () => blocker.reset(),
      });
    });
  }, [blocker, saver, modal]);
}
