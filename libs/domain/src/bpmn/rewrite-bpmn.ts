import type { Finding } from '../shared/finding.js';
import { fail, ok } from '../shared/result.js';
import type { Result } from '../shared/result.js';
import * as problems from './bpmn-problems.js';
import { moddle, parseBpmn } from './parse-bpmn.js';
import { mergeXml } from './xml/merge-xml.js';
import { parseXml } from './xml/parse-xml.js';
import { writeXml } from './xml/write-xml.js';

/**
 * Reads a BPMN file and writes it again so that nothing is lost: neither what the standard's meta-model does not know
 * (vendors' extensions, foreign attributes, comments) nor the order and spelling of what it knows.
 */
export async function rewriteBpmn(xml: string): Promise<Result<string, readonly Finding[]>> {
  const read = await parseBpmn(xml);
  if (!read.ok) return read;
  const written = await moddle.toXML(read.value.rootElement, { format: true });
  const whole = restoreLost(xml, written.xml, written.xml);
  return whole === null ? fail([problems.brokenXml(null)]) : ok(whole);
}

/**
 * The text that an editor saved, with everything that it dropped only because it does not know it: `opened` is the file
 * as it was opened, `unedited` what the editor writes of it unchanged, `saved` what it writes now. What a person changed
 * or removed stays so. Null when one of the three is not well-formed.
 */
export function restoreLost(opened: string, unedited: string, saved: string): string | null {
  const [old, base, now] = [parseXml(opened), parseXml(unedited), parseXml(saved)];
  return old && base && now ? writeXml(mergeXml(old, base, now)) : null;
}
