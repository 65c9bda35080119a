import type { ReactNode } from 'react';
import type { FormInstance } from 'antd';
import { formatInstant, SchemaForm, type Evidence, type FormData, type TaskPage } from '@chengban/web';
import { Panel } from '../page/panel';
import { AnswersAtField, AnswersSummary, OtherAnswers } from '../rounds/answers-here';
import { isPrefill } from './prefill';
import { EvidenceField } from './evidence-field';
import type { useUploads } from './use-uploads';

interface Props {
  task: TaskPage;
  form: FormInstance;
  initial: FormData;
  evidence: Evidence[];
  uploads: ReturnType<typeof useUploads>;
  evidenceError: string | null;
  onChange: () => void;
  onBlur: () => void;
  onRemove: (file: Evidence) => void;
}

/** Writing: why it came back, if it did; the form, filled with the last round; the files. */
export function DraftingPanel({
  task,
  form,
  initial,
  evidence,
  uploads,
  evidenceError,
  onChange,
  onBlur,
  onRemove,
}: Props): ReactNode {
  const last = task.rounds.at(-1);
  return (
    <Panel title={task.form.title}>
      {last?.outcome === 'returned' && (
        <div className="decision decision-amber" role="note" aria-label="退回原因">
          <strong>第 {last.no} 轮被退回，请修改后重新报送</strong>
          <p>{last.reason}</p>
          <small>
            {last.decidedBy?.name ?? '系统'} · {formatInstant(last.decidedAt)}
            {isPrefill(task) && ' · 已带入上一轮填写的内容'}
          </small>
        </div>
      )}
      <AnswersSummary form={task.form} rounds={task.rounds} />
      <SchemaForm
        definition={task.form}
        form={form}
        access={task.access}
        initial={initial}
        onChange={onChange}
        onBlur={onBlur}
        below={({ field }) => <AnswersAtField field={field} form={task.form} />}
      />
      <EvidenceField
        evidence={evidence}
        uploads={uploads}
        required={task.form.evidence.min > 0}
        error={evidenceError}
        onRemove={onRemove}
      />
      <OtherAnswers form={task.form} files={evidence} rounds={task.rounds} />
    </Panel>
  );
}
