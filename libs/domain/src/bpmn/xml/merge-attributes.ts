import { adoptDeclarations, adoptedName, insideOf } from './rename.js';
import type { Placed } from './xml-index.js';
import { declaredPrefix, expanded, expandedValue, namespacesIn } from './xml-names.js';
import type { Namespaces } from './xml-names.js';
import { decodedAttribute } from './xml-tree.js';

interface Attribute {
  readonly name: string;
  readonly raw: string;
  readonly value: string;
}

/** The attributes of an element in three versions of a file (see `mergeXml`): edited ones as edited, lost ones back. */
export function mergeAttributes(
  old: Placed,
  base: Placed,
  now: Placed,
  around: Namespaces,
): ReadonlyMap<string, string> {
  const [before, written, edited] = [attributesOf(old), attributesOf(base), attributesOf(now)];
  const attributes = new Map<string, string>();
  for (const [name, raw] of now.element.attributes) if (declaredPrefix(name) !== null) attributes.set(name, raw);
  adoptDeclarations(old.element, attributes, insideOf(attributes, around));
  const inside = insideOf(attributes, around);
  const origin = namespacesIn(old.element, old.around);
  for (const [key, attribute] of edited) {
    const [first, second] = [before.get(key), written.get(key)];
    if (second?.value !== attribute.value) attributes.set(attribute.name, attribute.raw);
    // what the writer added of its own accord goes again; what it spelled otherwise gets its spelling back
    else if (first !== undefined) {
      const means = expandedValue(decodedAttribute(first.raw), inside) === first.value;
      attributes.set(attribute.name, means ? first.raw : attribute.raw);
    }
  }
  for (const [key, { name, raw }] of before) {
    if (!written.has(key) && !edited.has(key)) attributes.set(adoptedName(name, origin, attributes, inside), raw);
  }
  return attributes;
}

function attributesOf({ element, around }: Placed): ReadonlyMap<string, Attribute> {
  const inside = namespacesIn(element, around);
  const attributes = new Map<string, Attribute>();
  for (const [name, raw] of element.attributes) {
    if (declaredPrefix(name) !== null) continue;
    const value = expandedValue(decodedAttribute(raw), inside);
    attributes.set(expanded(name, inside, 'attribute'), { name, raw, value });
  }
  return attributes;
}
