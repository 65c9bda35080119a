import { useState, type ReactNode } from 'react';
import { Alert, Button, Input } from 'antd';
import { formatInstant, type ReceivedCopy } from '@chengban/web';
import { PhraseBar } from '../phrases/phrase-bar';
import { usePhraseField } from '../phrases/use-phrase-field';
import { useOpenedCopies, useRemark } from '../queries/copies';
import './copies.css';

/** On the page of a matter that was sent to me: by whom and why, and where it asks for a remark, the place to write it. */
export function ReceivedNotice({ instanceId }: { instanceId: string | null | undefined }): ReactNode {
  const copies = useOpenedCopies(instanceId).data ?? [];
  // the one that still asks for something, else the newest
  const copy = copies.find((one) => one.waiting) ?? copies[0];
  if (!copy) return null;
  return (
    <Alert
      className="received"
      type={copy.waiting ? 'warning' : 'info'}
      showIcon
      title={titleOf(copy)}
      description={
        <>
          {copy.note && <p className="received-note">附言：{copy.note}</p>}
          {copy.kind === 'circulate' && (copy.waiting ? <RemarkForm copy={copy} /> : <p>您的意见：{copy.remark}</p>)}
        </>
      }
    />
  );
}

function titleOf({ by, kind, madeAt, waiting }: ReceivedCopy): string {
  const who = `${by?.name ?? '流程'}于 ${formatInstant(madeAt)} `;
  if (kind === 'cc') return `${who}抄送给您，只供阅读`;
  return waiting ? `${who}请您传阅，阅后请签署意见` : `${who}请您传阅，您已签署意见`;
}

function RemarkForm({ copy }: { copy: ReceivedCopy }): ReactNode {
  const [text, setText] = useState('已阅。');
  const remark = useRemark();
  const { area, insert } = usePhraseField({ read: () => text, write: setText });
  return (
    <div className="received-form">
      <Input.TextArea
        ref={area}
        value={text}
        maxLength={500}
        aria-label="传阅意见"
        autoSize={{ minRows: 2, maxRows: 6 }}
        onChange={(event) => setText(event.target.value)}
      />
      <PhraseBar read={() => text} onPick={insert} />
      <Button
        type="primary"
        loading={remark.isPending}
        disabled={!text.trim()}
        onClick={() => remark.press({ id: copy.id, text: text.trim() })}
      >
        签署意见
      </Button>
    </div>
  );
}
