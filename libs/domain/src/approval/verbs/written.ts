import { step } from '../../run/step.js';
import type { Refusal } from '../../shared/refusal.js';
import type { JsonObject } from '../../shared/json.js';
import { ok } from '../../shared/result.js';
import type { Result } from '../../shared/result.js';
import type { Advanced, MatterContext } from '../act.js';
import { advance } from '../standing/advance.js';

/** Data that a seat fills in is in the form at once, whatever the others decide. */
export function written(context: MatterContext, variables: JsonObject): Result<Advanced, Refusal> {
  const { workflow, standing, now } = context;
  if (Object.keys(variables).length === 0) return ok({ standing, effects: [], seats: [] });
  const stepped = step(workflow, standing.marking, { type: 'change', variables }, now);
  return stepped.ok ? ok(advance(context, stepped.value, {})) : stepped;
}
