import { declaredPrefix, namespacesIn } from './xml-names.js';
import type { Namespaces } from './xml-names.js';
import type { XmlElement } from './xml-tree.js';

/** An element moved to where prefixes mean something else: it then declares those that it brings along itself. */
export function transplant(element: XmlElement, from: Namespaces, to: Namespaces): XmlElement {
  const declarations = new Map<string, string>();
  for (const [prefix, uri] of from) {
    if (to.get(prefix) !== uri) declarations.set(prefix === '' ? 'xmlns' : `xmlns:${prefix}`, escaped(uri));
  }
  if (!from.has('') && (to.get('') ?? '') !== '') declarations.set('xmlns', '');
  if (declarations.size === 0) return element;
  return { ...element, attributes: new Map([...declarations, ...element.attributes]) };
}

/**
 * The name that an attribute of `origin` bears among `attributes`; where its prefix means something else there, a free
 * prefix is declared for it.
 */
export function adoptedName(
  name: string,
  origin: Namespaces,
  attributes: Map<string, string>,
  inside: Namespaces,
): string {
  const colon = name.indexOf(':');
  if (colon < 0) return name;
  const [prefix, local] = [name.slice(0, colon), name.slice(colon + 1)];
  const uri = origin.get(prefix);
  if (uri === undefined || inside.get(prefix) === uri) return name;
  const present = [...inside].find(([each, meaning]) => each !== '' && meaning === uri)?.[0];
  if (present !== undefined) return `${present}:${local}`;
  let free = prefix;
  for (let count = 1; inside.has(free) || attributes.has(`xmlns:${free}`); count++) free = `${prefix}${count}`;
  attributes.set(`xmlns:${free}`, escaped(uri));
  return `${free}:${local}`;
}

/** Takes over the prefixes that `original` declares and that are free here. */
export function adoptDeclarations(original: XmlElement, attributes: Map<string, string>, inside: Namespaces): void {
  for (const [name, raw] of original.attributes) {
    const prefix = declaredPrefix(name);
    if (prefix !== null && prefix !== '' && !inside.has(prefix)) attributes.set(name, raw);
  }
}

export const insideOf = (attributes: ReadonlyMap<string, string>, around: Namespaces): Namespaces =>
  namespacesIn({ kind: 'element', name: '', attributes, children: [] }, around);

const escaped = (uri: string): string => uri.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
