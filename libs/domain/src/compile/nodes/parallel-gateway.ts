import type { ParallelGateway } from '../../bpmn/model.js';
import { IDLE } from '../machine-json.js';
import type { ActionJson, StateJson } from '../machine-json.js';
import { leaveAlways, outgoing, pass, sendToken } from '../wiring.js';
import type { Wiring } from '../wiring.js';

/** A parallel gateway outside every block: a mere passage in a sequence, a join and split of tokens in a net (§13.4.1). */
export function compileParallelGateway(node: ParallelGateway, wiring: Wiring): StateJson {
  if (!wiring.isNet) return { entry: [pass(node.id)], always: leaveAlways(wiring, node.id) };
  const scope = wiring.scopeId;
  const incoming = wiring.structure.index.incoming(node.id);
  const flows = outgoing(wiring, node.id);
  const entry: ActionJson[] = [pass(node.id)];
  if (incoming.length > 1) entry.push({ type: 'join', params: { scope, flows: incoming.map((flow) => flow.id) } });
  if (flows.length !== 1) entry.push({ type: 'count', params: { scope, by: flows.length - 1 } });
  return { entry, always: [{ target: IDLE, actions: flows.flatMap((flow) => sendToken(flow, wiring.structure)) }] };
}
