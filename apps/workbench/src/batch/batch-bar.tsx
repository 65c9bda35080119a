import { useState, type ReactNode } from 'react';
import { Alert, Button, Input } from 'antd';
import { explain } from '@chengban/web';
import { PhraseBar } from '../phrases/phrase-bar';
import { usePhraseField } from '../phrases/use-phrase-field';
import type { InboxRow } from '../tasks/inbox-rows';
import { MOST_AT_ONCE, type useBatch } from './use-batch';
import './batch.css';

interface Props {
  rows: readonly InboxRow[];
  batch: ReturnType<typeof useBatch>;
  onCancel: () => void;
}

/** What is done with the chosen tasks together: one word for all, a result for each. */
export function BatchBar({ rows, batch, onCancel }: Props): ReactNode {
  const [opinion, setOpinion] = useState('');
  const { area, insert } = usePhraseField({ read: () => opinion, write: setOpinion });
  const tooMany = rows.length > MOST_AT_ONCE;
  const refused = batch.error && explain(batch.error);
  return (
    <section className="batch-bar" aria-label="批量办理">
      <p className="batch-count" aria-live="polite">
        已选 <strong>{rows.length}</strong> 件{tooMany && <span>，一次最多 {MOST_AT_ONCE} 件</span>}
      </p>
      {refused && <Alert type="error" showIcon title={refused.title} description={refused.detail || undefined} />}
      <Input.TextArea
        ref={area}
        aria-label="意见，写给选中的每一件"
        placeholder="意见，写给选中的每一件；可以不写"
        autoSize={{ minRows: 1, maxRows: 4 }}
        maxLength={2000}
        value={opinion}
        onChange={(event) => setOpinion(event.target.value)}
      />
      <PhraseBar read={() => opinion} onPick={insert} />
      <div className="batch-actions">
        <Button onClick={onCancel}>取消选择</Button>
        <Button
          type="primary"
          disabled={tooMany}
          loading={batch.isPending}
          onClick={() => batch.press({ rows, opinion })}
        >
          同意选中的 {rows.length} 件
        </Button>
      </div>
    </section>
  );
}
