import {
  delegationUnderWay,
  findSeat,
  formIn,
  nodeInfo,
  perform,
  type JsonObject,
  type Performed,
  type Refusal,
  type TaskAct as ActOnTask,
} from '@chengban/domain';
import { v7 } from 'uuid';
import type { Flow } from '../definitions/flows.read-model.js';
import { Problem } from '../http/problems/problem.js';
import type { Draft, TaskAct } from './act-request.js';
import { actingAs, sceneOf, textOf } from './act-scene.js';
import type { Cast } from './casting.js';
import type { Change, SavedDraft, Verdict } from './change.js';
import { fillForm, refuseForm, type FilledForm } from './check-form.js';
import type { FormSurroundings } from '@chengban/domain';
import type { HistoryLine } from './history-chain.js';
import type { LockedTaskRow } from './lock-task.js';
import { copiesOf } from './copies-of.js';
import { standingOf } from './locked-state.js';
import { itemChange, refusePlaces } from './open-items.js';
import { passedOn } from './passed-on.js';
import type { ActEvent } from './replay.js';
import { Refused } from './refused.js';
import { settleChange } from './settle-change.js';

/** What an act on the locked rows comes to, before it becomes rows. */
export interface Acted {
  readonly performed: Performed;
  readonly filled: FilledForm | null;
  readonly as: { readonly as?: string };
}

/**
 * Carries the act out on the locked rows. Pure, and taken again when somebody has to be looked up first.
 * @throws Refused with the domain's reason · Problem 422 with the fields that keep a form from being handed in
 */
export function carryOut(
  request: TaskAct,
  locked: LockedTaskRow,
  flow: Flow,
  now: number,
  cast: Cast,
  around: FormSurroundings,
): Acted {
  const { instance, task } = locked;
  const { actor, draft } = request;
  const scene = sceneOf(instance, flow, actor, cast, now);
  const node = nodeInfo(flow.workflow, task.nodeId) ?? { purpose: task.purpose };
  const filled = fillForm(request, node, flow.form, formIn(instance.marking.variables), around);
  const act: ActOnTask = filled?.act ?? request.act;
  const done = perform({ ...scene, seat: task.seat, taskStatus: task.status, openItems: locked.openItems }, act);
  if (!done.ok) throw refuse(done.error, request, locked);
  const misplaced = refusePlaces(act, flow.form, instance.round);
  if (misplaced) throw refuse(misplaced, request, locked);
  if (draft) checkEvidence(draft, locked.evidenceIds);
  refuseForm(filled);
  return { performed: done.value, filled, as: actingAs(scene, task) };
}

/** The domain's decision as the rows of one command. */
export function changeOf(
  { act: asked, actor, draft }: TaskAct,
  { instance, task, face }: LockedTaskRow,
  flow: Flow,
  now: number,
  cast: Cast,
  { performed, filled, as }: Acted,
): Omit<Change, 'answer'> {
  const act = filled?.act ?? asked;
  const { round, standing, decisions } = performed;
  const submits = act.verb === 'submit';
  const savedAgain =
    act.verb === 'save' && instance.drafterIds.includes(actor.personId) && task.holderId === actor.personId;
  const event: ActEvent = { type: 'act', seat: task.seat, token: task.token, ...as, act };
  const text = submits ? `第 ${standing.round} 轮` : textOf(act, cast);
  const line: Pick<HistoryLine, 'verb' | 'nodeId' | 'event' | 'text'> = {
    verb: act.verb,
    nodeId: task.nodeId,
    event: event as unknown as JsonObject,
    text,
  };
  const isReturned = round?.type === 'decided' && round.verdict === 'return';
  const settled = settleChange({
    workflow: flow.workflow,
    instance,
    face,
    cast,
    actorId: actor.personId,
    now,
    performed,
    // a page saves by itself every few seconds: history keeps who drafted and who holds it, not every keystroke
    line: savedAgain ? null : line,
    ...(isReturned && { returned: round.reason ?? '' }),
    told: [
      ...passedOn(
        { instanceId: instance.id, face, actorId: actor.personId },
        act,
        task,
        actor.name,
        delegatorsOf(instance, task.seat),
      ),
      ...copiesOf(flow, instance, cast, performed),
    ],
  });
  const files = draft && { evidenceIds: draft.evidenceIds };
  return {
    ...settled,
    firedTimerId: null,
    doneJobId: null,
    newRound:
      submits && files
        ? { no: standing.round, data: filled?.data ?? draft.data, ...files, fileIds: filled?.fileIds ?? [] }
        : null,
    verdicts: decisions.flatMap((decision) => verdictOf(decision, standing.round, task.id, performed, filled)),
    draft: draftOf(act, task.id, draft && { ...draft, data: filled?.own ?? draft.data }),
    items: itemChange(act, task.id, instance.round),
  };
}

function delegatorsOf(instance: LockedTaskRow['instance'], seat: number): readonly string[] {
  const found = findSeat(standingOf(instance), seat);
  const under = found && delegationUnderWay(found.seat);
  return under ? [under.byId] : [];
}

const refuse = (refusal: Refusal, { actor, seen }: TaskAct, { instance }: LockedTaskRow): Refused =>
  new Refused(refusal, { tenant: actor.tenant, id: instance.id, seen });

/** What a reviewer said about the round, a vote among others included; the last one of the act is final if it decided. */
function verdictOf(
  { verb, nodeId, text = '', by, forId, repeats }: Performed['decisions'][number],
  roundNo: number,
  taskId: string,
  { round, decisions }: Performed,
  filled: FilledForm | null,
): Verdict[] {
  if (verb === 'submit' || roundNo === 0) return [];
  const final = round?.type === 'decided' && decisions.at(-1)?.nodeId === nodeId && decisions.at(-1)?.by === by;
  const reason = final ? (round.reason ?? text) : text;
  const who = { personId: by, forId: forId ?? null, repeats: repeats ?? null };
  const data = repeats === undefined && filled && Object.keys(filled.own).length > 0 ? filled.own : null;
  const verdict = final ? round.verdict : verb;
  return [
    { id: v7(), roundNo, taskId: repeats === undefined ? taskId : null, nodeId, verdict, reason, data, final, ...who },
  ];
}

function draftOf(act: ActOnTask, taskId: string, draft: SavedDraft | undefined): Change['draft'] {
  if (act.verb === 'submit') return { taskId, kept: null };
  return act.verb === 'save' && draft ? { taskId, kept: draft } : null;
}

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
