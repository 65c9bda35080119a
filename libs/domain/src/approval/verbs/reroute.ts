import { moveToken } from '../../run/move-token.js';
import { nodeInfo } from '../../run/node-info.js';
import { putBack } from '../../run/put-back.js';
import type { StepResult } from '../../run/step.js';
import { completed, notActive } from '../../run/refusals.js';
import type { Refusal } from '../../shared/refusal.js';
import { fail, ok } from '../../shared/result.js';
import type { MatterAct, MatterContext } from '../act.js';
import type { Outcome } from '../perform.js';
import * as refusals from '../refusals.js';
import { advance } from '../standing/advance.js';
import type { Reroute, Standing } from '../standing/standing.js';
import { passedBefore, undoing } from '../standing/undoing.js';

type Asked = Pick<Reroute, 'token' | 'to'>;

/** 调度: an administrator asks for a token to be moved; nothing moves until a second person confirms. */
export function reroute(context: MatterContext, act: Extract<MatterAct, { readonly verb: 'reroute' }>): Outcome {
  const { standing, actor, now } = context;
  if (standing.marking.status === 'completed') return fail(completed());
  if (standing.reroute !== null) return fail(refusals.rerouteAskedAlready());
  const moved = moveTo(context, act);
  if (!moved.ok) return moved;
  const asked = { byId: actor.personId, token: act.token, to: act.to, reason: act.reason.trim(), at: now };
  return ok(unmoved({ ...standing, reroute: asked }));
}

export function confirmReroute(context: MatterContext): Outcome {
  const { standing, actor } = context;
  const { reroute: asked } = standing;
  if (asked === null) return fail(refusals.rerouteNotAsked());
  if (asked.byId === actor.personId) return fail(refusals.rerouteSamePerson());
  const moved = moveTo(context, asked);
  if (!moved.ok) return moved;
  const { stepped, trail } = moved.value;
  const scene = { ...context, standing: { ...standing, reroute: null, trail } };
  const cause = trail === standing.trail ? { by: actor.personId } : null;
  return ok({ ...advance(scene, stepped, cause), round: null, decisions: [] });
}

export function dropReroute({ standing }: MatterContext): Outcome {
  return standing.reroute === null ? fail(refusals.rerouteNotAsked()) : ok(unmoved({ ...standing, reroute: null }));
}

const unmoved = (standing: Standing) => ({ standing, effects: [], seats: [], round: null, decisions: [] }) as const;

interface Moved {
  readonly stepped: Extract<StepResult, { readonly ok: true }>['value'];
  readonly trail: Standing['trail'];
}

/**
 * The move, or why it would leave the flow where it cannot go on. To a node that was passed it is undone like a return,
 * with the steps that depend on it; elsewhere the token is moved as long as nothing runs beside it, so that it stands
 * where the flow could bring it alone.
 */
function moveTo(
  { workflow, standing, now }: MatterContext,
  { token, to }: Asked,
): { ok: true; value: Moved } | { ok: false; error: Refusal } {
  const name = nodeInfo(workflow, to)?.name ?? to;
  const sitting = standing.sittings.find((each) => each.token === token);
  if (sitting === undefined) return fail(notActive(name));
  const { marking, trail } = standing;
  const at = passedBefore(trail, token).find((each) => trail[each]?.sitting?.nodeId === to);
  if (at !== undefined) {
    const { pieces, gone, steps } = undoing(trail, at);
    const put = putBack(workflow, marking, { pieces, gone, done: null, variables: {}, to }, now);
    if (put.ok) return ok({ stepped: put.value, trail: trail.filter((_, index) => !steps.includes(index)) });
  }
  const moved = moveToken(workflow, marking, { token, to, variables: {} }, now);
  if (moved.ok) return ok({ stepped: moved.value, trail });
  return fail(moved.error.code === 'return-parallel' ? refusals.rerouteUnsound(name) : moved.error);
}
