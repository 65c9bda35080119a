import type { IntermediateThrowEvent } from '../../bpmn/model.js';
import { GONE, stateKey } from '../machine-json.js';
import type { StateJson } from '../machine-json.js';
import { pass, passing, waiting } from '../wiring.js';
import type { Wiring } from '../wiring.js';

/** §13.5.2: throws, then goes on. A link goes to its catching half; without a trigger it is a milestone. */
export function compileIntermediateThrowEvent(node: IntermediateThrowEvent, wiring: Wiring): StateJson {
  const link = node.triggers.find((trigger) => trigger.kind === 'link');
  if (link) {
    const target = wiring.linkTarget(link.name);
    return { entry: [pass(node.id)], always: [{ target: target === null ? GONE : stateKey(target) }] };
  }
  return node.triggers.length === 0 ? passing(node.id, wiring) : waiting(node.id, wiring);
}
