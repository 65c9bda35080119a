import type { BoundaryEvent } from '../../bpmn/model.js';
import { nodeEvent } from '../machine-json.js';
import type { TransitionJson } from '../machine-json.js';
import { again, leave, pass } from '../wiring.js';
import type { Wiring } from '../wiring.js';

/**
 * Boundary events are transitions of the activity they sit on (§13.5.3): an interrupting one leaves it, a
 * non-interrupting one sends out tokens of its own. Compensation is no transition: the run keeps what can be undone.
 */
export function compileBoundaryEvents(
  hostId: string,
  wiring: Wiring,
): Readonly<Record<string, readonly TransitionJson[]>> {
  const on: Record<string, readonly TransitionJson[]> = {};
  for (const event of wiring.boundaries(hostId)) {
    if (event.kind !== 'boundaryEvent' || event.triggers.some((each) => each.kind === 'compensation')) continue;
    on[nodeEvent(event.id)] = [transition(event, hostId, wiring)];
  }
  return on;
}

function transition(event: BoundaryEvent, hostId: string, wiring: Wiring): TransitionJson {
  if (!event.interrupting) return { actions: [pass(event.id), { type: 'fork', params: { node: event.id } }] };
  return again(hostId, leave(event.id, wiring, [pass(event.id)]));
}
