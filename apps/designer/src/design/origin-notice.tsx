import { useState, type ReactNode } from 'react';
import { Alert, Button } from 'antd';
import { formatInstant } from '@chengban/web';
import { usePeople } from '../inspector/use-people.js';
import type { Start } from './use-start.js';

interface OriginNoticeProps {
  start: Start;
  /** it has been published since */
  settled: boolean;
  failure: unknown;
  /** takes an import back, null when nothing was imported */
  imported: (() => void) | null;
  onRestart: () => void;
}

/** Where the drawing on the board comes from, when that is not simply the newest version. */
export function OriginNotice({ start, settled, failure, imported, onRestart }: OriginNoticeProps): ReactNode {
  const [closed, setClosed] = useState(false);
  const { draft, origin, version } = start;
  const { people } = usePeople(draft !== null);
  if (failure)
    return (
      <Alert
        banner
        type="error"
        title="这个流程的图形画不出来"
        description="文件里可能没有图形信息。请导入另一个流程文件，或从版本历史里选一个版本作底稿；保存着的内容没有改动。"
      />
    );
  if (imported)
    return (
      <Alert
        banner
        type="info"
        title="画布上是刚导入的流程，还没有发布"
        action={
          <Button size="small" onClick={imported}>
            撤回导入
          </Button>
        }
      />
    );
  if (settled) return null;
  if (origin === 'version')
    return (
      <Alert
        banner
        type="info"
        title={`以第 ${version} 版为底稿。${draft ? '原来的草稿还在，第一次修改后才会被替换。' : '发布后成为新的一版，第 ' + version + ' 版不会被改动。'}`}
        action={
          draft && (
            <Button size="small" onClick={onRestart}>
              回到原来的草稿
            </Button>
          )
        }
      />
    );
  if (origin !== 'draft' || !draft || closed || start.flow.latestVersion === null) return null;
  const who = people.find((person) => person.id === draft.savedBy)?.name;
  return (
    <Alert
      banner
      closable={{ onClose: () => setClosed(true), 'aria-label': '知道了' }}
      type="info"
      title={`已打开没有发布的草稿（${who ? `${who}，` : ''}${formatInstant(draft.savedAt)} 保存）`}
    />
  );
}
