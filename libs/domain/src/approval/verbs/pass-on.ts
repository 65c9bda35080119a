import { nodeInfo } from '../../run/node-info.js';
import type { Refusal } from '../../shared/refusal.js';
import { fail, ok } from '../../shared/result.js';
import type { ActContext, MatterContext, Performed, TaskAct } from '../act.js';
import type { Outcome } from '../perform.js';
import * as refusals from '../refusals.js';
import { delegationUnderWay, principalAt } from '../standing/find-seat.js';
import type { FoundSeat } from '../standing/find-seat.js';
import type { Delegation, Sitting } from '../standing/standing.js';
import { changeSeat } from './hold.js';

type ActOf<Verb extends TaskAct['verb']> = Extract<TaskAct, { readonly verb: Verb }>;

/** 转办: the person changes, the seat stays. */
export function transfer(context: ActContext, found: FoundSeat, { toId }: ActOf<'transfer'>): Outcome {
  const refused = refuseOther(context, found, toId) ?? refuseOutsider(context, found, toId);
  if (refused !== null) return fail(refused);
  return ok(changeSeat(context, found, { candidateIds: [toId], holderId: undefined, fallback: undefined }));
}

/** 委派: another writes an opinion, then it comes back to the one who decides. */
export function delegate(context: ActContext, found: FoundSeat, { toId, reason }: ActOf<'delegate'>): Outcome {
  const refused = refuseOther(context, found, toId);
  if (refused !== null) return fail(refused);
  const { actor, now } = context;
  const words = reason.trim();
  const principal = principalAt(found.seat, actor);
  const delegation: Delegation = {
    byId: actor.personId,
    ...(principal !== null && principal !== actor.personId && { forId: principal }),
    toId,
    at: now,
    back: { candidateIds: found.seat.candidateIds },
    ...(words !== '' && { reason: words }),
  };
  const delegations = [...(found.seat.delegations ?? []), delegation];
  return ok(changeSeat(context, found, { candidateIds: [toId], holderId: undefined, delegations }));
}

/** 回复委派 */
export function reply(context: ActContext, found: FoundSeat, { opinion }: ActOf<'reply'>): Performed {
  const under = delegationUnderWay(found.seat);
  if (under === null) throw new Error('judge lets nobody reply without a delegation');
  const answered: Delegation = { ...under, backAt: context.now, opinion: opinion.trim() };
  const delegations = [...(found.seat.delegations ?? []).slice(0, -1), answered];
  const { candidateIds } = under.back;
  // whoever delegated may have left meanwhile, and handed over
  const holderId = candidateIds.includes(under.forId ?? under.byId) ? under.byId : undefined;
  return changeSeat(context, found, { candidateIds, holderId, delegations });
}

/** A draft is seen inside its unit only, so it is not passed out of it. */
function refuseOutsider({ workflow, mayDraft }: ActContext, { sitting }: FoundSeat, toId: string): Refusal | null {
  const drafts = nodeInfo(workflow, sitting.nodeId)?.purpose === 'draft';
  return drafts && mayDraft?.(toId) === false ? refusals.outsideUnit() : null;
}

/** Who passes a seat on cannot mean oneself. */
function refuseOther(context: ActContext, found: FoundSeat, toId: string): Refusal | null {
  if (toId === context.actor.personId && found.seat.candidateIds.includes(toId)) return refusals.samePerson();
  return refuseReceiver(context, found, toId);
}

/** Why a person cannot get a seat, or null: the one who drafted never reviews, nobody sits twice. */
export function refuseReceiver(context: MatterContext, { sitting, seat }: FoundSeat, toId: string): Refusal | null {
  const { known, standing, workflow } = context;
  if (known !== undefined && !known.has(toId)) return { ...refusals.notInDirectory(), field: 'toId' };
  if (seat.candidateIds.length === 1 && seat.candidateIds[0] === toId) return refusals.samePerson();
  const reviews = nodeInfo(workflow, sitting.nodeId)?.purpose !== 'draft';
  if (reviews && standing.drafterIds.includes(toId)) return { ...refusals.drafterChosen(), field: 'toId' };
  return sitsElsewhere(sitting, seat.id, toId) ? { ...refusals.alreadySeated(), field: 'toId' } : null;
}

/** Alone at another seat, or done there: a pool of candidates is no seat of one's own. */
export const sitsElsewhere = ({ seats }: Sitting, seat: number | null, personId: string): boolean =>
  seats.some(
    ({ id, status, candidateIds, decision, holderId }) =>
      id !== seat &&
      status !== 'removed' &&
      (decision === undefined
        ? holderId === personId || (candidateIds.length === 1 && candidateIds[0] === personId)
        : decision.by === personId || decision.forId === personId),
  );
