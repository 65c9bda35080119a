import type { IntermediateCatchEvent } from '../../bpmn/model.js';
import type { StateJson } from '../machine-json.js';
import { passing, waiting } from '../wiring.js';
import type { Wiring } from '../wiring.js';

/** §13.5.2: waits until it happens. The catching half of a link only passes its token on (§10.5.5). */
export const compileIntermediateCatchEvent = (node: IntermediateCatchEvent, wiring: Wiring): StateJson =>
  node.triggers.length === 0 || node.triggers.some((trigger) => trigger.kind === 'link')
    ? passing(node.id, wiring)
    : waiting(node.id, wiring);
