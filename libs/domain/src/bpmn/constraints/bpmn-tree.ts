import { parseXml } from '../xml/parse-xml.js';
import { ownText } from '../xml/xml-index.js';
import { expanded, namespacesIn, NO_NAMESPACES, XSI_NAMESPACE } from '../xml/xml-names.js';
import type { Namespaces } from '../xml/xml-names.js';
import { decodedAttribute, isElementNode, rootOf } from '../xml/xml-tree.js';
import type { XmlElement } from '../xml/xml-tree.js';

const MODEL = '{http://www.omg.org/spec/BPMN/20100524/MODEL}';
const TYPE = `{${XSI_NAMESPACE}}type`;

/** One element of BPMN's model namespace, exactly as written: what moddle reads away is still here. */
export interface BpmnElement {
  /** without prefix: `sequenceFlow` */
  readonly name: string;
  /** own id, '' when it has none */
  readonly id: string;
  /** by name as written, except that the type of an expression is always `xsi:type` */
  readonly attributes: Readonly<Record<string, string>>;
  readonly parent: BpmnElement | null;
  readonly children: readonly BpmnElement[];
  /** own text, trimmed, without that of its children */
  readonly text: string;
}

/**
 * The elements of the model namespace as a tree, null when the text is no XML with such a root. Diagrams and everything
 * foreign (extensions) are left out. The caller has bounded the size and the depth (see xml-scan).
 */
export function readBpmnTree(xml: string): BpmnElement | null {
  const document = parseXml(xml);
  const root = document && rootOf(document);
  return root ? build(root, null, NO_NAMESPACES) : null;
}

/** The depth is bounded, so recursion is. */
function build(xml: XmlElement, parent: BpmnElement | null, around: Namespaces): BpmnElement | null {
  const inside = namespacesIn(xml, around);
  const name = expanded(xml.name, inside, 'element');
  if (!name.startsWith(MODEL)) return null;
  const attributes = attributesOf(xml, inside);
  const children: BpmnElement[] = [];
  const id = attributes['id'] ?? '';
  const element = { name: name.slice(MODEL.length), id, attributes, parent, children, text: ownText(xml).trim() };
  for (const node of xml.children) {
    const child = isElementNode(node) ? build(node, element, inside) : null;
    if (child !== null) children.push(child);
  }
  return element;
}

function attributesOf(xml: XmlElement, inside: Namespaces): Readonly<Record<string, string>> {
  // no prototype: an attribute may have any name
  const attributes = Object.create(null) as Record<string, string>;
  for (const [key, raw] of xml.attributes) {
    const isType = key.includes(':') && expanded(key, inside, 'attribute') === TYPE;
    attributes[isType ? 'xsi:type' : key] = decodedAttribute(raw).trim();
  }
  return attributes;
}

const NONE: readonly never[] = [];
const byName = new WeakMap<BpmnElement, ReadonlyMap<string, readonly BpmnElement[]>>();

/** Sorted once per element: a process with ten thousand children is asked for its start events by each of them. */
export function childrenNamed(element: BpmnElement, name: string): readonly BpmnElement[] {
  if (element.children.length === 0) return NONE;
  let sorted = byName.get(element);
  if (sorted === undefined) byName.set(element, (sorted = groupBy(element.children, (child) => child.name)));
  return sorted.get(name) ?? NONE;
}

export function groupBy(
  elements: readonly BpmnElement[],
  key: (element: BpmnElement) => string,
): Map<string, BpmnElement[]> {
  const groups = new Map<string, BpmnElement[]>();
  for (const element of elements) {
    const at = key(element);
    const found = groups.get(at);
    if (found) found.push(element);
    else groups.set(at, [element]);
  }
  return groups;
}

/** An attribute's value; null when absent or empty. */
export const attribute = (element: BpmnElement, name: string): string | null => element.attributes[name] || null;

/** A boolean attribute of XML Schema. */
export const isTrue = (element: BpmnElement, name: string, otherwise = false): boolean => {
  const value = attribute(element, name);
  return value === null ? otherwise : value === 'true' || value === '1';
};

export function ancestor(element: BpmnElement, name: string): BpmnElement | null {
  let each = element.parent;
  while (each !== null && each.name !== name) each = each.parent;
  return each;
}
