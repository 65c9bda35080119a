import type { FlowNode, Scope, SequenceFlow } from '../bpmn/model.js';
import { indexScope } from '../bpmn/walk.js';
import { GONE, stateKey } from './machine-json.js';
import type { ActionJson, StateJson, TransitionJson } from './machine-json.js';

/** What the compiler of one node may ask about its surroundings. */
export interface Wiring {
  readonly node: (id: string) => FlowNode;
  outgoing(id: string): readonly SequenceFlow[];
  boundaries(id: string): readonly FlowNode[];
  /** the catching link of a name */
  linkTarget(name: string): string | null;
}

export function wiringOf(scope: Scope): Wiring {
  const index = indexScope(scope);
  const links = new Map<string, string>();
  for (const node of scope.nodes) {
    if (node.kind !== 'intermediateCatchEvent') continue;
    for (const trigger of node.triggers) if (trigger.kind === 'link') links.set(trigger.name, node.id);
  }
  return {
    node: (id) => index.node(id),
    outgoing: (id) => index.outgoing(id),
    boundaries: (id) => index.boundaries(id),
    linkTarget: (name) => links.get(name) ?? null,
  };
}

export const pass = (element: string): ActionJson => ({ type: 'pass', params: { element } });
export const enter = (node: string): ActionJson => ({ type: 'enter', params: { node } });

/**
 * One token goes on where one flow leaves without a condition; several flows, conditions and quantities are the run's to
 * decide (§13.3.1); without a flow the token is consumed.
 */
export function leave(id: string, wiring: Wiring, before: readonly ActionJson[] = []): TransitionJson {
  const flows = wiring.outgoing(id);
  const [flow] = flows;
  if (flow === undefined) return { target: GONE, ...(before.length > 0 && { actions: before }) };
  if (isFork(id, wiring)) return { target: GONE, actions: [...before, { type: 'fork', params: { node: id } }] };
  return { target: stateKey(flow.target), actions: [...before, pass(flow.id)] };
}

export function isFork(id: string, wiring: Wiring): boolean {
  const flows = wiring.outgoing(id);
  const node = wiring.node(id);
  const quantity = 'completionQuantity' in node ? node.completionQuantity : 1;
  const decides =
    node.kind === 'exclusiveGateway' || node.kind === 'parallelGateway' || node.kind === 'eventBasedGateway';
  return flows.length > 1 || quantity > 1 || (!decides && flows.some((flow) => flow.condition !== null));
}

/** A node where the token only passes. */
export const passing = (id: string, wiring: Wiring): StateJson => ({
  entry: [pass(id)],
  always: [again(id, leave(id, wiring))],
});

/** A node where something happens until the run says `complete`. */
export const waiting = (id: string, wiring: Wiring): StateJson => ({
  entry: [enter(id)],
  on: { complete: [again(id, leave(id, wiring))] },
});

/** Without it, xstate takes a way back to the very same state as staying there: no entry, no new task. */
export const again = (id: string, transition: TransitionJson): TransitionJson =>
  transition.target === stateKey(id) ? { ...transition, reenter: true } : transition;
