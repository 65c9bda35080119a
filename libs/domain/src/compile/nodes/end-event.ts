import type { EndEvent } from '../../bpmn/model.js';
import { IDLE } from '../machine-json.js';
import type { ActionJson, StateJson } from '../machine-json.js';
import { pass } from '../wiring.js';
import type { Wiring } from '../wiring.js';

/** §13.4.6: consumes its token. Where there is only one, that ends the scope; in a net the last one does. */
export function compileEndEvent(node: EndEvent, wiring: Wiring): StateJson {
  const reach: ActionJson = { type: 'reach', params: { node: node.id, outcome: node.outcome } };
  const entry = [pass(node.id), ...(wiring.isProcess ? [reach] : [])];
  if (!wiring.isNet) return { type: 'final', entry };
  return {
    entry: [...entry, { type: 'count', params: { scope: wiring.scopeId, by: -1 } }],
    always: [{ target: IDLE }],
  };
}
