import type { StartEvent } from '../../bpmn/model.js';
import type { StateJson } from '../machine-json.js';
import { leaveAlways, pass } from '../wiring.js';
import type { Wiring } from '../wiring.js';

/** A transient state. It also keeps a wide block out of the initial configuration, which xstate computes slowly. */
export const compileStartEvent = (node: StartEvent, wiring: Wiring): StateJson => ({
  entry: [pass(node.id)],
  always: leaveAlways(wiring, node.id),
});
