import { idsOf } from '../../run/footprint.js';
import { completed } from '../../run/refusals.js';
import type { Refusal } from '../../shared/refusal.js';
import { fail, ok } from '../../shared/result.js';
import type { MatterContext } from '../act.js';
import { refuseWhereItStands } from '../offered-at.js';
import type { Outcome } from '../perform.js';
import * as refusals from '../refusals.js';
import { comeBack } from '../standing/aside.js';
import type { Aside } from '../standing/standing.js';
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

/** Whoever got the work back has not begun: it goes to where it was. */
function takeReturnBack(context: MatterContext, aside: Aside): Outcome {
  const { standing, actor } = context;
  const [returned] = aside.sittings;
  const away = new Set([...aside.gone, ...idsOf(aside.pieces), ...idsOf(aside.instead), aside.token]);
  const opened = standing.sittings.filter(({ token }) => away.has(token));
  const isFree = opened.every((each) => isUntouched(each, actor.personId));
  if (returned === undefined || !isFree) return fail(refusals.withdrawTooLate());
  const coming = { sitting: reopened(returned, actor.personId), variables: {}, cause: null };
  const back = comeBack(context, aside, coming);
  if (back === null) return fail(refusals.withdrawTooLate());
  return ok({ ...back, round: { type: 'takenBack', what: 'verdict' }, decisions: [] });
}
