import type { JsonObject } from '../../shared/json.js';
import type { Refusal } from '../../shared/refusal.js';
import { ok } from '../../shared/result.js';
import type { Result } from '../../shared/result.js';
import type { Advanced, MatterContext } from '../act.js';
import { advance } from '../standing/advance.js';
import { putAside } from '../standing/put-aside.js';
import type { Decision, Sitting, Standing } from '../standing/standing.js';
import { causeOf } from './go-on.js';
import { drawnReturn, moveAgainst } from './drawn-return.js';
import { keptFrom } from '../standing/kept-from.js';
import { chooseTarget, returnTargets } from './return.js';
import type { Choice } from './return.js';
import { returning, waysBack } from './ways-back.js';
import type { WayBack } from './ways-back.js';

interface Said {
  /** the decision that says where to */
  readonly returning: Decision;
  /** the one that came last */
  readonly last: Decision;
}

/** Carries a return out that a sitting has come to. */
export function sendBack(
  context: MatterContext,
  sitting: Sitting,
  said: Said,
  variables: JsonObject,
): Result<Advanced, Refusal> {
  const targets = returnTargets(context, sitting, variables);
  if (!targets.ok) return targets;
  const asked = chooseTarget(targets.value, said.returning.back, context, sitting);
  // what an earlier voter asked for may not be there any more: then the default is meant
  const chosen = asked.ok || said.returning === said.last ? asked : chooseTarget(targets.value, {}, context, sitting);
  if (!chosen.ok) return chosen;
  const { target } = chosen.value;
  const cause = causeOf(
    context,
    sitting,
    { ...said.last, verb: 'return' },
    returning(context, sitting, variables),
    context.standing.round,
  );
  if (target.after === 'drawn') {
    const drawn = drawnReturn(context, sitting, variables);
    if (drawn.ok && drawn.value !== null) return ok(advance(context, drawn.value.stepped, cause));
  }
  const ways = waysBack(context, sitting, variables);
  const way = ways.ok ? ways.value.find(({ nodeId }) => nodeId === target.nodeId) : undefined;
  if (way !== undefined) return ok(goBackTo(context, sitting, said, chosen.value, way));
  const moved = moveAgainst(context, sitting, target.nodeId, variables);
  return moved.ok ? ok(advance(context, moved.value, cause)) : moved;
}

/** The passage of the target is undone with all that depends on it; what stood before is put aside. */
function goBackTo(
  context: MatterContext,
  sitting: Sitting,
  { last }: Said,
  { after }: Choice,
  { nodeId, passage, undone, stepped }: WayBack,
): Advanced {
  const before: Standing = context.standing;
  const aside = putAside(before, {
    to: { token: passage.token, nodeId },
    direct: after === 'direct',
    at: context.now,
    by: last.by,
    sitting,
    undone,
  });
  const scene = {
    ...context,
    standing: { ...before, trail: before.trail.filter((_, at) => !undone.steps.includes(at)) },
  };
  const sittings = keptFrom(scene, before.trail, undone.steps);
  const advanced = advance(scene, stepped, { ...undone, sittings });
  return { ...advanced, standing: { ...advanced.standing, asides: [...advanced.standing.asides, aside] } };
}
