import { startInstance } from '../../run/start-instance.js';
import type { JsonObject } from '../../shared/json.js';
import { fail, ok } from '../../shared/result.js';
import type { MatterContext } from '../act.js';
import { follow } from '../follow.js';
import type { Outcome } from '../perform.js';
import * as refusals from '../refusals.js';
import { newStanding } from '../standing/new-standing.js';

/** What a new run does not take over: what was decided about the last one. */
const DECIDED: ReadonlySet<string> = new Set(['verdict', 'verdicts']);

/**
 * 重开: the flow begins anew with what was filled in; the rounds that were handed in stay as they were, and whoever
 * drafted them still does not review.
 */
export function reopen(context: MatterContext): Outcome {
  const { workflow, standing, now } = context;
  const { marking, lastSeat, chosen, drafterIds, round } = standing;
  if (marking.status !== 'completed') return fail(refusals.reopenRunning());
  const variables: JsonObject = Object.fromEntries(
    Object.entries(marking.variables).filter(([name]) => !DECIDED.has(name)),
  );
  const process = marking.process === undefined ? {} : { process: marking.process };
  const started = startInstance(workflow, variables, now, marking.definition, process);
  if (!started.ok) return started;
  const fresh = { ...newStanding(marking), lastSeat, chosen, drafterIds, round };
  return ok(follow({ ...context, standing: fresh }, started.value));
}
