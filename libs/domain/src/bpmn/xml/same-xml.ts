import { parseXml } from './parse-xml.js';
import { keepsBlanks } from './write-xml.js';
import { declaredPrefix, expanded, expandedValue, namespacesIn, NO_NAMESPACES } from './xml-names.js';
import type { Namespaces } from './xml-names.js';
import { decodedAttribute, isElementNode, rootOf, textOf } from './xml-tree.js';
import type { XmlElement, XmlNode } from './xml-tree.js';

/**
 * The first difference between two XML texts, as `path: what`, or null where they say the same. Namespaces count,
 * prefixes do not; attributes have no order, children have; blanks count only inside text; CDATA is text; comments and
 * instructions count inside the root.
 */
export function sameXml(a: string, b: string): string | null {
  const [left, right] = [parseXml(a), parseXml(b)];
  const [one, other] = [left && rootOf(left), right && rootOf(right)];
  if (!one || !other) return one || other ? '/: only one of the texts is well-formed' : null;
  return difference(one, other, NO_NAMESPACES, NO_NAMESPACES);
}

/** The same for two elements, given what the prefixes mean around each. */
export function difference(
  a: XmlElement,
  b: XmlElement,
  around: Namespaces,
  besides: Namespaces,
  parent = '',
): string | null {
  const [left, right] = [namespacesIn(a, around), namespacesIn(b, besides)];
  const [name, other] = [expanded(a.name, left, 'element'), expanded(b.name, right, 'element')];
  const id = a.attributes.get('id');
  const path = `${parent}/${a.name}${id === undefined ? '' : `[${id}]`}`;
  if (name !== other) return `${path}: ${name} is ${other}`;
  const attribute = attributeDifference(attributesOf(a, left), attributesOf(b, right));
  if (attribute !== null) return `${path}${attribute}`;
  const [ours, theirs] = [contentOf(a, left), contentOf(b, right)];
  for (let i = 0; i < Math.max(ours.length, theirs.length); i++) {
    const [child, twin] = [ours[i], theirs[i]];
    if (child === undefined) return `${path}: has gained ${shown(twin)}`;
    if (twin === undefined) return `${path}: has lost ${shown(child)}`;
    if (typeof child === 'string' || typeof twin === 'string') {
      if (child !== twin) return `${path}: ${shown(child)} is ${shown(twin)}`;
    } else {
      const found = difference(child, twin, left, right, path);
      if (found !== null) return found;
    }
  }
  return null;
}

function attributesOf(element: XmlElement, namespaces: Namespaces): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const [name, raw] of element.attributes) {
    if (declaredPrefix(name) !== null) continue;
    attributes.set(expanded(name, namespaces, 'attribute'), expandedValue(decodedAttribute(raw), namespaces));
  }
  return attributes;
}

function attributeDifference(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): string | null {
  for (const [name, value] of a) {
    const other = b.get(name);
    if (other === undefined) return `@${name}: is lost`;
    if (other !== value) return `@${name}: ${shown(value)} is ${shown(other)}`;
  }
  for (const name of b.keys()) if (!a.has(name)) return `@${name}: is new`;
  return null;
}

/** Elements, and the text between them as strings; what is no element and no text is a string with its marks. */
function contentOf(element: XmlElement, namespaces: Namespaces): readonly (XmlElement | string)[] {
  const keeps = keepsBlanks(element);
  const content: (XmlElement | string)[] = [];
  let text = '';
  const flush = (): void => {
    if (keeps && text !== '') content.push(text);
    text = '';
  };
  for (const node of element.children) {
    if (node.kind === 'text' || node.kind === 'cdata') text += textOf(node);
    else {
      flush();
      content.push(isElementNode(node) ? node : marked(node));
    }
  }
  flush();
  const [only] = content;
  return content.length === 1 && typeof only === 'string' ? [expandedValue(only, namespaces)] : content;
}

const marked = (node: Exclude<XmlNode, XmlElement>): string =>
  `<${node.kind === 'comment' ? '!--' : '?'}${textOf(node)}>`;

const shown = (content: XmlElement | string | undefined): string =>
  content === undefined
    ? 'nothing'
    : typeof content === 'string'
      ? JSON.stringify(content.slice(0, 80))
      : `<${content.name}>`;
