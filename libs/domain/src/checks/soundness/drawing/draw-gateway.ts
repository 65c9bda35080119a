import type { FlowNode, Gateway, SequenceFlow } from '../../../bpmn/model.js';
import type { Fact, Vertex, VertexKind } from '../graph/graph.js';
import { actOf, awaitsAll, ending, node } from './scope-drawing.js';
import type { Ends, ScopeDrawing } from './scope-drawing.js';
import { enoughFor } from './activation.js';
import { writesOf } from '../graph/writes.js';

const JOINS: Record<Gateway['kind'], VertexKind> = {
  exclusiveGateway: 'merge',
  eventBasedGateway: 'merge',
  parallelGateway: 'join',
  inclusiveGateway: 'meet',
  complexGateway: 'complex',
};

const SPLITS: Record<Gateway['kind'], VertexKind> = {
  exclusiveGateway: 'choice',
  eventBasedGateway: 'choice',
  parallelGateway: 'fork',
  inclusiveGateway: 'some',
  complexGateway: 'some',
};

/** A gateway that joins and splits is both, one after the other (§13.4). */
export function drawGateway(drawing: ScopeDrawing, gateway: Gateway): Ends {
  const { graph, setting } = drawing;
  const incoming = setting.index.incoming(gateway.id).length;
  const outgoing = setting.index.outgoing(gateway.id);
  const waiting = gateway.kind === 'eventBasedGateway' && !awaitsAll(gateway);
  const only = waiting && outgoing.length === 1 ? arrivalOf(drawing, outgoing[0]) : null;
  const middle = node(drawing, gateway.id, only?.act ?? null, {
    stays: waiting ? gateway.id : null,
    rests: waiting ? gateway.id : null,
    writes: only?.writes ?? [],
  });
  let entry: Vertex = middle;
  if (incoming > 1) {
    const counts = gateway.kind === 'complexGateway' && gateway.activationCondition !== null;
    entry = graph.add(gateway.kind === 'complexGateway' && !counts ? 'meet' : JOINS[gateway.kind], gateway.id, {
      enough: counts ? enoughFor(gateway.activationCondition) : null,
    });
    graph.connect(entry, middle);
  }
  if (outgoing.length === 1) return { entry, exit: middle };
  if (outgoing.length === 0) {
    graph.connect(middle, ending(drawing, gateway.id));
    return { entry, exit: null };
  }
  const asks = gateway.kind !== 'complexGateway' || outgoing.some((flow) => flow.condition !== null);
  const gate = graph.add(asks && !awaitsAll(gateway) ? SPLITS[gateway.kind] : 'fork', gateway.id);
  graph.connect(middle, gate);
  return { entry, exit: gate };
}

/** What stands behind an event-based gateway is what its token waits for. */
export function arrivalOf({ setting }: ScopeDrawing, flow: SequenceFlow | undefined) {
  const target: FlowNode | undefined = flow && setting.index.nodes.get(flow.target);
  if (target === undefined) return null;
  const act =
    target.kind === 'intermediateCatchEvent' ? actOf(target) : ({ nodeId: target.id, act: 'message' } as const);
  return { act, writes: writesOf(target) };
}

/** What must hold for an exclusive gateway to take a flow: its condition, and none of those before it (§13.4.2). */
export function requirements(
  flows: readonly SequenceFlow[],
  taken: SequenceFlow,
  fallback: string | null,
): readonly Fact[] {
  const facts: Fact[] = [];
  for (const flow of flows) {
    const text = flow.id === fallback ? null : textOf(flow);
    if (text !== null) facts.push({ text, holds: flow === taken });
    if (flow === taken && flow.id !== fallback) break;
  }
  return facts;
}

export function textOf({ condition }: SequenceFlow): string | null {
  const text = condition?.text.trim() ?? '';
  return text === '' ? null : text;
}
