/** What a look at the bare text tells, before any parser is trusted with it. */
export interface XmlScan {
  readonly bytes: number;
  readonly depth: number;
  readonly elements: number;
  readonly doctype: boolean;
  /** nodes and sequence flows, by their local names */
  readonly parts: number;
  /** sub-processes inside each other */
  readonly scopes: number;
  /** most attributes of one element */
  readonly attributes: number;
  /** different prefixes that are declared */
  readonly prefixes: number;
  /** the first line with a character that XML 1.0 §2.2 does not allow, or that stands for bytes that were no UTF-8 */
  readonly strangeLine: number | null;
}

const PART = /^(?:\w+:)?(?:task|sequenceFlow|transaction|callActivity|\w*(?:Event|Task|Gateway|[sS]ubProcess))$/;
const SCOPE = /^(?:\w+:)?(?:transaction|\w*[sS]ubProcess)$/;
const TAG_NAME = /<\/?([^\s/>]*)/y;
const DECLARED = /\sxmlns:([^\s=]+)/g;

/** Walks the text once: counts tags and nesting, skips comments, CDATA and instructions. Linear, no recursion. */
export function scanXml(xml: string): XmlScan {
  const count = { depth: 0, elements: 0, doctype: false, parts: 0, scopes: 0, attributes: 0 };
  const prefixes = new Set<string>();
  let [depth, scopes] = [0, 0];
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at)) {
    if (xml.startsWith('<!--', at)) at = after(xml, '-->', at + 4);
    else if (xml.startsWith('<![CDATA[', at)) at = after(xml, ']]>', at + 9);
    else if (xml.startsWith('<?', at)) at = after(xml, '?>', at + 2);
    else if (xml[at + 1] === '!') {
      count.doctype = true;
      at = after(xml, '>', at + 2);
    } else {
      const { end, values } = endOfTag(xml, at + 1);
      TAG_NAME.lastIndex = at;
      const name = TAG_NAME.exec(xml)?.[1] ?? '';
      if (xml[at + 1] === '/') {
        depth--;
        if (SCOPE.test(name)) scopes--;
      } else {
        const opens = xml[end - 2] !== '/';
        count.elements++;
        if (PART.test(name)) count.parts++;
        if (SCOPE.test(name)) count.scopes = Math.max(count.scopes, scopes + 1);
        if (opens && SCOPE.test(name)) scopes++;
        count.depth = Math.max(count.depth, depth + 1);
        if (opens) depth++;
        count.attributes = Math.max(count.attributes, values);
        if (values > 0) for (const [, prefix] of xml.slice(at, end).matchAll(DECLARED)) prefixes.add(prefix ?? '');
      }
      at = end;
    }
  }
  const { bytes, strangeLine } = characters(xml);
  return { ...count, prefixes: prefixes.size, bytes, strangeLine: strangeLine ?? strangeReference(xml) };
}

function after(xml: string, mark: string, from: number): number {
  const found = xml.indexOf(mark, from);
  return found < 0 ? xml.length : found + mark.length;
}

/** Just behind the tag's `>`, and how many quoted values it has; a `>` inside one does not count. */
function endOfTag(xml: string, from: number): { end: number; values: number } {
  let quote = '';
  let values = 0;
  for (let at = from; at < xml.length; at++) {
    const char = xml.charAt(at);
    if (quote !== '') {
      if (char === quote) quote = '';
    } else if (char === '"' || char === "'") {
      quote = char;
      values++;
    } else if (char === '>') return { end: at + 1, values };
  }
  return { end: xml.length, values };
}

/** Length in UTF-8, and where the first character stands that cannot be meant. */
function characters(text: string): { bytes: number; strangeLine: number | null } {
  let bytes = 0;
  let line = 1;
  let strangeLine: number | null = null;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10) line++;
    if (strangeLine === null && (isStrange(code) || isHalf(text, at, code))) strangeLine = line;
    // a surrogate pair is 4 bytes, counted as 2 for each half
    bytes += code < 0x80 ? 1 : code < 0x800 || (code >= 0xd800 && code <= 0xdfff) ? 2 : 3;
  }
  return { bytes, strangeLine };
}

const REFERENCE = /&#(?:x([\da-f]+)|(\d+));/gi;

/** The line of the first character that is written by its number and is none (§4.1, Legal Character). */
function strangeReference(text: string): number | null {
  for (const { 1: hex, 2: decimal, index } of text.matchAll(REFERENCE)) {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    const legal = code <= 0x10ffff && code !== 0xfffe && code !== 0xffff && (code < 0xd800 || code > 0xdfff);
    if (!legal || (code < 0x20 && isStrange(code))) return text.slice(0, index).split('\n').length;
  }
  return null;
}

/** One half of a surrogate pair without the other is no character; storing it would change it. */
const isHalf = (text: string, at: number, code: number): boolean =>
  code >= 0xd800 &&
  code <= 0xdfff &&
  (code < 0xdc00 ? !isLow(text.charCodeAt(at + 1)) : !isHigh(text.charCodeAt(at - 1)));
const isHigh = (code: number): boolean => code >= 0xd800 && code < 0xdc00;
const isLow = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff;

/** U+FFFD is what a decoder puts for bytes that are no UTF-8. */
const isStrange = (code: number): boolean =>
  (code < 0x20 && code !== 9 && code !== 10 && code !== 13) || (code >= 0xfffd && code <= 0xffff);
