import type { Refusal } from '../shared/refusal.js';
import { completed, notActive } from '../run/refusals.js';
import { nodeInfo } from '../run/node-info.js';
import type { ActContext, Verb } from './act.js';
import * as refusals from './refusals.js';
import { planReturn } from './return.js';
import { tokenOf } from './task-at.js';

/** Why a verb is refused here and now, or null. The one place that decides: offers show it, `perform` obeys it. */
export function judge(context: ActContext, verb: Verb): Refusal | null {
  const { workflow, marking, task, actor } = context;
  if (task.status !== 'open') return refusals.taskClosed(task.status);
  if (marking.status === 'completed') return completed();
  const node = nodeInfo(workflow, task.nodeId);
  if (node?.kind !== 'userTask') return notActive(node?.name ?? task.nodeId);
  const at = tokenOf(workflow, marking, task);
  if (!at.ok) return at.error;
  if (!task.candidateIds.includes(actor.personId)) return refusals.notCandidate();
  const drafting = node.purpose === 'draft';
  if (drafting ? verb === 'approve' || verb === 'return' : verb === 'save' || verb === 'submit') {
    return refusals.wrongVerb(drafting);
  }
  const held = refuseHolder(context, verb);
  if (held !== null) return held;
  if (!drafting && verb !== 'release' && context.drafterIds.includes(actor.personId))
    return refusals.drafterCannotReview();
  if (verb !== 'return') return null;
  const plan = planReturn(context);
  return plan.ok ? null : plan.error;
}

/** An unclaimed task may be acted on directly by any candidate: acting claims it. */
function refuseHolder({ task, actor }: ActContext, verb: Verb): Refusal | null {
  if (task.holderId === null) return verb === 'release' ? refusals.notClaimed() : null;
  if (task.holderId !== actor.personId) return refusals.heldByAnother();
  return verb === 'claim' ? refusals.alreadyHeld() : null;
}
