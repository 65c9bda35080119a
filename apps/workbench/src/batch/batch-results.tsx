import type { ReactNode } from 'react';
import { CheckCircleFilled, ExclamationCircleFilled } from '@ant-design/icons';
import { Modal } from 'antd';
import type { BatchResult } from '@chengban/web';
import { RowTitle } from '../page/row-title';
import type { InboxRow } from '../tasks/inbox-rows';

interface Props {
  results: readonly BatchResult[];
  rows: readonly InboxRow[];
  onClose: () => void;
}

/** What became of each: those that could not be come first, with the reason and what would help. */
export function BatchResults({ results, rows, onClose }: Props): ReactNode {
  const failed = results.filter(({ ok }) => !ok);
  const done = results.length - failed.length;
  const title = failed.length === 0 ? `${done} 件都已同意` : `${done} 件已同意，${failed.length} 件没有办成`;
  const rowOf = (taskId: string): InboxRow | undefined => rows.find((row) => row.taskId === taskId);
  return (
    <Modal open title={title} okText="知道了" cancelButtonProps={{ hidden: true }} onOk={onClose} onCancel={onClose}>
      <ul className="batch-results">
        {[...results]
          .sort((a, b) => Number(a.ok) - Number(b.ok))
          .map((result) => (
            <li key={result.taskId} className={result.ok ? 'done' : 'left'}>
              {result.ok ? (
                <CheckCircleFilled aria-label="已同意" />
              ) : (
                <ExclamationCircleFilled aria-label="没有办成" />
              )}
              <div>
                <RowTitle to={`/tasks/${result.taskId}`}>{nameOf(rowOf(result.taskId))}</RowTitle>
                <p>{wordsOf(result)}</p>
              </div>
            </li>
          ))}
      </ul>
    </Modal>
  );
}

const nameOf = (row: InboxRow | undefined): string =>
  row ? `${row.number} ${row.unitName}：${row.measureText}` : '这件待办';

const wordsOf = ({ ok, title = '', detail = '', next = [] }: BatchResult): string =>
  ok
    ? next.length > 0
      ? `现在轮到：${next.join('、')}`
      : '这个环节以后没有别的待办。'
    : `${title}${/[。！]$/.test(title) ? '' : '。'}${detail}`;
