import type { UserTask } from '../../bpmn/model.js';
import type { StateJson } from '../machine-json.js';
import { leaveAlways, pass } from '../wiring.js';
import type { Wiring } from '../wiring.js';
import { compileBoundaryEvents } from './boundary-events.js';

/** Waits until a person completes it. `leave` on exit tells the run that the task is over, completed or cancelled. */
export function compileUserTask(node: UserTask, wiring: Wiring): StateJson {
  const attached = compileBoundaryEvents(node.id, wiring);
  const complete = leaveAlways(wiring, node.id).map((leave) => ({
    guard: { type: 'isFor', params: { node: node.id } } as const,
    ...leave,
  }));
  return {
    entry: [pass(node.id), { type: 'open', params: { node: node.id } }, ...attached.entry],
    exit: [{ type: 'leave', params: { node: node.id } }, ...attached.exit],
    on: { complete, ...attached.on },
  };
}
