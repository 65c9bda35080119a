import { assertNever } from '../shared/assert-never.js';
import type { FlowNode } from '../bpmn/model.js';
import type { StateJson } from './machine-json.js';
import { compileEndEvent } from './nodes/end-event.js';
import { compileErrorEndEvent } from './nodes/error-end-event.js';
import { compileExclusiveGateway } from './nodes/exclusive-gateway.js';
import { compileParallelGateway } from './nodes/parallel-gateway.js';
import { compileStartEvent } from './nodes/start-event.js';
import { compileSubProcess } from './nodes/sub-process.js';
import { compileUserTask } from './nodes/user-task.js';
import type { Wiring } from './wiring.js';

/** One node as a state; null for boundary events, which are transitions of the state they sit on. */
export function compileNode(
  node: FlowNode,
  wiring: Wiring,
  inBranch: boolean,
  inside: () => StateJson,
): StateJson | null {
  switch (node.kind) {
    case 'startEvent':
      return compileStartEvent(node, wiring);
    case 'endEvent':
      return compileEndEvent(node, wiring);
    case 'errorEndEvent':
      return compileErrorEndEvent(node, wiring, inBranch);
    case 'userTask':
      return compileUserTask(node, wiring);
    case 'exclusiveGateway':
      return compileExclusiveGateway(node, wiring);
    case 'parallelGateway':
      return compileParallelGateway(node, wiring);
    case 'subProcess':
      return compileSubProcess(node, wiring, inside());
    case 'timerBoundary':
    case 'errorBoundary':
      return null;
    case 'unsupported':
      throw new Error(`an unsupported element reached the compiler: ${node.element}`);
    default:
      return assertNever(node);
  }
}
