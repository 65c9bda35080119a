import type { ReactNode } from 'react';
import { Mark, type Tone } from '@chengban/web';
import type { Change } from './describe-changes.js';
import './change-list.css';

const marks: Record<Change['kind'], { word: string; tone: Tone }> = {
  added: { word: '新增', tone: 'green' },
  removed: { word: '删除', tone: 'red' },
  changed: { word: '修改', tone: 'amber' },
};

export function ChangeList({ changes }: { changes: readonly Change[] }): ReactNode {
  if (changes.length === 0) return <p className="quiet">流程的内容没有变化，只可能移动了图形的位置。</p>;
  return (
    <ul className="changes">
      {changes.map((change, index) => (
        <li key={`${change.elementId} ${index}`}>
          <Mark tone={marks[change.kind].tone}>{marks[change.kind].word}</Mark>
          <span>
            {change.text.replace(/^(新增|删除)(连线：)?/, (_, _verb, line?: string) => (line ? '连线：' : ''))}
          </span>
        </li>
      ))}
    </ul>
  );
}
