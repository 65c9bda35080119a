import { useEffect } from 'react';
import { App } from 'antd';
import { useBlocker } from 'react-router';
import type { Keeping } from './use-keeping.js';

/**
 * Before another page opens, the draft is saved; only where that cannot be done, the person is asked. The browser's own
 * question guards closing and reloading, where nothing can be waited for.
 */
export function useLeaving(keeping: Keeping): void {
  const { modal } = App.useApp();
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => currentLocation.pathname !== nextLocation.pathname && keeping.unsaved(),
  );
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent): void => {
      if (keeping.unsaved()) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [keeping]);
  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    void keeping.save().then(() => {
      if (!keeping.unsaved()) {
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
  }, [blocker, keeping, modal]);
}
