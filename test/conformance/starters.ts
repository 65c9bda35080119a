import type { CompiledFlow } from '@chengban/domain';

type Trigger = NonNullable<CompiledFlow['nodes'][string]['triggers']>[number];

/** What begins a process from outside. */
export interface Starter {
  readonly process: string;
  readonly nodeId: string;
  readonly triggers: readonly Trigger[];
  /** parallel multiple: indices of the triggers that have happened */
  readonly got: Set<number> | null;
  /** behind a parallel gateway: an instance that waits there already takes the event, and no other begins (§10.6.6) */
  readonly shared: boolean;
}

/** Counts what a start event that needs several triggers has heard. */
export function starterHears({ triggers, got }: Starter, kind: 'message' | 'signal', name: string): boolean {
  const at = triggers.findIndex(
    (each, index) => each.kind === kind && (each.name ?? '') === name && got?.has(index) !== true,
  );
  if (at < 0 || got === null) return at >= 0;
  got.add(at);
  if (got.size < triggers.length) return false;
  got.clear();
  return true;
}

/** Start events with triggers, and receive tasks and events behind event-based gateways that begin an instance. */
export function startersOf({ scopes, nodes, flows }: CompiledFlow): readonly Starter[] {
  const starters: Starter[] = [];
  for (const [process, scope] of Object.entries(scopes)) {
    if (scope.kind !== 'process') continue;
    for (const id of scope.triggered ?? []) {
      const node = nodes[id];
      const behind = node?.kind === 'eventBasedGateway' ? node.outgoing.map((flow) => flows[flow]?.target ?? '') : [id];
      for (const nodeId of behind) {
        const got = nodes[nodeId]?.parallelMultiple ? new Set<number>() : null;
        const shared = node?.gatewayType === 'parallel';
        starters.push({ process, nodeId, triggers: triggersOf(nodes[nodeId]), got, shared });
      }
    }
  }
  return starters;
}

function triggersOf(node: CompiledFlow['nodes'][string] | undefined): readonly Trigger[] {
  if (node?.kind === 'receiveTask') return [{ kind: 'message', name: node.message ?? null, correlation: null }];
  return node?.triggers ?? [];
}
