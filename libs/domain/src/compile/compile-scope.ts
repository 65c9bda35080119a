import { assertNever } from '../shared/assert-never.js';
import type { FlowNode, Scope } from '../bpmn/model.js';
import { GONE, NEW, flowEvent, stateKey } from './machine-json.js';
import type { MachineJson, StateJson, TransitionJson } from './machine-json.js';
import { compileActivity } from './nodes/activity.js';
import { compileEndEvent } from './nodes/end-event.js';
import { compileEventBasedGateway } from './nodes/event-based-gateway.js';
import { compileExclusiveGateway } from './nodes/exclusive-gateway.js';
import { compileIntermediateCatchEvent } from './nodes/intermediate-catch-event.js';
import { compileIntermediateThrowEvent } from './nodes/intermediate-throw-event.js';
import { compileStartEvent } from './nodes/start-event.js';
import { compileSynchronizingGateway } from './nodes/synchronizing-gateway.js';
import { isFork, pass, wiringOf } from './wiring.js';
import type { Wiring } from './wiring.js';

/**
 * The machine of one scope. A new token is put on a flow or on a node by an event of that name; the events of flows are
 * only those that a fork can send tokens to, so that a flow without forks reads as its states alone.
 */
export function compileScope(scope: Scope): MachineJson {
  const wiring = wiringOf(scope);
  const states: Record<string, StateJson> = {};
  const put: Record<string, readonly TransitionJson[]> = {};
  for (const node of scope.nodes) {
    const compiled = compileNode(node, wiring);
    Object.assign(states, compiled);
    for (const key of Object.keys(compiled)) put[key] = [{ target: key }];
    if (!forks(node, wiring)) continue;
    for (const flow of wiring.outgoing(node.id)) {
      put[flowEvent(flow.id)] = [{ target: stateKey(flow.target), actions: [pass(flow.id)] }];
    }
  }
  return { id: stateKey(scope.id), initial: NEW, states: { [NEW]: { on: put }, ...states, [GONE]: { type: 'final' } } };
}

const forks = (node: FlowNode, wiring: Wiring): boolean =>
  isFork(node.id, wiring) || (node.kind === 'boundaryEvent' && !node.interrupting);

/** One node as its states; none for boundary events, which are transitions of the activity they sit on. */
function compileNode(node: FlowNode, wiring: Wiring): Readonly<Record<string, StateJson>> {
  const one = (state: StateJson): Readonly<Record<string, StateJson>> => ({ [stateKey(node.id)]: state });
  switch (node.kind) {
    case 'startEvent':
      return one(compileStartEvent(node, wiring));
    case 'endEvent':
      return one(compileEndEvent(node, wiring));
    case 'intermediateCatchEvent':
      return one(compileIntermediateCatchEvent(node, wiring));
    case 'intermediateThrowEvent':
      return one(compileIntermediateThrowEvent(node, wiring));
    case 'boundaryEvent':
      return {};
    case 'exclusiveGateway':
      return one(compileExclusiveGateway(node, wiring));
    case 'parallelGateway':
    case 'inclusiveGateway':
    case 'complexGateway':
      return one(compileSynchronizingGateway(node, wiring));
    case 'eventBasedGateway':
      return one(compileEventBasedGateway(node, wiring));
    case 'task':
    case 'manualTask':
    case 'userTask':
    case 'serviceTask':
    case 'sendTask':
    case 'receiveTask':
    case 'scriptTask':
    case 'businessRuleTask':
    case 'callActivity':
      return compileActivity(node, wiring);
    case 'subProcess':
      return node.variant === 'event' ? {} : compileActivity(node, wiring);
    case 'unsupported':
      throw new Error(`an unsupported element reached the compiler: ${node.element}`);
    default:
      return assertNever(node);
  }
}
