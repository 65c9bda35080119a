import { arrange } from './arrange.js';
import type { Slot } from './arrange.js';
import { mergeAttributes } from './merge-attributes.js';
import { insideOf, transplant } from './rename.js';
import { difference } from './same-xml.js';
import { indexById, keyedChildren, ownText } from './xml-index.js';
import type { Placed } from './xml-index.js';
import { namespacesIn, NO_NAMESPACES } from './xml-names.js';
import type { Namespaces } from './xml-names.js';
import { isElementNode, rootOf } from './xml-tree.js';
import type { XmlDocument, XmlElement, XmlNode } from './xml-tree.js';

interface Versions {
  readonly original: ReadonlyMap<string, Placed>;
  readonly baseline: ReadonlyMap<string, Placed>;
  readonly edited: ReadonlyMap<string, Placed>;
}

/**
 * Three versions of one file: `original` as it came, `baseline` as a writer that knows less wrote it unchanged,
 * `edited` as that writer wrote it after editing. Wherever the edit changed nothing, the original stands; what the
 * writer dropped comes back; what the edit changed, added or removed stays so.
 */
export function mergeXml(original: XmlDocument, baseline: XmlDocument, edited: XmlDocument): XmlDocument {
  const [old, base, now] = [rootOf(original), rootOf(baseline), rootOf(edited)];
  if (!old || !base || !now) return edited;
  const versions = { original: indexById(old), baseline: indexById(base), edited: indexById(now) };
  const placed = (element: XmlElement): Placed => ({ element, around: NO_NAMESPACES });
  const root = merge(placed(old), placed(base), placed(now), NO_NAMESPACES, versions);
  return { children: original.children.map((node) => (node === old ? root : node)) };
}

function merge(old: Placed, base: Placed, now: Placed, around: Namespaces, versions: Versions): XmlElement {
  if (difference(base.element, now.element, base.around, now.around) === null) {
    return transplant(old.element, old.around, around);
  }
  const attributes = mergeAttributes(old, base, now, around);
  const inside = insideOf(attributes, around);
  return { ...now.element, attributes, children: mergeChildren(old, base, now, inside, versions) };
}

function mergeChildren(
  old: Placed,
  base: Placed,
  now: Placed,
  inside: Namespaces,
  versions: Versions,
): readonly XmlNode[] {
  if (![old, base, now].some(({ element }) => element.children.some(isElementNode))) {
    return ownText(base.element) === ownText(now.element) ? old.element.children : now.element.children;
  }
  const [oldInside, baseInside] = [namespacesIn(old.element, old.around), namespacesIn(base.element, base.around)];
  const nowInside = namespacesIn(now.element, now.around);
  const originals = keyedChildren(old.element, oldInside);
  const baselines = keyedChildren(base.element, baseInside);
  const places = new Map<XmlNode, number>([...originals.values()].map((node, place) => [node, place]));
  const slots: Slot[] = [];
  for (const [key, node] of keyedChildren(now.element, nowInside)) {
    const [local, localBefore] = [originals.get(key), baselines.get(key)];
    if (!isElementNode(node)) {
      slots.push({ node, place: (local && places.get(local)) ?? null });
      continue;
    }
    const twin = twinOf(node, local, oldInside, versions.original);
    const before = twinOf(node, localBefore, baseInside, versions.baseline);
    const placed = { element: node, around: nowInside };
    if (twin !== null && before !== null) {
      slots.push({ node: merge(twin, before, placed, inside, versions), place: places.get(twin.element) ?? null });
    } else if (before === null || difference(before.element, node, before.around, nowInside) !== null) {
      slots.push({ node: transplant(node, nowInside, inside), place: null });
    }
  }
  const lost: Slot[] = [];
  for (const [key, node] of originals) {
    if (baselines.has(key) || isElsewhere(node, versions)) continue;
    lost.push({
      node: isElementNode(node) ? transplant(node, oldInside, inside) : node,
      place: places.get(node) ?? null,
    });
  }
  const baseOrder = [...baselines.keys()].map((key) => places.get(originals.get(key) ?? now.element) ?? null);
  return arrange(slots, lost, baseOrder);
}

/** The same element in another version: by its id wherever it stands, else the one under the same key. */
function twinOf(
  node: XmlElement,
  local: XmlNode | undefined,
  inside: Namespaces,
  all: ReadonlyMap<string, Placed>,
): Placed | null {
  const id = node.attributes.get('id');
  const moved = id === undefined ? undefined : all.get(id);
  return moved ?? (local && isElementNode(local) ? { element: local, around: inside } : null);
}

/** Whether the writer knows the element after all: then it was moved or removed on purpose. */
function isElsewhere(node: XmlNode, { baseline, edited }: Versions): boolean {
  const id = isElementNode(node) ? node.attributes.get('id') : undefined;
  return id !== undefined && (baseline.has(id) || edited.has(id));
}
