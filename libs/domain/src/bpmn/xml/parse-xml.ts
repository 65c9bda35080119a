import type { XmlDocument, XmlElement, XmlLeaf, XmlNode } from './xml-tree.js';

interface OpenElement extends XmlElement {
  readonly children: XmlNode[];
}

const MARKS = [
  ['<!--', '-->', 'comment'],
  ['<![CDATA[', ']]>', 'cdata'],
  ['<?', '?>', 'instruction'],
] as const;
const NAME = /[^\s/>=<"']+/y;
const ATTRIBUTE = /\s+([^\s/>=<"']+)\s*=\s*("[^"]*"|'[^']*')/y;
const END = /\s*(\/?)>/y;
const CLOSE = /<\/([^\s>]+)\s*>/y;

/**
 * A well-formed XML text without DOCTYPE → its tree; null where it is not well-formed. Linear in the text, without
 * recursion. The XML declaration is left out: whoever writes the tree writes his own.
 */
export function parseXml(xml: string): XmlDocument | null {
  const top: XmlNode[] = [];
  const open: OpenElement[] = [];
  let at = xml.startsWith('\uFEFF') ? 1 : 0;
  while (at < xml.length) {
    const siblings = open.at(-1)?.children ?? top;
    if (xml[at] !== '<') {
      const end = xml.indexOf('<', at);
      const raw = xml.slice(at, end < 0 ? xml.length : end);
      siblings.push({ kind: 'text', raw });
      at += raw.length;
      continue;
    }
    const leaf = readLeaf(xml, at);
    if (leaf !== null) {
      if (!isDeclaration(leaf.node)) siblings.push(leaf.node);
      at = leaf.end;
      continue;
    }
    CLOSE.lastIndex = at;
    const close = CLOSE.exec(xml);
    if (close !== null) {
      if (open.pop()?.name !== close[1]) return null;
      at = CLOSE.lastIndex;
      continue;
    }
    const tag = readTag(xml, at);
    if (tag === null) return null;
    siblings.push(tag.element);
    if (!tag.empty) open.push(tag.element);
    at = tag.end;
  }
  return open.length === 0 && isDocument(top) ? { children: top.filter((node) => node.kind !== 'text') } : null;
}

function readLeaf(xml: string, at: number): { node: XmlLeaf; end: number } | null {
  for (const [from, to, kind] of MARKS) {
    if (!xml.startsWith(from, at)) continue;
    const end = xml.indexOf(to, at + from.length);
    return end < 0 ? null : { node: { kind, raw: xml.slice(at + from.length, end) }, end: end + to.length };
  }
  return null;
}

function readTag(xml: string, at: number): { element: OpenElement; empty: boolean; end: number } | null {
  NAME.lastIndex = at + 1;
  const name = NAME.exec(xml)?.[0];
  if (name === undefined || /^[!?]/.test(name)) return null;
  const attributes = new Map<string, string>();
  let end = NAME.lastIndex;
  for (;;) {
    ATTRIBUTE.lastIndex = end;
    const [, key, value] = ATTRIBUTE.exec(xml) ?? [];
    if (key === undefined || value === undefined) break;
    if (attributes.has(key)) return null;
    attributes.set(key, value.slice(1, -1));
    end = ATTRIBUTE.lastIndex;
  }
  END.lastIndex = end;
  const closing = END.exec(xml);
  if (closing === null) return null;
  return {
    element: { kind: 'element', name, attributes, children: [] },
    empty: closing[1] === '/',
    end: END.lastIndex,
  };
}

const isDeclaration = (node: XmlLeaf): boolean => node.kind === 'instruction' && /^xml\s/.test(node.raw);

/** One root element; around it nothing but comments, instructions and blanks. */
const isDocument = (top: readonly XmlNode[]): boolean =>
  top.filter((node) => node.kind === 'element').length === 1 &&
  top.every((node) => node.kind !== 'cdata' && (node.kind !== 'text' || /^\s*$/.test(node.raw)));
