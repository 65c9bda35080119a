import type { FlowNode, SequenceFlow, Trigger } from '../../../bpmn/model.js';
import { Graph } from '../graph/graph.js';
import type { Act, Edge, Leave, Vertex } from '../graph/graph.js';
import type { Outcome, Setting } from './setting.js';

/** Where the flows into a node arrive, and where the flows out of it leave. */
export interface Ends {
  readonly entry: Vertex;
  readonly exit: Vertex | null;
}

/** A scope while it is being drawn as a graph. */
export interface ScopeDrawing {
  readonly setting: Setting;
  readonly graph: Graph;
  /** how the inside of a sub-process, or what a call activity calls, can end; null when that is not known */
  readonly outcomes: (node: FlowNode) => readonly Outcome[] | null;
  readonly entries: Map<string, Vertex>;
  readonly exits: Map<string, Vertex>;
}

export const node = ({ graph }: ScopeDrawing, nodeId: string, act: Act | null, more: Partial<Vertex> = {}): Vertex =>
  graph.add('simple', nodeId, {
    body: { kind: 'node', nodeId, act, ends: false, leaves: more.leaves ?? [], throws: more.stays != null },
    ...more,
  });

/** The token is consumed here. */
export const ending = ({ graph }: ScopeDrawing, nodeId: string, endsOnce = false): Vertex =>
  graph.add('simple', nodeId, {
    ends: true,
    endsOnce,
    body: { kind: 'node', nodeId, act: null, ends: true, leaves: [], throws: false },
  });

/** The whole scope is left from here. */
export const leaving = ({ graph }: ScopeDrawing, nodeId: string, leave: Leave): Vertex =>
  graph.add('simple', nodeId, {
    leaves: [leave],
    body: { kind: 'node', nodeId, act: null, ends: false, leaves: [leave], throws: false },
  });

/** §13.4.4: begins with one of the events behind it, but all of them are waited for, each for itself. */
export const awaitsAll = (gateway: FlowNode | undefined): boolean =>
  gateway?.kind === 'eventBasedGateway' && gateway.instantiate && gateway.gatewayType === 'parallel';

/** Whether a token that comes to the node has waited already: at an event-based gateway, for what the node takes. */
export function isBehindChoice({ setting: { index } }: ScopeDrawing, id: string): boolean {
  const sources = index.incoming(id).map(({ source }) => index.nodes.get(source));
  return sources.length > 0 && sources.every((each) => each?.kind === 'eventBasedGateway' && !awaitsAll(each));
}

/** Several ways into something that takes one token at a time. */
export function merged(drawing: ScopeDrawing, nodeId: string, entry: Vertex): Vertex {
  if (drawing.setting.index.incoming(nodeId).length < 2) return entry;
  const merge = drawing.graph.add('merge', nodeId);
  drawing.graph.connect(merge, entry);
  return merge;
}

/**
 * What leaves an activity or event: nothing is an end (§13.2.6), several flows are taken together (§13.2.3), those with
 * a condition when it holds.
 */
export function split(drawing: ScopeDrawing, from: FlowNode, last: Vertex): Vertex {
  const { graph, setting } = drawing;
  const flows = setting.index.outgoing(from.id);
  if (flows.length === 1) return last;
  if (flows.length === 0) {
    graph.connect(last, ending(drawing, from.id));
    return last;
  }
  const conditional = flows.some((flow) => flow.condition !== null);
  const gate = graph.add(conditional ? 'some' : 'fork', from.id);
  graph.connect(last, gate);
  return gate;
}

const ACTS: Partial<Record<Trigger['kind'], Act['act']>> = {
  timer: 'timer',
  message: 'message',
  signal: 'signal',
  conditional: 'condition',
  error: 'error',
  escalation: 'escalation',
  cancel: 'cancel',
};

/** What happens when an event comes: by its first trigger. */
export function actOf(event: { readonly id: string; readonly triggers: readonly Trigger[] }): Act {
  const act = event.triggers.map((trigger) => ACTS[trigger.kind]).find((each) => each !== undefined);
  return { nodeId: event.id, act: act ?? 'complete' };
}

/** A flow out of a gateway that chooses. */
export function chosen(flow: SequenceFlow): Partial<Edge> {
  return { act: { nodeId: flow.source, act: 'choice', choice: flow.id } };
}
