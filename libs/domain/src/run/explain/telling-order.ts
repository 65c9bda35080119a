import { flowOf, nodeOf, scopeOf } from '../../compile/compiled-flow.js';
import type { CompiledFlow } from '../../compile/compiled-flow.js';

/** A node in the order of telling; `depth` is how many sub-processes are around it. */
export interface Told {
  readonly nodeId: string;
  readonly depth: number;
}

/**
 * Every node once, as one would tell the flow: what comes before is told before, an activity is followed by its inside
 * and then by what may happen to it, a scope ends with its event sub-processes. What cannot be reached comes last.
 */
export function tellingOrder(compiled: CompiledFlow): readonly Told[] {
  const told = new Map<string, Told>();
  const tell = (scope: string, depth: number): void => {
    for (const id of orderIn(compiled, scope)) {
      if (told.has(id)) continue;
      told.set(id, { nodeId: id, depth });
      const { inside } = nodeOf(compiled, id);
      if (inside !== undefined && !isProcess(compiled, inside)) tell(inside, depth + 1);
    }
  };
  const processes = Object.keys(compiled.scopes).filter((id) => isProcess(compiled, id));
  for (const id of [compiled.processId, ...processes]) tell(id, 0);
  return [...told.values()];
}

const isProcess = (compiled: CompiledFlow, scope: string): boolean => {
  const { kind } = scopeOf(compiled, scope);
  return kind === 'process' || kind === 'globalTask';
};

/** The nodes of one scope: depth first, read backwards, so that each comes after what leads to it; ways back are ignored. */
function orderIn(compiled: CompiledFlow, scope: string): readonly string[] {
  const { starts, triggered = [] } = scopeOf(compiled, scope);
  const own = Object.keys(compiled.nodes).filter((id) => nodeOf(compiled, id).scope === scope);
  const events = own.filter((id) => isEventScope(compiled, id));
  const seen = new Set<string>(events);
  const backwards: string[] = [];
  const visit = (from: string): void => {
    // an explicit stack: a drawing may be a line of thousands of steps
    const stack: { readonly id: string; readonly left: string[] }[] = [];
    const push = (id: string): void => {
      if (seen.has(id) || nodeOf(compiled, id).scope !== scope) return;
      seen.add(id);
      stack.push({ id, left: [...followers(compiled, id)] });
    };
    push(from);
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const next = top.left.pop();
      if (next !== undefined) push(next);
      else backwards.push((stack.pop() as { readonly id: string }).id);
    }
  };
  for (const id of [...starts, ...triggered, ...own].toReversed()) if (isEntrance(compiled, id)) visit(id);
  for (const id of own) visit(id);
  return [...backwards.toReversed(), ...events];
}

/** Nothing leads to it, so the telling may begin there. */
const isEntrance = (compiled: CompiledFlow, id: string): boolean => {
  const { incoming = [], kind, forCompensation } = nodeOf(compiled, id);
  return incoming.length === 0 && kind !== 'boundaryEvent' && forCompensation === undefined;
};

/** What may happen to an activity, with where it leads, then where it goes when it is done. */
function followers(compiled: CompiledFlow, id: string): readonly string[] {
  const node = nodeOf(compiled, id);
  return [
    ...(node.boundaries ?? []),
    ...(node.handler === undefined ? [] : [node.handler]),
    ...node.outgoing.map((flow) => flowOf(compiled, flow).target),
  ];
}

const isEventScope = (compiled: CompiledFlow, id: string): boolean => {
  const { inside } = nodeOf(compiled, id);
  return inside !== undefined && scopeOf(compiled, inside).kind === 'event';
};
