import type { ReactNode } from 'react';
import { formatClock } from '@chengban/web';
import type { DraftState } from './use-draft';

/** Whether what I typed is safe. Only «saved» and failures are read aloud; a message at each key would be noise. */
export function DraftLine({ state, savedAt }: { state: DraftState; savedAt: string | null }): ReactNode {
  const spoken = state === 'saved' || state === 'offline' || state === 'refused';
  return (
    <span className={`draft-line draft-${state}`} aria-live={spoken ? 'polite' : 'off'}>
      {words(state, savedAt)}
    </span>
  );
}

function words(state: DraftState, savedAt: string | null): string {
  switch (state) {
    case 'waiting':
      return '有修改，稍后自动保存';
    case 'saving':
      return '正在保存…';
    case 'offline':
      return '尚未保存，网络或登录恢复后会自动保存';
    case 'refused':
      return '草稿没有保存';
    case 'saved':
    case 'idle':
      return savedAt ? `草稿已保存 ${formatClock(savedAt)}` : '填写内容会自动保存';
  }
}
