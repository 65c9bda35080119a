import type { EventBasedGateway } from '../../bpmn/model.js';
import { nodeEvent } from '../machine-json.js';
import type { StateJson, TransitionJson } from '../machine-json.js';
import { again, enter, leave, pass } from '../wiring.js';
import type { Wiring } from '../wiring.js';

/** §13.4.4: the token waits here for all the events behind it; the first that happens takes it, past its event. */
export function compileEventBasedGateway(node: EventBasedGateway, wiring: Wiring): StateJson {
  const on: Record<string, readonly TransitionJson[]> = {};
  for (const flow of wiring.outgoing(node.id)) {
    on[nodeEvent(flow.target)] = [again(node.id, leave(flow.target, wiring, [pass(flow.id), pass(flow.target)]))];
  }
  return { entry: [enter(node.id)], on };
}
