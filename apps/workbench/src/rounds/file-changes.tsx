import type { ReactNode } from 'react';
import type { FilePart } from '@chengban/domain';
import { formatSize, useApi, type Evidence } from '@chengban/web';
import { Cut, Fresh } from './marked-text';

const WORDS = { same: '未变', renamed: '改名', replaced: '更换', added: '新增', removed: '移除' } as const;

/** In one word what became of a file. */
export const fileWord = ({ op }: FilePart<Evidence>): string => WORDS[op];

/** A file on one side; both contents stay where they are and can be opened. */
export function FileSide({ part, side }: { part: FilePart<Evidence>; side: 'before' | 'after' }): ReactNode {
  const api = useApi();
  const file = side === 'before' ? ('before' in part ? part.before : null) : 'after' in part ? part.after : null;
  if (!file) return <span className="compare-blank">没有这份材料</span>;
  const link = (
    <a href={api.address(`/evidence/${file.id}/content`)} download={file.fileName}>
      {file.fileName}
    </a>
  );
  const marked = part.op !== 'same' && (side === 'before' ? <Cut>{link}</Cut> : <Fresh>{link}</Fresh>);
  return (
    <span>
      {marked || link} <span className="evidence-size">{formatSize(file.size)}</span>
    </span>
  );
}
