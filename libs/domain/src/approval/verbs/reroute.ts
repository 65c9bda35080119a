import { completed } from '../../run/refusals.js';
import type { Refusal } from '../../shared/refusal.js';
import { fail, ok } from '../../shared/result.js';
import type { MatterAct, MatterContext } from '../act.js';
import type { Outcome } from '../perform.js';
import * as refusals from '../refusals.js';
import { advance } from '../standing/advance.js';
import type { Standing } from '../standing/standing.js';
import { moveTo } from './move-to.js';

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
  const refused = judgeConfirm(context);
  if (refused !== null || asked === null) return fail(refused ?? refusals.rerouteNotAsked());
  const moved = moveTo(context, asked);
  if (!moved.ok) return moved;
  const { stepped, trail, why } = moved.value;
  const scene = { ...context, standing: { ...standing, reroute: null, trail } };
  return ok({
    ...advance(scene, stepped, 'pieces' in why ? why : { ...why, by: actor.personId }),
    round: null,
    decisions: [],
  });
}

/** Why a person cannot confirm the move that waits, or null. */
export function judgeConfirm({ standing, actor }: MatterContext): Refusal | null {
  if (standing.reroute === null) return refusals.rerouteNotAsked();
  return standing.reroute.byId === actor.personId ? refusals.rerouteSamePerson() : null;
}

export function dropReroute({ standing }: MatterContext): Outcome {
  return standing.reroute === null ? fail(refusals.rerouteNotAsked()) : ok(unmoved({ ...standing, reroute: null }));
}

const unmoved = (standing: Standing) => ({ standing, effects: [], seats: [], round: null, decisions: [] }) as const;
