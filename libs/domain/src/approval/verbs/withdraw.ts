import { idsOf } from '../../run/footprint.js';
import { completed } from '../../run/refusals.js';
import type { Refusal } from '../../shared/refusal.js';
import { fail, ok } from '../../shared/result.js';
import type { MatterContext } from '../act.js';
import { refuseWhereItStands } from '../offered-at.js';
import type { Outcome } from '../perform.js';
import * as refusals from '../refusals.js';
import { comeBack } from '../standing/aside.js';
import type { Aside, TrailStep } from '../standing/standing.js';
import { undoing } from '../standing/undoing.js';
import type { Undoing } from '../standing/undoing.js';
import { ownLast } from './own-last.js';
import { takeStepBack } from './take-step-back.js';
import { takeVoteBack } from './take-vote-back.js';
import { isUntouched, reopened } from './untouched.js';

/** Why there is nothing that this person can take back, or null. */
export function judgeWithdraw(context: MatterContext): Refusal | null {
  const done = withdraw(context);
  return done.ok ? null : done.error;
}

/** 撤回: one's own last decision, while nobody has taken up what came of it. */
export function withdraw(context: MatterContext): Outcome {
  const { marking, sittings } = context.standing;
  if (marking.status === 'completed') return fail(completed());
  const narrowed = refuseWhereItStands(
    context.workflow,
    sittings.map(({ nodeId }) => nodeId),
    'withdraw',
  );
  if (narrowed !== null) return fail(narrowed);
  const own = ownLast(context);
  switch (own?.kind) {
    case 'vote':
      return takeVoteBack(context, own.sitting, own.seat);
    case 'step':
      return takeStepBack(context, own.at, own.step);
    case 'return':
      return takeReturnBack(context, own.aside);
    default:
      return fail(refusals.nothingToWithdraw());
  }
}

/** Whoever got the work back has not begun: it goes to where it was, and so does what moved by itself because of it. */
function takeReturnBack(context: MatterContext, aside: Aside): Outcome {
  const { standing, actor } = context;
  const [returned] = aside.sittings;
  const also = movedBy(context, aside);
  if (returned === undefined || also === 'followed') return fail(refusals.withdrawTooLate());
  const { gone, pieces, instead, token } = aside;
  const away = new Set([...gone, ...idsOf(pieces), ...idsOf(instead), token, ...(also?.touched ?? [])]);
  const opened = standing.sittings.filter((each) => away.has(each.token));
  if (!opened.every((each) => isUntouched(each, actor.personId))) return fail(refusals.withdrawTooLate());
  const sitting = reopened(returned, actor.personId);
  const back = comeBack(context, aside, { sitting, variables: {}, cause: null, ...(also && { also }) });
  if (back === null) return fail(refusals.withdrawTooLate());
  return ok({ ...back, round: { type: 'takenBack', what: 'verdict' }, decisions: [] });
}

/** A join that went on because who was returned could not come to it any more; `followed`: and somebody has gone on there. */
function movedBy({ workflow, standing }: MatterContext, { at }: Aside): Undoing | 'followed' | null {
  const isBySelf = ({ at: then, sitting, by }: TrailStep): boolean =>
    then === at && sitting === undefined && by === undefined;
  const first = standing.trail.findIndex(isBySelf);
  if (first < 0) return null;
  const undone = undoing(workflow, standing.trail, first);
  const isAlone = undone.steps.every((index) => isBySelf(standing.trail[index] as TrailStep));
  return isAlone ? undone : 'followed';
}
