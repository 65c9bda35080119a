import { flowOf, nodeOf } from '../compile/compiled-flow.js';
import type { CompiledFlow } from '../compile/compiled-flow.js';

/** For an inclusive join and each of its incoming flows: the nodes from which a token can come along it. */
export interface Reach {
  /** nodes with a way to `flow`, an incoming flow of `join`, that does not visit the join (BPMN 2.0.2 table 13.3) */
  to(join: string, flow: string): ReadonlySet<string>;
  /** those of them from which sequence flows alone lead there: what only an event on a border may bring does not count */
  along(join: string, flow: string): ReadonlySet<string>;
}

/** Worked out for a join when it is first asked for, then kept: it follows from the drawing alone. */
export function reachOf(compiled: CompiledFlow): Reach {
  const look = (borders: boolean): Reach['to'] => {
    const known = new Map<string, ReadonlySet<string>>();
    return (join, flow) => {
      const before = known.get(flow);
      if (before !== undefined) return before;
      const found = backwards(compiled, join, flowOf(compiled, flow).source, borders);
      known.set(flow, found);
      return found;
    };
  };
  return { to: look(true), along: look(false) };
}

function backwards(compiled: CompiledFlow, join: string, from: string, borders: boolean): ReadonlySet<string> {
  const seen = new Set<string>();
  const queue = [from];
  for (const id of queue) {
    if (id === join || seen.has(id)) continue;
    seen.add(id);
    const node = nodeOf(compiled, id);
    for (const flow of node.incoming ?? []) queue.push(flowOf(compiled, flow).source);
    // a token at an activity can leave by its boundary events too
    if (borders && node.attachedTo !== undefined) queue.push(node.attachedTo);
    queue.push(...linkThrows(compiled, id));
  }
  return seen;
}

/** The throwing halves of a catching link. */
function linkThrows(compiled: CompiledFlow, id: string): readonly string[] {
  const node = nodeOf(compiled, id);
  if (node.kind !== 'intermediateCatchEvent') return [];
  const names = (node.triggers ?? []).flatMap((trigger) => (trigger.kind === 'link' ? [trigger.name] : []));
  if (names.length === 0) return [];
  return Object.entries(compiled.nodes).flatMap(([other, each]) =>
    each.scope === node.scope &&
    each.kind === 'intermediateThrowEvent' &&
    (each.triggers ?? []).some((trigger) => trigger.kind === 'link' && names.includes(trigger.name))
      ? [other]
      : [],
  );
}
