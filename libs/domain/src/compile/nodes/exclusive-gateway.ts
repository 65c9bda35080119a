import type { ExclusiveGateway } from '../../bpmn/model.js';
import type { StateJson } from '../machine-json.js';
import { leaveAlways, outgoing, pass } from '../wiring.js';
import type { Wiring } from '../wiring.js';

/**
 * §13.4.2: the first flow whose condition holds, in the order of the file, else the default. When nothing can be chosen
 * no transition is enabled, the token stays in this state, and the run reports the incident.
 */
export function compileExclusiveGateway(node: ExclusiveGateway, wiring: Wiring): StateJson {
  const flows = outgoing(wiring, node.id);
  const free = flows.length === 1 && flows.every((flow) => flow.condition === null);
  if (free) return { entry: [pass(node.id)], always: leaveAlways(wiring, node.id) };
  return {
    entry: [pass(node.id)],
    always: flows.map((flow) => {
      const condition = flow.id === node.defaultFlow ? null : flow.condition;
      const params = { gateway: node.id, flow: flow.id, ...(condition !== null && { when: condition.text }) };
      return { guard: { type: 'takes', params }, ...wiring.leave(flow) };
    }),
  };
}
