import { decodedAttribute } from './xml-tree.js';
import type { XmlElement } from './xml-tree.js';

/** prefix → namespace; the default namespace has the prefix `''` */
export type Namespaces = ReadonlyMap<string, string>;

const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace';
export const XSI_NAMESPACE = 'http://www.w3.org/2001/XMLSchema-instance';
export const NO_NAMESPACES: Namespaces = new Map([['xml', XML_NAMESPACE]]);

/** The prefix that an `xmlns` attribute declares; null for any other attribute. */
export function declaredPrefix(attribute: string): string | null {
  if (attribute === 'xmlns') return '';
  return attribute.startsWith('xmlns:') ? attribute.slice(6) : null;
}

/** What the prefixes mean inside an element, given what they mean around it. */
export function namespacesIn(element: XmlElement, around: Namespaces): Namespaces {
  let inside: Map<string, string> | null = null;
  for (const [name, raw] of element.attributes) {
    const prefix = declaredPrefix(name);
    if (prefix !== null) (inside ??= new Map(around)).set(prefix, decodedAttribute(raw));
  }
  return inside ?? around;
}

/** `{namespace}local`; a prefix that nobody declared stays what it is. */
export function expanded(name: string, namespaces: Namespaces, kind: 'element' | 'attribute'): string {
  const colon = name.indexOf(':');
  if (colon < 0) {
    const uri = kind === 'element' ? (namespaces.get('') ?? '') : '';
    return uri === '' ? name : `{${uri}}${name}`;
  }
  const uri = namespaces.get(name.slice(0, colon));
  return uri === undefined ? name : `{${uri}}${name.slice(colon + 1)}`;
}

/** A value that may be a qualified name (`xsi:type`, `structureRef`), with the prefix replaced by what it means. */
export function expandedValue(value: string, namespaces: Namespaces): string {
  return /^[\w.-]+:[\w.-]+$/.test(value) ? expanded(value, namespaces, 'element') : value;
}
