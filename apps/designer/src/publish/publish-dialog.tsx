import { useId, useMemo, useState, type ReactNode } from 'react';
import { Alert, Button, Input, Modal } from 'antd';
import type { Finding, FlowModel } from '@chengban/domain';
import { explain, isProblem, useAct, type DefinitionVersion } from '@chengban/web';
import { BeginsSection } from './begins-section.js';
import { ChangeList } from './change-list.js';
import { describeChanges } from './describe-changes.js';
import { useBegins } from './use-begins.js';
import { useNames } from './use-names.js';

interface PublishDialogProps {
  flowKey: string;
  xml: string;
  model: FlowModel;
  /** the newest published drawing, null before the first */
  before: FlowModel | null;
  basedOn: number;
  runningInstances: number;
  onClose: () => void;
  onPublished: (version: DefinitionVersion) => void;
  /** somebody published meanwhile: compare with that version */
  onTakeNewest: () => void;
}

/** What changes, whom it touches, why it is done; then it is published. */
export function PublishDialog(props: PublishDialogProps): ReactNode {
  const { flowKey, xml, model, before, basedOn, runningInstances } = props;
  const names = useNames();
  const noteId = useId();
  const [note, setNote] = useState('');
  const [asked, setAsked] = useState(false);
  const begins = useBegins(flowKey, xml, model);
  const changes = useMemo(() => describeChanges(before, model, names), [before, model, names]);
  const publish = useAct<{ xml: string; note: string; basedOn: number }, DefinitionVersion>(
    'publish',
    (api, body, idempotencyKey) => api.send('POST', `/definitions/${flowKey}/versions`, { body, idempotencyKey }),
    { onSuccess: props.onPublished },
  );
  const missing = asked && note.trim() === '';
  const submit = (): void => {
    setAsked(true);
    if (note.trim() !== '') publish.press({ xml, note: note.trim(), basedOn });
  };
  return (
    <Modal
      open
      width={640}
      title={`发布第 ${basedOn + 1} 版`}
      okText={`发布第 ${basedOn + 1} 版`}
      cancelText="再改改"
      confirmLoading={publish.isPending}
      okButtonProps={{ disabled: begins?.isPending }}
      onOk={submit}
      onCancel={props.onClose}
    >
      {publish.error && (
        <Refused
          error={publish.error}
          onTakeNewest={() => {
            publish.reset();
            props.onTakeNewest();
          }}
        />
      )}
      <section className="dialog-section">
        <h3>{basedOn === 0 ? '流程内容' : `和第 ${basedOn} 版相比`}</h3>
        <ChangeList changes={changes} />
      </section>
      <section className="dialog-section">
        <h3>对正在办理的事项</h3>
        <p className="quiet">
          {runningInstances === 0
            ? '现在没有正在办理的事项。发布后新开始的事项走新版本。'
            : `正在办理的 ${runningInstances} 件仍按原来的版本办完，不受影响；发布后新开始的事项走新版本。`}
        </p>
      </section>
      {begins && <BeginsSection begins={begins} />}
      <section className="dialog-section">
        <h3>
          <label htmlFor={noteId}>改动说明</label>
        </h3>
        <Input.TextArea
          id={noteId}
          rows={3}
          maxLength={500}
          showCount
          placeholder="例如：按市政府要求，司法局审核后增加分管局领导审核"
          value={note}
          status={missing ? 'error' : undefined}
          aria-invalid={missing}
          aria-describedby={`${noteId}-missing`}
          onChange={(event) => setNote(event.target.value)}
        />
        <p id={`${noteId}-missing`} className="field-problem field-problem-error" role="status">
          {missing ? '请写一句改动说明，以后在版本历史里能看到为什么改。' : ''}
        </p>
      </section>
    </Modal>
  );
}

function Refused({ error, onTakeNewest }: { error: Error; onTakeNewest: () => void }): ReactNode {
  const { title, detail } = explain(error);
  if (isProblem(error, 'stale'))
    return (
      <Alert
        className="dialog-alert"
        type="warning"
        showIcon
        title="刚才有人发布了新版本，你的修改还在，没有发布"
        description="先看看你的修改和新版本的差别，确认后再发布。"
        action={
          <Button size="small" onClick={onTakeNewest}>
            和最新版本比较
          </Button>
        }
      />
    );
  const findings = isProblem(error) ? ((error.extra['findings'] as Finding[] | undefined) ?? []) : [];
  const errors = findings.filter((finding) => finding.severity === 'error');
  return (
    <Alert
      className="dialog-alert"
      type="error"
      showIcon
      title={title}
      description={
        errors.length > 0 ? (
          <ul>
            {errors.map((finding) => (
              <li key={finding.message}>
                {finding.message} {finding.cure}
              </li>
            ))}
          </ul>
        ) : (
          detail
        )
      }
    />
  );
}
