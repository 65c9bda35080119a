import type { StartEvent } from '../../bpmn/model.js';
import type { StateJson } from '../machine-json.js';
import { passing } from '../wiring.js';
import type { Wiring } from '../wiring.js';

/** §13.5.1. Whatever triggered it has happened when a token appears here. */
export const compileStartEvent = (node: StartEvent, wiring: Wiring): StateJson => passing(node.id, wiring);
