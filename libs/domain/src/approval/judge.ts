import { NODE_VERBS } from '../bpmn/model/approval.js';
import type { NodeVerb } from '../bpmn/model/approval.js';
import type { NodeInfo } from '../run/node-info.js';
import { nodeInfo } from '../run/node-info.js';
import { completed, notActive } from '../run/refusals.js';
import type { Refusal } from '../shared/refusal.js';
import type { ActContext, TaskVerb } from './act.js';
import { offeredAt } from './offered-at.js';
import * as refusals from './refusals.js';
import { delegationUnderWay, findSeat, hasDecided, principalAt } from './standing/find-seat.js';
import type { FoundSeat } from './standing/find-seat.js';
import { judgeReturn } from './verbs/return.js';

const DRAFTING: ReadonlySet<TaskVerb> = new Set(['claim', 'release', 'save', 'submit', 'transfer']);
const REVIEWING: ReadonlySet<TaskVerb> = new Set<TaskVerb>([
  'claim',
  'release',
  'approve',
  'return',
  'reject',
  'transfer',
  'delegate',
  'reply',
  'addSigner',
  'removeSigner',
]);
/** What a person to whom a task was delegated may do with it. */
const DELEGATED: ReadonlySet<TaskVerb> = new Set<TaskVerb>(['claim', 'release', 'reply']);
/** What says something about the work itself, which its drafter must not. */
const JUDGING: ReadonlySet<TaskVerb> = new Set<TaskVerb>([
  'claim',
  'approve',
  'return',
  'reject',
  'delegate',
  'reply',
  'addSigner',
]);
const DECIDING: ReadonlySet<TaskVerb> = new Set<TaskVerb>(['claim', 'approve', 'return', 'reject']);

/** Why a verb is refused here and now, or null. The one place that decides: offers show it, `perform` obeys it. */
export function judge(context: ActContext, verb: TaskVerb): Refusal | null {
  const { workflow, standing, taskStatus = 'open' } = context;
  if (taskStatus !== 'open') return refusals.taskClosed(taskStatus);
  if (standing.marking.status === 'completed') return completed();
  const found = findSeat(standing, context.seat);
  if (found === null) return refusals.taskClosed('cancelled');
  const node = nodeInfo(workflow, found.sitting.nodeId);
  if (node?.kind !== 'userTask') return notActive(node?.name ?? found.sitting.nodeId);
  if (found.seat.status === 'waiting') return refusals.notYourTurn();
  if (found.seat.status !== 'open') return refusals.taskClosed(found.seat.decision ? 'completed' : 'cancelled');
  return refusePerson(context, verb, found, node) ?? refuseVerb(context, verb, found, node);
}

function refusePerson(
  context: ActContext,
  verb: TaskVerb,
  { sitting, seat }: FoundSeat,
  node: NodeInfo,
): Refusal | null {
  const { actor, standing } = context;
  const principal = principalAt(seat, actor);
  const drafting = node.purpose === 'draft';
  const drafted = !drafting && JUDGING.has(verb) && standing.drafterIds.includes(actor.personId);
  // whoever drafted was passed over when people were sought, and is told so
  if (principal === null) return drafted ? refusals.drafterCannotReview() : refusals.notCandidate();
  if (!(drafting ? DRAFTING : REVIEWING).has(verb)) return refusals.wrongVerb(drafting);
  const held = refuseHolder(context, verb, seat.holderId ?? null, principal);
  if (held !== null) return held;
  if (drafting) return null;
  const persons = [actor.personId, principal];
  if (JUDGING.has(verb) && persons.some((id) => standing.drafterIds.includes(id)))
    return refusals.drafterCannotReview();
  if (DECIDING.has(verb) && persons.some((id) => hasDecided(sitting, id))) return refusals.decidedAlready();
  return null;
}

/** An unclaimed task may be acted on directly by any candidate: acting claims it. */
function refuseHolder(
  { actor }: ActContext,
  verb: TaskVerb,
  holderId: string | null,
  principal: string,
): Refusal | null {
  if (holderId === null) return verb === 'release' ? refusals.notClaimed() : null;
  if (holderId !== actor.personId && holderId !== principal) return refusals.heldByAnother();
  return verb === 'claim' ? refusals.alreadyHeld() : null;
}

function refuseVerb(context: ActContext, verb: TaskVerb, { sitting, seat }: FoundSeat, node: NodeInfo): Refusal | null {
  const delegation = delegationUnderWay(seat);
  if (delegation !== null && !DELEGATED.has(verb)) return refusals.delegatedOnly();
  if (delegation === null && verb === 'reply') return refusals.notDelegated();
  if (isNarrowed(verb) && !offeredAt(context.workflow, node.id, verb)) return refusals.notAtThisNode();
  if (verb === 'release' && seat.candidateIds.length === 1) return refusals.onlyCandidate();
  if (verb === 'return') return judgeReturn(context, sitting);
  if (verb === 'removeSigner' && !sitting.seats.some((each) => isRemovable(each, context)))
    return refusals.nobodyToRemove();
  return null;
}

const isNarrowed = (verb: TaskVerb): verb is TaskVerb & NodeVerb => NARROWED.has(verb);
const NARROWED: ReadonlySet<string> = new Set<NodeVerb>(NODE_VERBS);

/** One's own added signers who have not acted. */
const isRemovable = (
  { asked, status, delegations }: FoundSeat['seat'],
  { actor }: Pick<ActContext, 'actor'>,
): boolean =>
  asked?.byId === actor.personId && (status === 'open' || status === 'waiting') && delegations === undefined;
