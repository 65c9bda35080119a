import { useEffect, useRef, useState } from 'react';
import { App, Form } from 'antd';
import { goToField, isProblem, type ActAnswer, type Evidence, type FormData, type TaskPage } from '@chengban/web';
import { useRefreshWork } from '../queries/refresh-work';
import { showFormErrors } from './form-errors';
import { isPrefill } from './prefill';
import { useDraft, type DraftContent } from './use-draft';
import { useUploads } from './use-uploads';
import { useVerb, type Act } from './use-verb';

/** Everything that happens on the 办理 page: the draft, the files, the verbs, and what came of them. */
export function useHandling(task: TaskPage, refetch: () => Promise<unknown>) {
  const start = task.draft ?? task.rounds.at(-1) ?? null;
  const revision = useRef(task.revision);
  const [form] = Form.useForm<FormData>();
  const [evidence, setEvidence] = useState<Evidence[]>(start?.evidence ?? []);
  const [evidenceError, setEvidenceError] = useState<string | null>(null);
  const [doneWith, setDoneWith] = useState<{ answer: ActAnswer; verb: Act['verb'] } | null>(null);
  const [refused, setRefused] = useState<unknown>(null);
  const [unsaved, setUnsaved] = useState<DraftContent | null>(null);
  const { message } = App.useApp();
  const refreshWork = useRefreshWork();

  useEffect(() => {
    revision.current = Math.max(revision.current, task.revision);
  }, [task]);

  const open = task.status === 'open';
  const writable = open && task.purpose === 'draft' && task.offers.some((one) => one.verb === 'save' && one.allowed);
  const content = (): DraftContent => ({
    data: ownFields(task.form, form.getFieldsValue(true) as FormData),
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
  const uploads = useUploads(
    task.obligationId,
    () => task.form.evidence.max - evidence.length,
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
      setDoneWith({ answer, verb: name });
      window.scrollTo({ top: 0 });
    },
    onRefused: (error) => {
      // the sign-in page is over this one already; after signing in the same button is pressed again
      if (isProblem(error, 'not-signed-in')) return;
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
    const missing = task.form.evidence.min > evidence.length;
    setEvidenceError(missing ? '请至少上传一份佐证材料' : null);
    const gaps = await form.validateFields().then(
      () => [],
      (refusal: { errorFields: { name: (string | number)[] }[] }) => refusal.errorFields,
    );
    if (gaps[0]) goToField(form, gaps[0].name);
    else if (missing)
      document.querySelector('.evidence-field')?.scrollIntoView({ behavior: 'smooth', block: 'center' });
    if (gaps.length > 0 || missing) return void message.warning('还有内容没有填好，请按提示补充');
    if (uploads.busy) return void message.warning('文件还在上传，请稍候再报送');
    if (await draft.save()) act({ verb: 'submit', ...content() });
    else void message.warning('草稿还没有保存，暂时不能报送');
  };
  /** Shows what is true now and keeps what was typed: in the form if it may still be written, else beside it. */
  const refresh = async (): Promise<void> => {
    setUnsaved(draft.unsaved() ? content() : null);
    await refetch();
    refreshWork();
    draft.resume();
    setRefused(null);
    setDoneWith(null);
  };
  const removeFile = (file: Evidence): void => {
    setEvidence((all) => all.filter((one) => one.id !== file.id));
    draft.changed();
  };
  /** takes over what a colleague saved, in place of what stands in the form */
  const adopt = (): void => {
    if (!task.draft) return;
    form.setFieldsValue(task.draft.data);
    setEvidence(task.draft.evidence);
    draft.settle();
    setUnsaved(null);
  };
  return {
    form,
    start,
    evidence,
    evidenceError,
    uploads,
    draft,
    verb,
    open,
    writable,
    doneWith,
    refused,
    unsaved,
    act,
    submit,
    refresh,
    removeFile,
    adopt,
  };
}

/** Only what this form asks for: a round filled in with another version may carry more. */
function ownFields({ schema }: TaskPage['form'], values: FormData): FormData {
  return Object.fromEntries(Object.entries(values).filter(([name]) => Object.hasOwn(schema.properties, name)));
}
