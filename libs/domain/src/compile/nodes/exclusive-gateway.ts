import type { ExclusiveGateway } from '../../bpmn/model.js';
import { stateKey } from '../machine-json.js';
import type { StateJson } from '../machine-json.js';
import { pass, passing } from '../wiring.js';
import type { Wiring } from '../wiring.js';

/**
 * §13.4.2: the first flow whose condition holds, in the order of the file, else the default. When nothing can be chosen
 * no transition is enabled, the token stays in this state, and the run reports the incident; `retry` looks again.
 */
export function compileExclusiveGateway(node: ExclusiveGateway, wiring: Wiring): StateJson {
  const flows = wiring.outgoing(node.id);
  if (flows.length === 0 || (flows.length === 1 && flows[0]?.condition === null)) return passing(node.id, wiring);
  const ways = flows.map((flow) => {
    const condition = flow.id === node.defaultFlow ? null : flow.condition;
    const params = { gateway: node.id, flow: flow.id, ...(condition !== null && { when: condition.text }) };
    const again = flow.target === node.id ? { reenter: true as const } : {};
    return {
      guard: { type: 'takes' as const, params },
      target: stateKey(flow.target),
      ...again,
      actions: [pass(flow.id)],
    };
  });
  return { entry: [pass(node.id)], always: ways, on: { retry: ways } };
}
