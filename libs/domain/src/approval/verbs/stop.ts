import { step } from '../../run/step.js';
import { completed } from '../../run/refusals.js';
import type { Refusal } from '../../shared/refusal.js';
import { fail, ok } from '../../shared/result.js';
import type { MatterAct, MatterContext } from '../act.js';
import type { Outcome } from '../perform.js';
import * as refusals from '../refusals.js';
import { advance } from '../standing/advance.js';

/** 撤销: the starter takes the matter back, as long as no reviewer has acted or the flow allows it. */
export function cancel(context: MatterContext, _act: Extract<MatterAct, { readonly verb: 'cancel' }>): Outcome {
  const refused = judgeCancel(context);
  return refused === null ? end(context, 'cancelled') : fail(refused);
}

export function judgeCancel({ workflow, standing, actor, startedBy }: MatterContext): Refusal | null {
  if (standing.marking.status === 'completed') return completed();
  if (actor.personId !== startedBy && !standing.drafterIds.includes(actor.personId)) return refusals.notStarter();
  const until = workflow.compiled.cancelUntil ?? 'review';
  if (until === 'never') return refusals.cancelNotAllowed();
  return until === 'review' && standing.reviewed ? refusals.cancelTooLate() : null;
}

/** 终止: an administrator ends the matter; nothing is deleted. */
export const terminate = (context: MatterContext): Outcome =>
  context.standing.marking.status === 'completed' ? fail(completed()) : end(context, 'terminated');

function end(context: MatterContext, outcome: 'cancelled' | 'terminated'): Outcome {
  const stepped = step(context.workflow, context.standing.marking, { type: 'terminate', outcome }, context.now);
  if (!stepped.ok) return stepped;
  return ok({ ...advance(context, stepped.value, {}), round: null, decisions: [] });
}
