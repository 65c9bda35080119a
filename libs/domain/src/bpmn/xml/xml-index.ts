import { expanded, namespacesIn, NO_NAMESPACES } from './xml-names.js';
import type { Namespaces } from './xml-names.js';
import { isBlank, isElementNode, textOf } from './xml-tree.js';
import type { XmlElement, XmlNode } from './xml-tree.js';

/** An element with what the prefixes mean around it. */
export interface Placed {
  readonly element: XmlElement;
  readonly around: Namespaces;
}

/** Elements whose whole meaning is the reference that they hold: told apart by it, as others are by their id. */
const REFERENCE = /(?:Refs?|incoming|outgoing)$/;

/** The elements that have an id, wherever they stand. */
export function indexById(root: XmlElement): ReadonlyMap<string, Placed> {
  const found = new Map<string, Placed>();
  const walk: Placed[] = [{ element: root, around: NO_NAMESPACES }];
  for (const { element, around } of walk) {
    const id = element.attributes.get('id');
    if (id !== undefined && !found.has(id)) found.set(id, { element, around });
    const inside = namespacesIn(element, around);
    for (const child of element.children) if (isElementNode(child)) walk.push({ element: child, around: inside });
  }
  return found;
}

/** The children that mean something, each under a key by which its twin in another version of the file is found. */
export function keyedChildren(element: XmlElement, inside: Namespaces): ReadonlyMap<string, XmlNode> {
  const keyed = new Map<string, XmlNode>();
  const counts = new Map<string, number>();
  for (const child of element.children) {
    if (isBlank(child)) continue;
    const key = keyOf(child, inside);
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    keyed.set(`${key} ${count}`, child);
  }
  return keyed;
}

function keyOf(node: XmlNode, inside: Namespaces): string {
  if (node.kind === 'text' || node.kind === 'cdata') return 'text';
  if (node.kind !== 'element') return `${node.kind} ${node.raw}`;
  const name = expanded(node.name, namespacesIn(node, inside), 'element');
  const id = node.attributes.get('id') ?? node.attributes.get('bpmnElement');
  if (id !== undefined) return `${name} ${id}`;
  return REFERENCE.test(name) ? `${name} ${ownText(node).trim()}` : name;
}

export const ownText = (element: XmlElement): string =>
  element.children.map((child) => (child.kind === 'text' || child.kind === 'cdata' ? textOf(child) : '')).join('');
