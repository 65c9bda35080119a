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
 * (§10.6.6), in the order of the drawing. Processes called by the flow do not begin by themselves. Where all of several
 * events are needed (parallel multiple) none alone begins anything: before there is an instance nothing counts them.
 */
export function beginningsOf(flow: CompiledFlow): readonly Beginning[] {
  return Object.entries(flow.scopes).flatMap(([process, { kind }]) => {
    if (kind !== 'process' || process.includes('/')) return [];
    return entrancesOf(flow, process).flatMap((nodeId) => heardAt(flow, process, nodeId));
  });
}

/** The node at which the flow's own process begins with a message or signal; undefined where it does not. */
export const beginningOf = (flow: CompiledFlow, kind: Beginning['kind'], name: string): string | undefined =>
  beginningsOf(flow).find((each) => each.process === flow.processId && each.kind === kind && each.name === name)
    ?.nodeId;

/** The nodes at which something from outside begins a process. */
export const entrancesOf = (flow: CompiledFlow, process: string): readonly string[] =>
  (flow.scopes[process]?.triggered ?? [])
    .flatMap((id) => {
      const { kind, outgoing } = nodeOf(flow, id);
      return kind === 'eventBasedGateway' ? outgoing.map((out) => flowOf(flow, out).target) : [id];
    })
    .filter((id) => !nodeOf(flow, id).parallelMultiple);

function heardAt(flow: CompiledFlow, process: string, nodeId: string): readonly Beginning[] {
  const { kind, message, triggers = [] } = nodeOf(flow, nodeId);
  if (kind === 'receiveTask') return message === undefined ? [] : [{ process, nodeId, kind: 'message', name: message }];
  return triggers.flatMap((trigger) =>
    (trigger.kind === 'message' || trigger.kind === 'signal') && trigger.name !== null
      ? [{ process, nodeId, kind: trigger.kind, name: trigger.name }]
      : [],
  );
}
