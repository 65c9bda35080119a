import { useEffect, useRef, useState, type ReactNode } from 'react';
import { App, Form } from 'antd';
import { isProblem, type ActAnswer, type Evidence, type FormData, type TaskPage } from '@chengban/web';
import { useRefreshWork } from '../queries/refresh-work';
import { DraftingPanel } from './drafting-panel';
import { DraftLine } from './draft-line';
import { showFormErrors } from './form-errors';
import { isPrefill } from './prefill';
import { DoneNotice, RefusedNotice } from './notices';
import { ReviewPanel } from './review-panel';
import { TaskFacts } from './task-facts';
import { useDraft } from './use-draft';
import { useUploads } from './use-uploads';
import { useVerb, type Act } from './use-verb';
import { VerbBar } from './verb-bar';

interface Props {
  task: TaskPage;
  aside: ReactNode;
  refetch: () => Promise<unknown>;
}

/** The working tab: what is asked, the form or what was reported, the timeline, the verbs. */
export function HandlingForm({ task, aside, refetch }: Props): ReactNode {
  const start = task.draft ?? task.rounds.at(-1) ?? null;
  const revision = useRef(task.revision);
  const [form] = Form.useForm<FormData>();
  const [evidence, setEvidence] = useState<Evidence[]>(start?.evidence ?? []);
  const [evidenceError, setEvidenceError] = useState<string | null>(null);
  const [doneWith, setDoneWith] = useState<{ answer: ActAnswer; verb: Act['verb'] } | null>(null);
  const [refused, setRefused] = useState<unknown>(null);
  const { message } = App.useApp();
  const refresh = useRefreshWork();

  useEffect(() => {
    revision.current = Math.max(revision.current, task.revision);
  }, [task]);

  const open = task.status === 'open';
  const writable =
    open && task.purpose === 'draft' && task.offers.some((offer) => offer.verb === 'save' && offer.allowed);
  const content = (): { data: FormData; evidenceIds: string[] } => ({
    data: form.getFieldsValue(true) as FormData,
    evidenceIds: evidence.map((file) => file.id),
  });
  const draft = useDraft({
    taskId: task.id,
    enabled: writable,
    initialSavedAt: isPrefill(task) ? null : (task.draft?.savedAt ?? null),
    read: content,
    revision: () => revision.current,
    onSaved: (answer) => {
      revision.current = answer.instance.revision;
    },
    onRefused: setRefused,
  });
  const max = task.form.evidence?.max ?? 20;
  const uploads = useUploads(
    task.obligationId,
    () => max - evidence.length,
    (file) => {
      setEvidence((all) => [...all, file]);
      setEvidenceError(null);
      draft.changed();
    },
  );
  const verb = useVerb(task.id, () => revision.current, {
    onDone: (answer, name) => {
      revision.current = answer.instance.revision;
      draft.settle();
      setRefused(null);
      setDoneWith({ answer, verb: name });
      window.scrollTo({ top: 0 });
    },
    onRefused: (error) => {
      const shown = showFormErrors(form, task.form, isProblem(error) ? error.errors : []);
      setEvidenceError(shown.ofFiles);
      if (shown.any) void message.warning('还有内容没有填好，请按提示补充');
      else setRefused(error);
    },
  });
  const act = (one: Act): void => {
    setDoneWith(null);
    setRefused(null);
    verb.press(one);
  };

  const submit = async (): Promise<void> => {
    const missing = (task.form.evidence?.min ?? 0) > evidence.length;
    setEvidenceError(missing ? '请至少上传一份佐证材料' : null);
    const valid = await form.validateFields().then(
      () => true,
      () => false,
    );
    if (!valid || missing) return void message.warning('还有内容没有填好，请按提示补充');
    if (uploads.busy) return void message.warning('文件还在上传，请稍候再报送');
    await draft.save();
    act({ verb: 'submit', ...content() });
  };
  const refreshPage = async (): Promise<void> => {
    await refetch();
    refresh();
    setRefused(null);
    setDoneWith(null);
  };

  return (
    <>
      {doneWith && <DoneNotice {...doneWith} />}
      {!!refused && <RefusedNotice error={refused} onRefresh={() => void refreshPage()} />}
      <div className="two-columns">
        <div>
          <TaskFacts task={task} />
          {writable ? (
            <DraftingPanel
              task={task}
              form={form}
              initial={start?.data ?? {}}
              evidence={evidence}
              uploads={uploads}
              evidenceError={evidenceError}
              onChange={draft.changed}
              onBlur={() => void draft.save()}
              onRemove={(file) => {
                setEvidence((all) => all.filter((one) => one.id !== file.id));
                draft.changed();
              }}
            />
          ) : (
            <ReviewPanel task={task} />
          )}
        </div>
        <aside aria-label="办理进程">
          <section className="panel">
            <div className="panel-head">
              <h2>办理进程</h2>
            </div>
            {aside}
          </section>
        </aside>
      </div>
      {open && task.offers.length > 0 && !(doneWith && doneWith.verb !== 'claim' && doneWith.verb !== 'release') && (
        <VerbBar
          offers={task.offers}
          busy={verb.isPending ? verb.variables.verb : null}
          note={writable ? <DraftLine state={draft.state} savedAt={draft.savedAt} /> : holderLine(task)}
          onSave={() => {
            draft.changed();
            void draft.save();
          }}
          onSubmit={() => void submit()}
          onAct={act}
        />
      )}
    </>
  );
}

const holderLine = (task: TaskPage): ReactNode =>
  task.holder ? <span className="draft-line">{task.holder.name} 已签收</span> : null;
