import type { CompiledFlow } from '../../compile/compiled-flow.js';
import type { Marking } from '../marking.js';
import type { Workflow } from '../workflow.js';
import { keyOf, nodeAt, positionsOf } from './positions.js';
import type { Positions } from './positions.js';
import { waysOn } from './ways-on.js';

/** Positions looked at before it is given up: four branches of four steps each, and some. */
const MOST = 800;

/** `no`: somewhere it would stop for ever, or do the same work twice · `unknown`: too much, or not followed here. */
export type Completes = 'yes' | 'no' | 'unknown';

/**
 * Whether a marking can always come to its end, and to no place twice at once, whatever people decide and the data say. What
 * an event begins beside an activity may run several times at once; each sub-process that begins is taken as sound.
 */
export function completesProperly(workflow: Workflow, marking: Marking): Completes {
  const { compiled } = workflow;
  const first = positionsOf(compiled, marking);
  if (first === null) return 'unknown';
  const beside = besideOnly(compiled);
  const isTwice = (positions: Positions): boolean =>
    positions.some((each, index) => each === positions[index + 1] && !beside.has(nodeAt(compiled, each)));
  const start = once(first, beside, compiled);
  if (isTwice(start)) return 'no';
  const seen = new Map<string, readonly string[]>();
  const queue: Positions[] = [start];
  for (const at of queue) {
    if (seen.has(keyOf(at))) continue;
    if (seen.size >= MOST) return 'unknown';
    const ways = waysOn(workflow, at);
    if (ways === null) return 'unknown';
    const next = ways.map(({ gone, come }) =>
      once([...at.filter((each) => !gone.includes(each)), ...come], beside, compiled),
    );
    if (next.some(isTwice)) return 'no';
    seen.set(keyOf(at), next.map(keyOf));
    queue.push(...next);
  }
  return allEnd(seen) ? 'yes' : 'no';
}

const once = (positions: Positions, beside: ReadonlySet<string>, compiled: CompiledFlow): Positions => {
  const sorted = [...positions].sort();
  return sorted.filter((each, at) => each !== sorted[at + 1] || !beside.has(nodeAt(compiled, each)));
};

/** Every position that was seen leads to where nothing is left. */
function allEnd(seen: ReadonlyMap<string, readonly string[]>): boolean {
  const before = new Map<string, string[]>();
  for (const [from, tos] of seen) for (const to of tos) before.set(to, [...(before.get(to) ?? []), from]);
  const ends = new Set(['']);
  for (const at of ends) for (const from of before.get(at) ?? []) ends.add(from);
  return [...seen.keys()].every((each) => ends.has(each));
}

/** Nodes that only an event beside an activity leads to. */
function besideOnly(compiled: CompiledFlow): ReadonlySet<string> {
  const { nodes, scopes, flows } = compiled;
  const reach = (from: readonly string[], besides: boolean): Set<string> => {
    const found = new Set(from);
    for (const id of found) {
      const node = nodes[id];
      for (const flow of node?.outgoing ?? []) found.add(flows[flow]?.target ?? id);
      for (const event of node?.boundaries ?? []) if (besides || !nodes[event]?.nonInterrupting) found.add(event);
    }
    return found;
  };
  const starts = Object.values(scopes).flatMap(({ starts: own, loose = [], triggered = [] }) => [
    ...own,
    ...loose,
    ...triggered,
  ]);
  const catches = Object.keys(nodes).filter((id) => nodes[id]?.triggers?.some(({ kind }) => kind === 'link'));
  const main = reach([...starts, ...catches], false);
  return new Set([...reach([...starts, ...catches], true)].filter((id) => !main.has(id)));
}
