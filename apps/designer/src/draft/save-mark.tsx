import type { ReactNode } from 'react';
import { Button } from 'antd';
import { formatClock, Mark } from '@chengban/web';
import type { DraftSaver, SaveState } from './draft-saver.js';

/** Where the draft is: on the server, on the way, or not saved and why. */
export function SaveMark(props: { state: SaveState; saver: DraftSaver; fromDraft: boolean }): ReactNode {
  const { state, saver, fromDraft } = props;
  return (
    <span role="status" className="save-mark">
      {words(state, fromDraft)}
      {state.at === 'failed' && (
        <Button size="small" type="link" onClick={() => void saver.flush()}>
          再试一次
        </Button>
      )}
    </span>
  );
}

function words(state: SaveState, fromDraft: boolean): ReactNode {
  switch (state.at) {
    case 'unchanged':
      return <span className="quiet">{fromDraft ? '草稿还没有发布' : '没有修改'}</span>;
    case 'waiting':
    case 'saving':
      return <span className="quiet">正在保存草稿…</span>;
    case 'saved':
      return <span className="quiet">草稿已保存 {formatClock(state.savedAt)}</span>;
    case 'failed':
      return <Mark tone="red">草稿没有保存，请不要关闭页面</Mark>;
    case 'conflict':
      return <Mark tone="amber">草稿没有保存：别处也在修改</Mark>;
  }
}
