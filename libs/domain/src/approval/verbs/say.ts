import type { ActContext, TaskAct } from '../act.js';
import { withChoices } from '../candidates/choices.js';
import type { Outcome } from '../perform.js';
import { principalAt } from '../standing/find-seat.js';
import type { FoundSeat } from '../standing/find-seat.js';
import type { Decision, DecidingVerb, ReturnTo } from '../standing/standing.js';
import { fail } from '../../shared/result.js';
import { asDrafter } from './hold.js';
import { decide } from './decide.js';
import { chooseTarget, returnTargets } from './return.js';

type ActOf<Verb extends TaskAct['verb']> = Extract<TaskAct, { readonly verb: Verb }>;

export function submit(context: ActContext, found: FoundSeat, act: ActOf<'submit'>): Outcome {
  const standing = asDrafter(context.standing, context.actor.personId);
  const chosen = withChoices({ ...context, standing }, act.chosen);
  if (!chosen.ok) return chosen;
  return decide({ ...context, standing: chosen.value }, found, said(context, found, 'submit'), act.variables);
}

export function approve(context: ActContext, found: FoundSeat, act: ActOf<'approve'>): Outcome {
  const chosen = withChoices(context, act.chosen);
  if (!chosen.ok) return chosen;
  const scene = { ...context, standing: chosen.value };
  return decide(scene, found, said(context, found, 'approve', act.opinion), act.variables);
}

export function returnTask(context: ActContext, found: FoundSeat, act: ActOf<'return'>): Outcome {
  const targets = returnTargets(context, found.sitting, act.variables);
  if (!targets.ok) return targets;
  const asked = {
    ...(act.where !== undefined && { where: act.where }),
    ...(act.nodeId !== undefined && { nodeId: act.nodeId }),
    ...(act.after !== undefined && { after: act.after }),
  };
  // looked at now, so that the vote of one of several is not refused when the last has voted
  const choice = chooseTarget(targets.value, asked, context, found.sitting);
  if (!choice.ok) return fail(choice.error);
  const { target, after } = choice.value;
  const back: ReturnTo = { where: target.where, nodeId: target.nodeId, after };
  const decision = { ...said(context, found, 'return', act.reason), back };
  return decide(context, found, decision, act.variables);
}

export const reject = (context: ActContext, found: FoundSeat, act: ActOf<'reject'>): Outcome =>
  decide(context, found, said(context, found, 'reject', act.reason), act.variables);

function said({ actor, now }: ActContext, { seat }: FoundSeat, verb: DecidingVerb, text?: string): Decision {
  const principal = principalAt(seat, actor);
  const words = (text ?? '').trim();
  return {
    verb,
    by: actor.personId,
    ...(principal !== null && principal !== actor.personId && { forId: principal }),
    at: now,
    ...(words !== '' && { text: words }),
  };
}
