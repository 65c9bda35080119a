import {
  accessAt,
  checkEvidence,
  checkFields,
  fillIn,
  isWritable,
  nothingRequired,
  referencesIn,
  withRowKeys,
  type Finding,
  type FormDefinition,
  type FormNode,
  type FormSurroundings,
  type JsonObject,
  type TaskAct as ActOnTask,
} from '@chengban/domain';
import { Problem } from '../http/problems/problem.js';
import type { Draft } from './act-request.js';

/** What an act fills in. The form is the matter's: a drafting task and a review lay theirs over what is there. */
export interface FilledForm {
  /** the act with the matter's data for the conditions that follow */
  readonly act: ActOnTask;
  /** of the matter afterwards: what a round is made of */
  readonly data: JsonObject;
  /** what the actor wrote: what a draft or a verdict keeps */
  readonly own: JsonObject;
  /** files that fields of the data name */
  readonly fileIds: readonly string[];
  /** what keeps the act from being carried out, by place */
  readonly findings: readonly Finding[];
}

export interface FillingAct {
  readonly act: ActOnTask;
  /** with `save` and `submit` */
  readonly draft?: Draft;
  /** with `approve`, `return` and `reject`: the fields that the reviewer writes */
  readonly data?: JsonObject;
}

/** Only what cannot be written keeps a draft from being saved: it may be as unfinished as it is. */
const KEEPS_FROM_SAVING = new Set(['field-not-writable', 'row-not-writable']);

/**
 * Lays what an act fills in over the matter's data and holds it against the form, as far as its task may write.
 * @param before the matter's data, from the marking
 * @returns null where the act fills in nothing
 */
export function fillForm(
  { act, draft, data }: FillingAct,
  node: FormNode,
  form: FormDefinition,
  before: JsonObject,
  around: FormSurroundings,
): FilledForm | null {
  const drafts = act.verb === 'save' || act.verb === 'submit';
  if (!drafts && act.verb !== 'approve' && act.verb !== 'return' && act.verb !== 'reject') return null;
  const access = accessAt(form, node);
  const writes = Object.values(access).some(isWritable);
  if (!drafts && data === undefined && !writes) return null;
  const given = (drafts ? draft?.data : data) ?? {};
  const filled = fillIn(form, access, withRowKeys(form, before), given, drafts ? 'all' : 'some');
  const asked = act.verb === 'submit' || act.verb === 'approve' ? access : nothingRequired(access);
  const findings =
    act.verb === 'save'
      ? filled.findings.filter(({ code }) => KEEPS_FROM_SAVING.has(code))
      : [
          ...filled.findings,
          ...checkFields(form, filled.data, asked, around),
          ...(act.verb === 'submit' ? checkEvidence(form, draft?.evidenceIds.length ?? 0) : []),
        ];
  const isWritten = act.verb === 'submit' || (act.verb !== 'save' && Object.keys(filled.own).length > 0);
  return {
    act: isWritten ? withForm(act, filled.data) : act,
    data: filled.data,
    own: filled.own,
    fileIds: referencesIn(form, filled.data).files,
    findings,
  };
}

function withForm(act: ActOnTask, form: JsonObject): ActOnTask {
  switch (act.verb) {
    case 'submit':
    case 'approve':
    case 'return':
    case 'reject':
      return { ...act, variables: { ...act.variables, form } };
    default:
      return act;
  }
}

/** @throws Problem 422 with what is wrong, field by field and cell by cell (`sessions/2/people`) */
export function refuseForm(filled: FilledForm | null): void {
  const errors = (filled?.findings ?? []).map(({ at, message }) => ({ field: at?.property ?? '', message }));
  const [first] = errors;
  if (first === undefined) return;
  const refused = filled?.findings.some(({ code }) => KEEPS_FROM_SAVING.has(code)) === true;
  throw new Problem({
    status: 422,
    code: refused ? 'field-not-writable' : 'form-incomplete',
    title: refused ? '有的内容不能在这个环节填写' : (TITLES[filled?.act.verb ?? ''] ?? '填写的内容还不能提交'),
    detail: errors.map((error) => error.message).join('；'),
    field: first.field,
    errors,
  });
}

const TITLES: Readonly<Record<string, string>> = {
  submit: '填写的内容还不能报送',
  approve: '要由您填写的内容还没有填好',
};
