import { flowOf, nodeOf } from '../compile/compiled-flow.js';
import type { CompiledFlow } from '../compile/compiled-flow.js';

/** A message or signal with which a process begins, and the node that takes it. */
interface Beginning {
  readonly process: string;
  readonly nodeId: string;
  readonly kind: 'message' | 'signal';
  readonly name: string;
}

/**
 * §13.2: start events, receive tasks that instantiate, and the events behind an event-based gateway that does
 * (§10.6.6), in the order of the drawing. Processes called by the flow do not begin by themselves.
 */
export function beginningsOf(flow: CompiledFlow): readonly Beginning[] {
  return Object.entries(flow.scopes).flatMap(([process, { kind, triggered = [] }]) => {
    if (kind !== 'process' || process.includes('/')) return [];
    return triggered.flatMap((id) => entrances(flow, id)).flatMap((nodeId) => heardAt(flow, process, nodeId));
  });
}

const entrances = (flow: CompiledFlow, id: string): readonly string[] => {
  const { kind, outgoing } = nodeOf(flow, id);
  return kind === 'eventBasedGateway' ? outgoing.map((out) => flowOf(flow, out).target) : [id];
};

function heardAt(flow: CompiledFlow, process: string, nodeId: string): readonly Beginning[] {
  const { kind, message, triggers = [] } = nodeOf(flow, nodeId);
  if (kind === 'receiveTask') return message === undefined ? [] : [{ process, nodeId, kind: 'message', name: message }];
  return triggers.flatMap((trigger) =>
    (trigger.kind === 'message' || trigger.kind === 'signal') && trigger.name !== null
      ? [{ process, nodeId, kind: trigger.kind, name: trigger.name }]
      : [],
  );
}
