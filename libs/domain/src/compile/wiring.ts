import type { FlowNode, SequenceFlow } from '../bpmn/model.js';
import type { Structure } from '../checks/structure/blocks.js';
import { DONE, IDLE, stateKey } from './machine-json.js';
import type { ActionJson, TransitionJson } from './machine-json.js';

/** What the compiler of one node may ask about its surroundings. */
export interface Wiring {
  readonly scopeId: string;
  readonly isProcess: boolean;
  readonly structure: Structure;
  /** true for the items of a rigid scope: tokens move by events between regions */
  readonly isNet: boolean;
  readonly catches: Catches;
  /** the transition that moves the token along a flow */
  leave(flow: SequenceFlow): TransitionJson;
}

/** Which error ends a boundary event catches, worked out for the whole process before compiling. */
export interface Catches {
  /** ids of the error ends caught by an error boundary */
  byBoundary(boundaryId: string): readonly string[];
  readonly uncaught: readonly string[];
}

export const pass = (element: string): ActionJson => ({ type: 'pass', params: { element } });

export const outgoing = (wiring: Wiring, id: string): readonly SequenceFlow[] => wiring.structure.index.outgoing(id);

export const boundaries = (wiring: Wiring, id: string): readonly FlowNode[] => wiring.structure.index.boundaries(id);

/** Along the node's one outgoing flow; a node without one keeps its token (the checks refuse such a drawing). */
export const leaveAlways = (wiring: Wiring, id: string): readonly TransitionJson[] =>
  outgoing(wiring, id)
    .slice(0, 1)
    .map((flow) => wiring.leave(flow));

/** One token in the scope: the next node is a sibling state; a branch's last flow leads to its region's end. */
export function leaveInSequence(flow: SequenceFlow, exit: SequenceFlow | null, structure: Structure): TransitionJson {
  const leave = { target: flow === exit ? DONE : stateKey(flow.target), actions: [pass(flow.id)] };
  // Without it, xstate takes a way back to the very same state as staying there: no exit, no entry, no new task.
  return flow !== exit && stateOf(flow.source, structure) === flow.target ? { ...leave, reenter: true } : leave;
}

/** The item whose state a flow leaves: the host of a boundary event, the block of a join. */
function stateOf(source: string, { index, blocks }: Structure): string {
  const node = index.nodes.get(source);
  if (node && 'attachedTo' in node && node.attachedTo !== null) return node.attachedTo;
  for (const block of blocks.values()) if (block.join === source) return block.split;
  return source;
}

/** Several tokens: this region falls idle and the token is sent to the region of the next node. */
export function leaveInNet(flow: SequenceFlow, structure: Structure): TransitionJson {
  return { target: IDLE, actions: sendToken(flow, structure) };
}

export function sendToken(flow: SequenceFlow, structure: Structure): readonly ActionJson[] {
  const waits = isJoin(flow.target, structure);
  return [
    pass(flow.id),
    ...(waits ? [{ type: 'arrive', params: { flow: flow.id } } as const] : []),
    { type: 'token', params: { to: flow.target } },
  ];
}

export const isJoin = (id: string, { index, blocks }: Structure): boolean =>
  index.nodes.get(id)?.kind === 'parallelGateway' && !blocks.has(id) && index.incoming(id).length > 1;
