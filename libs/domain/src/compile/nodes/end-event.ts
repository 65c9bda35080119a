import type { EndEvent } from '../../bpmn/model.js';
import type { StateJson } from '../machine-json.js';
import { enter, waiting } from '../wiring.js';
import type { Wiring } from '../wiring.js';

/** §13.5.6: consumes its token. An end with a result is carried out first, and may end more than its token. */
export const compileEndEvent = (node: EndEvent, wiring: Wiring): StateJson =>
  node.triggers.length === 0 ? { type: 'final', entry: [enter(node.id)] } : waiting(node.id, wiring);
