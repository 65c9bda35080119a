import {
  perform,
  refuseItems,
  validateForm,
  type Act,
  type Finding,
  type Json,
  type JsonObject,
  type Performed,
  type Refusal,
} from '@chengban/domain';
import { v7 } from 'uuid';
import type { Flow } from '../definitions/flows.read-model.js';
import { Problem } from '../http/problems/problem.js';
import type { Draft, TaskAct } from './act-request.js';
import type { Change, SavedDraft, Verdict } from './change.js';
import type { HistoryLine } from './history-chain.js';
import type { LockedTaskRow } from './lock-task.js';
import type { LockedTask } from './locked-state.js';
import { itemChange, refusePlaces } from './open-items.js';
import { Refused } from './refused.js';
import { settleChange } from './settle-change.js';

/**
 * The act on the locked rows: the domain decides, this turns its decision into rows.
 * @throws Refused with the domain's reason · Problem 422 with the fields that keep a form from being handed in
 */
export function performAct(
  request: TaskAct,
  locked: LockedTaskRow,
  flow: Flow,
  now: number,
): { change: Omit<Change, 'answer'>; performed: Performed } {
  const { instance, task, face, seats } = locked;
  const { actor, act, draft } = request;
  const context = {
    workflow: flow.workflow,
    marking: instance.marking,
    task,
    actor,
    drafterIds: instance.drafterIds,
    now,
  };
  const performed = perform(context, act);
  if (!performed.ok) throw refuse(performed.error, request, locked);
  const saidWrong = refuseItems(act, locked.openItems) ?? refusePlaces(act, flow.form, instance.round);
  if (saidWrong) throw refuse(saidWrong, request, locked);
  if (draft) checkEvidence(draft, locked.evidenceIds);
  if (draft && act.verb === 'submit') checkForm(flow, draft);
  const { round, marking, effects } = performed.value;
  const submits = act.verb === 'submit';
  const drafts = submits || act.verb === 'save';
  const knownDrafter = instance.drafterIds.includes(actor.personId);
  const line = lineOf(act, task, submits ? instance.round + 1 : 0);
  const settled = settleChange({
    workflow: flow.workflow,
    instance,
    face,
    seats,
    actorId: actor.personId,
    now,
    marking,
    effects,
    // a page saves by itself every few seconds: history keeps who drafted, not every keystroke
    line: act.verb === 'save' && knownDrafter ? null : line,
    drafterIds: drafts && !knownDrafter ? [...instance.drafterIds, actor.personId] : instance.drafterIds,
    round: submits ? instance.round + 1 : instance.round,
    ...(act.verb === 'return' ? { returned: act.reason } : {}),
  });
  const change = {
    ...settled,
    task: {
      id: task.id,
      status: performed.value.task.status as 'open' | 'completed',
      holderId: performed.value.task.holderId,
    },
    firedTimerId: null,
    doneJobId: null,
    newRound: submits && draft ? { no: instance.round + 1, ...draft } : null,
    verdict: verdictOf(act, locked, round !== null),
    draft: draftOf(act, draft),
    items: itemChange(act, task.id, instance.round),
  };
  return { change, performed: performed.value };
}

const refuse = (refusal: Refusal, { actor, seen }: TaskAct, { instance }: LockedTaskRow): Refused =>
  new Refused(refusal, { tenant: actor.tenant, id: instance.id, seen });

function lineOf(
  act: Act,
  { id: taskId, nodeId, token }: LockedTask,
  round: number,
): Pick<HistoryLine, 'verb' | 'nodeId' | 'event' | 'text'> {
  const text =
    act.verb === 'return'
      ? act.reason.trim()
      : act.verb === 'approve'
        ? (act.opinion ?? '').trim()
        : round > 0
          ? `第 ${round} 轮`
          : '';
  const event = { type: 'act', taskId, token, act: act as unknown as Json } satisfies JsonObject;
  return { verb: act.verb, nodeId, event, text };
}

function verdictOf(act: Act, { instance, task }: LockedTaskRow, final: boolean): Verdict | null {
  if ((act.verb !== 'approve' && act.verb !== 'return') || instance.round === 0) return null;
  const reason = act.verb === 'return' ? act.reason.trim() : (act.opinion ?? '').trim();
  return { id: v7(), roundNo: instance.round, taskId: task.id, nodeId: task.nodeId, verdict: act.verb, reason, final };
}

const draftOf = (act: Act, draft: Draft | undefined): SavedDraft | 'drop' | null =>
  act.verb === 'save' && draft ? draft : act.verb === 'submit' ? 'drop' : null;

function checkEvidence(draft: Draft, known: readonly string[]): void {
  const strangers = draft.evidenceIds.filter((id) => !known.includes(id));
  if (strangers.length === 0) return;
  throw evidenceNotFound(strangers);
}

/** @param ids which ones, where that is known */
export const evidenceNotFound = (ids: readonly string[]): Problem =>
  new Problem({
    status: 422,
    code: 'evidence-not-found',
    title: `有${ids.length > 0 ? ` ${ids.length} 个` : ''}附件不存在，或者不属于这个承办事项`,
    detail: '请刷新页面，重新上传附件后再试。',
    field: 'evidenceIds',
    extra: { evidenceIds: ids },
  });

function checkForm(flow: Flow, draft: Draft): void {
  const errors = validateForm(flow.form, draft.data, draft.evidenceIds.length)
    .filter((finding) => finding.severity === 'error')
    .map((finding) => ({ field: fieldOf(finding), message: finding.message }));
  if (errors.length === 0) return;
  throw new Problem({
    status: 422,
    code: 'form-incomplete',
    title: '填写的内容还不能报送',
    detail: errors.map((error) => error.message).join('；'),
    ...(errors[0] ? { field: errors[0].field } : {}),
    errors,
  });
}

const fieldOf = (finding: Finding): string => finding.at?.property ?? '';
