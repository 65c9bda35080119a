import type { ReactNode } from 'react';
import { Alert } from 'antd';
import { formatInstant } from '@chengban/web';
import type { Begins } from './use-begins.js';

/** A time that has passed begins everything at once: that must be known before the press, not after. */
export function BeginsSection({ begins }: { begins: Begins }): ReactNode {
  const { isPending, error, starts, awaiting } = begins;
  if (!isPending && !error && starts.length === 0) return null;
  return (
    <section className="dialog-section">
      <h3>自动开始</h3>
      {isPending && <p className="quiet">正在查会自动开始哪些事项……</p>}
      {error && (
        <Alert
          type="warning"
          showIcon
          title="没有查到会自动开始多少件"
          description="可以照常发布；想先知道的，请关闭后重新点“发布”。"
        />
      )}
      {starts.map((start) =>
        Date.parse(start.dueAt) > Date.now() ? (
          <p key={`${start.nodeId} ${start.dueAt}`} className="quiet">
            “{start.nodeName}”：{formatInstant(start.dueAt)} 自动开始当时还没有开始的承办事项（现在有 {awaiting} 件）。
          </p>
        ) : (
          <Alert
            key={`${start.nodeId} ${start.dueAt}`}
            type="warning"
            showIcon
            title={`“${start.nodeName}”：${formatInstant(start.dueAt)} 已到，发布后马上开始`}
            description={
              awaiting === 0
                ? '现在没有还没开始的承办事项。'
                : `还没有开始的 ${awaiting} 件承办事项会马上开始，承办单位会收到待办。不想这样的，请先改时间。`
            }
          />
        ),
      )}
    </section>
  );
}
