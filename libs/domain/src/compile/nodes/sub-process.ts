import type { SubProcess } from '../../bpmn/model.js';
import type { StateJson } from '../machine-json.js';
import { leaveAlways, pass } from '../wiring.js';
import type { Wiring } from '../wiring.js';
import { compileBoundaryEvents } from './boundary-events.js';

/** An embedded sub-process (§13.3.4): a compound state; it is done when its inside is, and its boundary cancels it whole. */
export function compileSubProcess(node: SubProcess, wiring: Wiring, inside: StateJson): StateJson {
  const attached = compileBoundaryEvents(node.id, wiring);
  return {
    ...inside,
    entry: [pass(node.id), ...attached.entry],
    ...(attached.exit.length > 0 && { exit: attached.exit }),
    ...(Object.keys(attached.on).length > 0 && { on: attached.on }),
    onDone: leaveAlways(wiring, node.id),
  };
}
