import { useEffect, useRef, type ReactNode } from 'react';
import { Alert, Button, Space } from 'antd';
import { done, explain, formatInstant, isProblem, type HistoryEntry } from '@chengban/web';
import { whoDid } from '../flow/who-did';
import { LinkButton } from '../page/link-button';
import { whoHasIt } from '../verbs/after-words';
import type { DoneWith } from './use-verb';

/** What the act led to: done, and where the matter is now. The focus goes there, so that it is read aloud. */
export function DoneNotice({ answer, verb, who }: DoneWith): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.focus();
    // the second press of a double click fell on the page behind the sheet, and would leave it marked as a whole
    window.getSelection()?.removeAllRanges();
  }, [answer]);
  const where = whoHasIt(answer, who);
  return (
    <div ref={place} tabIndex={-1} role="status" className="notice">
      <Alert
        type="success"
        showIcon
        title={done[verb]}
        description={where ? `${where}。` : undefined}
        action={
          <Space wrap>
            <LinkButton to="/tasks" type="primary">
              返回我的待办
            </LinkButton>
            <LinkButton to={`/obligations/${answer.task.obligationId}`}>查看事项</LinkButton>
          </Space>
        }
      />
    </div>
  );
}

/** An act was refused. A stale page says what changed meanwhile and how to go on; nothing typed is thrown away. */
export function RefusedNotice({ error, onRefresh }: { error: unknown; onRefresh: () => void }): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), [error]);
  const stale = isProblem(error, 'stale');
  const { title, detail } = explain(error);
  const changed = stale ? ((error.extra.current as { changed?: HistoryEntry[] } | undefined)?.changed ?? []) : [];
  return (
    <div ref={place} tabIndex={-1} role="alert" className="notice">
      <Alert
        type={stale ? 'warning' : 'error'}
        showIcon
        title={title}
        description={
          <>
            {detail}
            {changed.length > 1 && (
              <ul>
                {changed.map((entry) => (
                  <li key={entry.seq}>
                    {formatInstant(entry.at)} {whoDid(entry)} {entry.nodeName ? `在“${entry.nodeName}”` : ''}
                    {entry.verbName}
                    {entry.text ? `：${entry.text}` : ''}
                  </li>
                ))}
              </ul>
            )}
          </>
        }
        action={<Button onClick={onRefresh}>刷新</Button>}
      />
    </div>
  );
}
