import { useEffect, useRef, useState } from 'react';
import { App, Form } from 'antd';
import { isWritable } from '@chengban/domain';
import {
  done,
  firstGap,
  goToField,
  isProblem,
  writtenValues,
  type Evidence,
  type FormData,
  type TaskPage,
} from '@chengban/web';
import { useRefreshWork } from '../queries/refresh-work';
import { useAnswers } from '../rounds/answers';
import { showFormErrors } from './form-errors';
import { isPrefill } from './prefill';
import { useDraft, type DraftContent } from './use-draft';
import { useUploads } from './use-uploads';
import { afterWords } from '../verbs/after-words';
import { useSheets } from '../verbs/use-sheets';
import { STAYS, useVerb, type Act, type DoneWith } from './use-verb';

/** Everything that happens on the 办理 page: the draft, the files, the verbs, and what came of them. */
export function useHandling(task: TaskPage, refetch: () => Promise<unknown>) {
  const start = { data: task.draft?.data ?? task.data, evidence: (task.draft ?? task.rounds.at(-1))?.evidence ?? [] };
  const revision = useRef(task.revision);
  const [form] = Form.useForm<FormData>();
  const [evidence, setEvidence] = useState<Evidence[]>(start.evidence);
  const [evidenceError, setEvidenceError] = useState<string | null>(null);
  const [doneWith, setDoneWith] = useState<DoneWith | null>(null);
  const [refused, setRefused] = useState<unknown>(null);
  const [unsaved, setUnsaved] = useState<DraftContent | null>(null);
  const { message } = App.useApp();
  const refreshWork = useRefreshWork();
  const sheets = useSheets();

  useEffect(() => {
    revision.current = Math.max(revision.current, task.revision);
  }, [task]);

  const open = task.status === 'open';
  const writable = open && task.purpose === 'draft' && task.offers.some((one) => one.verb === 'save' && one.allowed);
  const reviews =
    open &&
    task.purpose === 'review' &&
    Object.values(task.access).some(isWritable) &&
    task.offers.some((one) => one.verb === 'approve' && one.allowed);
  const answers = useAnswers(task, writable);
  const content = (): DraftContent => ({
    data: writtenValues(task.form, task.access, form.getFieldsValue(true) as FormData, 'all'),
    evidenceIds: evidence.map((file) => file.id),
    answers: answers.list(),
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
    onDone: (ended) => {
      revision.current = ended.answer.instance.revision;
      sheets.hide();
      // the page stays as it is, with the task in it
      if (STAYS.has(ended.verb)) return void message.success(afterWords(ended.verb, done[ended.verb], ended.answer));
      draft.settle();
      setDoneWith(ended);
      window.scrollTo({ top: 0 });
    },
    onRefused: (error) => {
      // the sign-in page is over this one already; after signing in the same button is pressed again
      if (isProblem(error, 'not-signed-in')) return;
      const errors = isProblem(error) ? error.errors : [];
      if (sheets.refuse(error)) return;
      sheets.hide();
      if (answers.show(errors)) return void message.warning('还有问题没有回应，请逐条回应后再报送');
      const shown = showFormErrors(form, task.form, errors);
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
  /** Nothing was sent: what is missing is on the page, not on the sheet over it. */
  const warn = (words: string): void => {
    sheets.hide();
    void message.warning(words);
  };
  const firstUnfilled = (): Promise<(string | number)[] | undefined> =>
    form.validateFields().then(
      () => undefined,
      (refusal: { errorFields: { name: (string | number)[] }[] }) => firstGap(task.form, refusal.errorFields),
    );
  /** A decision, with the fields that the reviewer writes; only an approval needs all of them. */
  const decide = async (one: Act): Promise<void> => {
    if (!reviews || (one.verb !== 'approve' && one.verb !== 'return' && one.verb !== 'reject')) return act(one);
    const gap = one.verb === 'approve' ? await firstUnfilled() : undefined;
    if (gap) {
      goToField(form, gap);
      return warn('还有要由您填写的内容没有填好，请按提示补充');
    }
    act({ ...one, data: writtenValues(task.form, task.access, form.getFieldsValue(true) as FormData, 'some') });
  };
  const submit = async (chosen?: Record<string, string[]>): Promise<void> => {
    const missing = task.form.evidence.min > evidence.length;
    setEvidenceError(missing ? '请至少上传一份佐证材料' : null);
    const gap = await firstUnfilled();
    if (gap) goToField(form, gap);
    else if (missing)
      document.querySelector('.evidence-field')?.scrollIntoView({ behavior: 'smooth', block: 'center' });
    if (gap || missing) return warn('还有内容没有填好，请按提示补充');
    if (!answers.check()) return warn('还有问题没有回应，请逐条回应后再报送');
    if (uploads.busy) return warn('文件还在上传，请稍候再报送');
    if (await draft.save()) act({ verb: 'submit', ...content(), ...(chosen && { chosen }) });
    else warn('草稿还没有保存，暂时不能报送');
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
    answers.adopt(task.draft.answers);
    draft.settle();
    setUnsaved(null);
  };
  return {
    answers: {
      ...answers,
      set: (...change: Parameters<typeof answers.set>) => {
        answers.set(...change);
        draft.changed();
      },
      save: () => void draft.save(),
    },
    form,
    start,
    evidence,
    evidenceError,
    uploads,
    draft,
    verb,
    sheets,
    open,
    writable,
    reviews,
    doneWith,
    refused,
    unsaved,
    decide,
    submit,
    refresh,
    removeFile,
    adopt,
  };
}
