import type { ComplexGateway, InclusiveGateway, ParallelGateway } from '../../bpmn/model.js';
import type { StateJson } from '../machine-json.js';
import { waiting } from '../wiring.js';
import type { Wiring } from '../wiring.js';

/**
 * Parallel, inclusive and complex gateways (§13.4.1, §13.4.3, §13.4.5): tokens wait here by the flow on which they came;
 * the run joins them and says `complete` to one of them, which then goes out on the flows that the kind chooses.
 */
export const compileSynchronizingGateway = (
  node: ParallelGateway | InclusiveGateway | ComplexGateway,
  wiring: Wiring,
): StateJson => waiting(node.id, wiring);
