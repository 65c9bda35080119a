import { nodeInfo } from '../../run/node-info.js';
import { completed } from '../../run/refusals.js';
import { putBack } from '../../run/put-back.js';
import type { Refusal } from '../../shared/refusal.js';
import { fail, ok } from '../../shared/result.js';
import type { Result } from '../../shared/result.js';
import type { Advanced, MatterContext, Performed } from '../act.js';
import type { Outcome } from '../perform.js';
import * as refusals from '../refusals.js';
import { reseat, withSeat } from '../seats/reseat.js';
import { advance } from '../standing/advance.js';
import { comeBack } from '../standing/aside.js';
import type { Aside, Seat, Sitting, TrailStep } from '../standing/standing.js';
import { undoing } from '../standing/undoing.js';

/** What a person could take back: a vote, a step of the flow, or a return. */
type Found =
  | { readonly kind: 'vote'; readonly sitting: Sitting; readonly seat: Seat }
  | { readonly kind: 'step'; readonly at: number; readonly step: TrailStep & { readonly sitting: Sitting } }
  | { readonly kind: 'return'; readonly aside: Aside };

/** Why there is nothing that this person can take back, or null. */
export function judgeWithdraw(context: MatterContext): Refusal | null {
  const done = withdraw(context);
  return done.ok ? null : done.error;
}

/** 撤回: one's own last decision, while nobody has taken up what came of it. */
export function withdraw(context: MatterContext): Outcome {
  const { standing } = context;
  if (standing.marking.status === 'completed') return fail(completed());
  const found = ownLast(context);
  if (!found.ok) return found;
  const { value } = found;
  switch (value.kind) {
    case 'vote':
      return takeVoteBack(context, value.sitting, value.seat);
    case 'step':
      return takeStepBack(context, value.at, value.step);
    case 'return': {
      const back = comeBack(context, value.aside, {}, null);
      if (back === null) return fail(refusals.withdrawTooLate());
      return ok(performed(back, { type: 'takenBack', what: 'verdict' }));
    }
  }
}

const performed = (advanced: Advanced, round: Performed['round']): Performed => ({ ...advanced, round, decisions: [] });

function ownLast({ standing, actor }: MatterContext): Result<Found, Refusal> {
  const isOwn = (by: string | undefined): boolean => by === actor.personId;
  const aside = standing.asides.findLast(({ by }) => isOwn(by));
  if (aside !== undefined) {
    const sitting = standing.sittings.find(({ token }) => token === aside.token);
    if (sitting !== undefined)
      return isUntouched(sitting, actor.personId) ? ok({ kind: 'return', aside }) : fail(refusals.withdrawTooLate());
  }
  for (const sitting of standing.sittings) {
    const seat = sitting.seats.findLast(({ decision }) => isOwn(decision?.by) && decision?.repeats === undefined);
    if (seat !== undefined) return ok({ kind: 'vote', sitting, seat });
  }
  const at = standing.trail.findLastIndex(({ sitting, by }) => sitting !== undefined && isOwn(by));
  const step = standing.trail[at];
  if (step?.sitting === undefined) return fail(refusals.nothingToWithdraw());
  return ok({ kind: 'step', at, step: { ...step, sitting: step.sitting } });
}

/** A vote in a sitting that goes on: whose turn came by it must not have acted. */
function takeVoteBack({ standing, workflow, actor }: MatterContext, sitting: Sitting, seat: Seat): Outcome {
  const rule = nodeInfo(workflow, sitting.nodeId)?.seats;
  const seats = withSeat(sitting.seats, seat.id, { decision: undefined, status: 'open', holderId: actor.personId });
  const reseated = reseat(standing, rule, sitting, seats);
  const after = reseated.standing.sittings.find(({ token }) => token === sitting.token);
  const overtaken = sitting.seats.some((each) => {
    if (each.id === seat.id || each.status === 'waiting' || each.status === 'removed') return false;
    const next = after?.seats.find(({ id }) => id === each.id);
    const loses = next?.status !== each.status;
    return loses && (each.holderId !== undefined || each.delegations !== undefined);
  });
  const followed = sitting.seats.some(
    (each) =>
      each.decision !== undefined &&
      each.id !== seat.id &&
      each.decision.at > (seat.decision?.at ?? 0) &&
      dependsOn(rule?.mode, each, seat),
  );
  if (overtaken || followed) return fail(refusals.withdrawTooLate());
  return ok({ ...reseated, effects: [], round: null, decisions: [] });
}

const dependsOn = (mode: string | undefined, later: Seat, earlier: Seat): boolean =>
  mode === 'sequence' ||
  later.asked?.by === earlier.id ||
  (later.asked !== undefined && later.asked.group === earlier.asked?.group);

/** A step of the flow: nobody may have taken up what it opened. */
function takeStepBack(
  context: MatterContext,
  at: number,
  { sitting, sent, wrote, verb }: TrailStep & { readonly sitting: Sitting },
): Outcome {
  const { standing, workflow, now, actor } = context;
  const undone = undoing(standing.trail, at);
  if (undone.steps.length > 1) return fail(refusals.withdrawTooLate());
  if (sent) return fail(refusals.withdrawSent());
  const opened = standing.sittings.filter(({ token }) => undone.touched.has(token));
  if (!opened.every((each) => isUntouched(each, actor.personId))) return fail(refusals.withdrawTooLate());
  const exchange = { pieces: undone.pieces, gone: undone.gone, done: null, variables: wrote ?? {}, to: sitting.nodeId };
  const put = putBack(workflow, standing.marking, exchange, now);
  if (!put.ok) return put;
  const trail = standing.trail.filter((_, index) => index !== at);
  const kept = reopened(sitting, actor.personId);
  const advanced = advance({ ...context, standing: { ...standing, trail } }, put.value, null, [kept]);
  return ok(performed(advanced, { type: 'takenBack', what: verb === 'submit' ? 'submission' : 'verdict' }));
}

/** As it was before its last decision. */
function reopened(sitting: Sitting, personId: string): Sitting {
  const last = sitting.seats.findLast(({ decision }) => decision?.by === personId);
  return {
    ...sitting,
    seats: sitting.seats.map((seat): Seat => {
      if (seat.status === 'closed') return { ...seat, status: 'waiting' };
      if (seat.id !== last?.id) return seat;
      const { decision: _, ...open } = seat;
      return { ...open, status: 'open', holderId: personId };
    }),
  };
}

/** Nobody has claimed, decided or passed on anything of it, but perhaps the one who takes back. */
const isUntouched = ({ seats }: Sitting, personId: string): boolean =>
  seats.every(
    ({ decision, holderId, delegations }) =>
      (decision === undefined || decision.repeats !== undefined || decision.by === personId) &&
      (holderId === undefined || holderId === personId || decision !== undefined) &&
      delegations === undefined,
  );
