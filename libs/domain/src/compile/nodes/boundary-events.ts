import type { ActionJson, TransitionJson } from '../machine-json.js';
import { boundaries, outgoing, pass } from '../wiring.js';
import type { Wiring } from '../wiring.js';

/** What boundary events add to the state they sit on: transitions out of it, and the start and stop of their timers. */
export interface Attached {
  readonly entry: readonly ActionJson[];
  readonly exit: readonly ActionJson[];
  readonly on: Readonly<Record<string, readonly TransitionJson[]>>;
}

/** Interrupting boundary events (§13.4.3): leaving the state cancels everything inside it. */
export function compileBoundaryEvents(hostId: string, wiring: Wiring): Attached {
  const entry: ActionJson[] = [];
  const exit: ActionJson[] = [];
  const timer: TransitionJson[] = [];
  const error: TransitionJson[] = [];
  for (const event of boundaries(wiring, hostId)) {
    const [flow] = outgoing(wiring, event.id);
    if (flow === undefined) continue;
    const leave = wiring.leave(flow);
    const transition = { ...leave, actions: [pass(event.id), ...(leave.actions ?? [])] };
    if (event.kind === 'timerBoundary') {
      entry.push({ type: 'startTimer', params: { timer: event.id } });
      exit.push({ type: 'stopTimer', params: { timer: event.id } });
      timer.push({ guard: { type: 'isFor', params: { node: event.id } }, ...transition });
    } else {
      const ends = wiring.catches.byBoundary(event.id);
      if (ends.length > 0) error.push({ guard: { type: 'isFrom', params: { ends } }, ...transition });
    }
  }
  return { entry, exit, on: { ...(timer.length > 0 && { timer }), ...(error.length > 0 && { error }) } };
}
