import { nodeInfo } from '../../run/node-info.js';
import { step } from '../../run/step.js';
import type { JsonObject } from '../../shared/json.js';
import { ok } from '../../shared/result.js';
import type { MatterContext } from '../act.js';
import { advance } from '../standing/advance.js';
import { joined } from '../standing/joined.js';
import type { Decision, SeatEffect, Sitting } from '../standing/standing.js';
import { causeOf } from './go-on.js';
import type { Gone } from './go-on.js';
import { sendBack } from './send-back.js';
import { written } from './written.js';

/** A sitting has said no: 退回 where anybody says so, since it is the milder; 不予通过 where all do. */
export function goBack(context: MatterContext, sitting: Sitting, last: Decision, variables: JsonObject): Gone {
  const against = sitting.seats.flatMap(({ decision }) =>
    decision?.verb === 'return' || decision?.verb === 'reject' ? [decision] : [],
  );
  const returning = last.verb === 'return' ? last : against.find(({ verb }) => verb === 'return');
  const texts = against.length > 1 ? against.flatMap(({ text }) => text ?? []) : [(returning ?? last).text ?? null];
  const reason = texts.join('；') || null;
  if (returning === undefined) return end(context, sitting, last, variables, reason);
  const returned = sendBack(context, sitting, { returning, last }, variables);
  if (!returned.ok) {
    // what has been filled in since may have taken the way back away; then those count who said 不予通过
    const rejects = against.some(({ verb }) => verb === 'reject');
    return rejects ? end(context, sitting, { ...last, verb: 'reject' }, variables, reason) : returned;
  }
  // the submission is returned where its drafters get it back, not where one reviewer asks another again
  const drafts = returned.value.seats.some((effect) => opensDraft(context, effect));
  return ok({ ...returned.value, round: drafts ? { type: 'decided', verdict: 'return', reason } : null });
}

const opensDraft = ({ workflow }: MatterContext, effect: SeatEffect): boolean =>
  effect.type === 'open' && nodeInfo(workflow, effect.nodeId)?.purpose === 'draft';

/** 不予通过 */
function end(
  context: MatterContext,
  sitting: Sitting,
  last: Decision,
  variables: JsonObject,
  reason: string | null,
): Gone {
  const { workflow, now } = context;
  const kept = written(context, variables);
  if (!kept.ok) return kept;
  const { standing } = kept.value;
  const round = { type: 'decided', verdict: 'reject', reason } as const;
  if (standing.marking.status === 'completed') return ok({ ...kept.value, round });
  const stepped = step(workflow, standing.marking, { type: 'terminate', outcome: 'rejected' }, now);
  if (!stepped.ok) return stepped;
  const scene = { ...context, standing };
  const ended = advance(scene, stepped.value, causeOf(scene, sitting, last, {}, standing.round));
  return ok({ ...joined(kept.value, ended), round });
}
