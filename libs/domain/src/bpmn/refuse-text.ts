import type { Finding } from '../shared/finding.js';
import * as problems from './bpmn-problems.js';
import { scanXml } from './xml-scan.js';

/** What a look at the bare text finds wrong, before a parser is trusted with it. */
export function refuseText(xml: string): readonly Finding[] {
  // The length in UTF-16 units is a lower bound of the bytes: a huge text is not even scanned.
  if (xml.length > problems.MAX_BYTES) return [problems.tooLarge()];
  const scan = scanXml(xml);
  if (scan.bytes > problems.MAX_BYTES) return [problems.tooLarge()];
  if (scan.doctype) return [problems.hasDoctype()];
  if (scan.elements === 0) return [problems.notXml()];
  if (scan.depth > problems.MAX_DEPTH) return [problems.tooDeep()];
  return [];
}
