import type { Scope } from '../bpmn/model.js';
import type { FlowIndex } from '../bpmn/walk.js';

/** Nodes that can be reached from some nodes of a scope along flows, and from a node to the events on its boundary. */
export function reachableFrom(starts: readonly string[], index: FlowIndex): ReadonlySet<string> {
  const seen = new Set(starts);
  for (const id of seen) {
    for (const flow of index.outgoing(id)) seen.add(flow.target);
    for (const event of index.boundaries(id)) seen.add(event.id);
  }
  return seen;
}

/** Nodes from which some of the given nodes can be reached. */
export function leadingTo(ends: readonly string[], scope: Scope, index: FlowIndex): ReadonlySet<string> {
  const hosts = new Map(
    scope.nodes.flatMap((node) =>
      'attachedTo' in node && node.attachedTo !== null ? [[node.id, node.attachedTo] as const] : [],
    ),
  );
  const seen = new Set(ends);
  for (const id of seen) {
    for (const flow of index.incoming(id)) seen.add(flow.source);
    const host = hosts.get(id);
    if (host !== undefined) seen.add(host);
  }
  return seen;
}
