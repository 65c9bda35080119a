/** What a look at the bare text tells, before any parser is trusted with it. */
export interface XmlScan {
  readonly bytes: number;
  readonly depth: number;
  readonly elements: number;
  readonly doctype: boolean;
}

/** Walks the text once: counts tags and nesting, skips comments, CDATA and instructions. Linear, no recursion. */
export function scanXml(xml: string): XmlScan {
  let depth = 0;
  let deepest = 0;
  let elements = 0;
  let doctype = false;
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at)) {
    if (xml.startsWith('<!--', at)) at = after(xml, '-->', at + 4);
    else if (xml.startsWith('<![CDATA[', at)) at = after(xml, ']]>', at + 9);
    else if (xml.startsWith('<?', at)) at = after(xml, '?>', at + 2);
    else if (xml[at + 1] === '!') {
      doctype = true;
      at = after(xml, '>', at + 2);
    } else {
      const end = endOfTag(xml, at + 1);
      if (xml[at + 1] === '/') depth--;
      else {
        elements++;
        deepest = Math.max(deepest, depth + 1);
        if (xml[end - 2] !== '/') depth++;
      }
      at = end;
    }
  }
  return { bytes: utf8Length(xml), depth: deepest, elements, doctype };
}

function after(xml: string, mark: string, from: number): number {
  const found = xml.indexOf(mark, from);
  return found < 0 ? xml.length : found + mark.length;
}

/** Just behind the tag's `>`; a `>` inside a quoted value does not count. */
function endOfTag(xml: string, from: number): number {
  let quote = '';
  for (let at = from; at < xml.length; at++) {
    const char = xml.charAt(at);
    if (quote !== '') {
      if (char === quote) quote = '';
    } else if (char === '"' || char === "'") quote = char;
    else if (char === '>') return at + 1;
  }
  return xml.length;
}

function utf8Length(text: string): number {
  let bytes = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    // a surrogate pair is 4 bytes, counted as 2 for each half
    bytes += code < 0x80 ? 1 : code < 0x800 || (code >= 0xd800 && code <= 0xdfff) ? 2 : 3;
  }
  return bytes;
}
