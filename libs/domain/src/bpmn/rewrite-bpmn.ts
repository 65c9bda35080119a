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
  const written = await writtenAgain(xml);
  return written.ok ? keepLost(xml, written.value, written.value) : written;
}

/**
 * The text that an editor saved, with everything that the editor dropped only because it does not know it: `opened` is
 * the file as it was opened, `saved` what the editor made of it. What a person changed or removed stays so.
 */
export async function restoreLost(opened: string, saved: string): Promise<Result<string, readonly Finding[]>> {
  const written = await writtenAgain(opened);
  return written.ok ? keepLost(opened, written.value, saved) : written;
}

/** The file as moddle writes it when nobody changes anything. */
async function writtenAgain(xml: string): Promise<Result<string, readonly Finding[]>> {
  const read = await parseBpmn(xml);
  if (!read.ok) return read;
  const written = await moddle.toXML(read.value.rootElement, { format: true });
  return ok(written.xml);
}

function keepLost(original: string, baseline: string, edited: string): Result<string, readonly Finding[]> {
  const [old, base, now] = [original, baseline, edited].map(parseXml);
  if (!old || !base || !now) return fail([problems.brokenXml(null)]);
  return ok(writeXml(mergeXml(old, base, now)));
}
