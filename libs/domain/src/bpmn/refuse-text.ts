import type { Finding } from '../shared/finding.js';
import * as problems from './bpmn-problems.js';
import * as limits from './limits.js';
import { scanXml } from './xml-scan.js';

/** What a look at the bare text finds wrong, before a parser is trusted with it; null when nothing. */
export function refuseText(xml: string): Finding | null {
  // The length in UTF-16 units is a lower bound of the bytes: a huge text is not even scanned.
  if (xml.length > limits.MAX_BYTES) return problems.tooLarge();
  const scan = scanXml(xml);
  if (scan.bytes > limits.MAX_BYTES) return problems.tooLarge();
  if (scan.doctype) return problems.hasDoctype();
  // a text of another encoding may have all its tags, so it is asked before what the tags say
  if (scan.strangeLine !== null && xml.includes('<')) return problems.strangeCharacter(scan.strangeLine);
  if (scan.elements === 0) return problems.notXml();
  if (scan.scopes > limits.MAX_SCOPES || scan.depth > limits.MAX_DEPTH) return problems.tooDeep();
  if (scan.parts > limits.MAX_PARTS) return problems.tooManyParts(scan.parts);
  if (scan.elements > limits.MAX_ELEMENTS) return problems.tooManyElements();
  if (scan.attributes > limits.MAX_ATTRIBUTES || scan.prefixes > limits.MAX_PREFIXES)
    return problems.tooManyAttributes();
  return null;
}
