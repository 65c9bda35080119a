import type { XmlNode } from './xml-tree.js';

/** A child of the result with the place of its twin among the original's children, null for a new one. */
export interface Slot {
  readonly node: XmlNode;
  readonly place: number | null;
}

interface Group {
  readonly place: number;
  readonly nodes: XmlNode[];
}

/**
 * Children in the original's order, unless the edit ordered them itself; new ones stay behind the one that they were
 * put behind, lost ones come back behind the one that they stood behind. `baseOrder`: the places as the writer orders
 * them without an edit.
 */
export function arrange(
  slots: readonly Slot[],
  lost: readonly Slot[],
  baseOrder: readonly (number | null)[],
): readonly XmlNode[] {
  const head: XmlNode[] = [];
  const groups: Group[] = [];
  for (const { node, place } of slots) {
    if (place !== null) groups.push({ place, nodes: [node] });
    else (groups.at(-1)?.nodes ?? head).push(node);
  }
  if (isUntouched(groups, baseOrder)) groups.sort((a, b) => a.place - b.place);
  for (const { node, place } of lost) {
    if (place === null) continue;
    const at = indexOfPredecessor(groups, place) + 1;
    groups.splice(at, 0, { place, nodes: [node] });
  }
  return [...head, ...groups.flatMap((group) => group.nodes)];
}

function isUntouched(groups: readonly Group[], baseOrder: readonly (number | null)[]): boolean {
  const present = new Set(groups.map((group) => group.place));
  const expected = baseOrder.filter((place) => place !== null && present.has(place));
  return groups.length === expected.length && groups.every((group, i) => group.place === expected[i]);
}

function indexOfPredecessor(groups: readonly Group[], place: number): number {
  let found = -1;
  groups.forEach((group, i) => {
    if (group.place < place && group.place > (groups[found]?.place ?? -1)) found = i;
  });
  return found;
}
