import type { FlowIndex } from '../../bpmn/walk.js';
import type { Block } from './blocks.js';

/** The items that a token can come to after an item, blocks seen as one item. */
function successorsOf(id: string, index: FlowIndex, blocks: ReadonlyMap<string, Block>): readonly string[] {
  const flows = index.outgoing(blocks.get(id)?.join ?? id);
  return [...flows.map((flow) => flow.target), ...index.boundaries(id).map((event) => event.id)];
}

/**
 * Pairs of items of a rigid scope that may hold tokens at the same time. Over-approximated on purpose: two tokens have
 * last been one at some split, so one lies behind one of its flows and the other behind another; everything behind is
 * taken, joins included. A sharper rule loses tokens in rare graphs.
 */
export function concurrentItems(
  items: readonly string[],
  index: FlowIndex,
  blocks: ReadonlyMap<string, Block>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const pairs = new Map<string, Set<string>>(items.map((id) => [id, new Set<string>()]));
  const splits = items.filter((id) => index.nodes.get(id)?.kind === 'parallelGateway' && !blocks.has(id));
  for (const split of splits) {
    const behind = index.outgoing(split).map((flow) => reachable(flow.target, index, blocks));
    for (const [at, first] of behind.entries()) {
      for (const second of behind.slice(at + 1)) {
        for (const x of first) {
          for (const y of second) {
            if (x === y) continue;
            pairs.get(x)?.add(y);
            pairs.get(y)?.add(x);
          }
        }
      }
    }
  }
  return pairs;
}

function reachable(from: string, index: FlowIndex, blocks: ReadonlyMap<string, Block>): ReadonlySet<string> {
  const seen = new Set([from]);
  for (const id of seen) for (const next of successorsOf(id, index, blocks)) seen.add(next);
  return seen;
}

/** Groups of items of which never two are active together; each group is named after its first item. */
export function colours(
  items: readonly string[],
  pairs: ReadonlyMap<string, ReadonlySet<string>>,
): readonly (readonly string[])[] {
  const groups: string[][] = [];
  for (const id of items) {
    const rivals = pairs.get(id);
    const group = groups.find((each) => each.every((other) => !rivals?.has(other)));
    if (group) group.push(id);
    else groups.push([id]);
  }
  return groups;
}
