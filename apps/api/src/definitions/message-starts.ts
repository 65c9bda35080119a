import type { CompiledFlow } from '@chengban/domain';

/** The messages with which a flow's own process begins. */
export function messageStarts({ nodes, scopes, processId }: CompiledFlow): string[] {
  const names = (scopes[processId]?.triggered ?? []).flatMap((id) => {
    const node = nodes[id];
    if (node?.kind === 'receiveTask') return node.message === undefined ? [] : [node.message];
    return (node?.triggers ?? []).flatMap((trigger) =>
      trigger.kind === 'message' && trigger.name !== null ? [trigger.name] : [],
    );
  });
  return [...new Set(names)];
}
