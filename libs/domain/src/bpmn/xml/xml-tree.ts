/** An XML text as it stands: every character that means something is kept, in its own spelling. */
export interface XmlDocument {
  /** comments, instructions and the one root element */
  readonly children: readonly XmlNode[];
}

export interface XmlElement {
  readonly kind: 'element';
  /** as written, with its prefix */
  readonly name: string;
  /** in order, `xmlns` declarations included; values as written between the quotes */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlNode[];
}

/** `raw`: for `text` with its entities; for the others what stands between their marks. */
export interface XmlLeaf {
  readonly kind: 'text' | 'cdata' | 'comment' | 'instruction';
  readonly raw: string;
}

export type XmlNode = XmlElement | XmlLeaf;

export const isElementNode = (node: XmlNode): node is XmlElement => node.kind === 'element';

export const rootOf = (document: XmlDocument): XmlElement | undefined => document.children.find(isElementNode);

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** What the text says: references resolved, line ends as XML 1.0 §2.11 has them. Unknown entities stay as written. */
function decoded(raw: string): string {
  return raw
    .replace(/\r\n?/g, '\n')
    .replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (all, hex, decimal, name) => {
      if (name !== undefined) return Object.hasOwn(NAMED, name) ? (NAMED[name] ?? all) : all;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : all;
    });
}

/** What an attribute says: a break or tab that is written as itself is a space (XML 1.0 §3.3.3). */
export const decodedAttribute = (raw: string): string => decoded(raw.replace(/\r\n|[\r\n\t]/g, ' '));

/** What a leaf says. */
export const textOf = (leaf: XmlLeaf): string =>
  leaf.kind === 'text' ? decoded(leaf.raw) : leaf.raw.replace(/\r\n?/g, '\n');

export const isBlank = (node: XmlNode): boolean => node.kind === 'text' && /^[ \t\r\n]*$/.test(node.raw);
