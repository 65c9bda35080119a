import { completesProperly } from '../../run/completion/completes.js';
import { moveToken } from '../../run/move-token.js';
import { nodeInfo } from '../../run/node-info.js';
import { putBack } from '../../run/put-back.js';
import { notActive } from '../../run/refusals.js';
import type { Refusal } from '../../shared/refusal.js';
import { fail, ok } from '../../shared/result.js';
import type { Result } from '../../shared/result.js';
import type { MatterContext } from '../act.js';
import * as refusals from '../refusals.js';
import type { Stepped } from '../standing/advance.js';
import { keptFrom } from '../standing/kept-from.js';
import type { Reroute, Standing } from '../standing/standing.js';
import type { Cause, PutAgain } from '../standing/trail.js';
import { passedBefore, undoing } from '../standing/undoing.js';

export interface Moved {
  readonly stepped: Stepped;
  readonly why: Cause | PutAgain;
  /** without what the move undoes */
  readonly trail: Standing['trail'];
}

/**
 * The move of a token by an administrator, or why it would leave the flow where it cannot go on. To a node that was
 * passed it is undone like a return, with the steps that depend on it; elsewhere the token is moved where it is proved
 * that the flow then still comes to its end, and does nothing twice at once.
 */
export function moveTo(
  context: Pick<MatterContext, 'workflow' | 'standing' | 'seater' | 'now'>,
  { token, to }: Pick<Reroute, 'token' | 'to'>,
): Result<Moved, Refusal> {
  const { workflow, standing, now } = context;
  const name = nodeInfo(workflow, to)?.name ?? to;
  if (!standing.sittings.some((each) => each.token === token)) return fail(notActive(name));
  const { marking, trail } = standing;
  for (const at of passedBefore(trail, token)) {
    if (trail[at]?.sitting?.nodeId !== to) continue;
    const undone = undoing(workflow, trail, at);
    const { pieces, gone, steps } = undone;
    const put = putBack(workflow, marking, { pieces, gone, done: null, variables: {}, to }, now);
    if (!put.ok) continue;
    const kept = trail.filter((_, index) => !steps.includes(index));
    const sittings = keptFrom({ ...context, standing: { ...standing, trail: kept } }, trail, steps);
    return ok({ stepped: put.value, why: { ...undone, sittings }, trail: kept });
  }
  const moved = moveToken(workflow, marking, { token, to, variables: {}, beside: true }, now);
  if (!moved.ok) return moved;
  const completes = completesProperly(workflow, moved.value.marking);
  if (completes !== 'yes') return fail((completes === 'no' ? refusals.rerouteUnsound : refusals.rerouteUnproven)(name));
  return ok({ stepped: moved.value, why: {}, trail });
}
