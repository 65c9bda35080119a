import type { ErrorEndEvent } from '../../bpmn/model.js';
import type { StateJson } from '../machine-json.js';
import { pass } from '../wiring.js';
import type { Wiring } from '../wiring.js';

/**
 * Raises an error that names this very end; who catches it was settled when compiling. On the process itself nobody
 * can: the only token ends the instance as failed, in a net or a block the root takes the error.
 */
export function compileErrorEndEvent(node: ErrorEndEvent, wiring: Wiring, inBranch: boolean): StateJson {
  if (wiring.isProcess && !wiring.isNet && !inBranch) {
    return { type: 'final', entry: [pass(node.id), { type: 'reach', params: { node: node.id, outcome: 'failed' } }] };
  }
  return { entry: [pass(node.id), { type: 'throw', params: { from: node.id } }] };
}
