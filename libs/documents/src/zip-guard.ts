import { inflateRawSync } from 'node:zlib';
import { fail, ok } from '@chengban/domain';
import type { Refusal, Result } from '@chengban/domain';
import { LIMITS } from './limits.js';
import { refusals } from './refusals.js';
import { readDirectory } from './zip-directory.js';
import type { ZipPart } from './zip-directory.js';

const XML = /\.(xml|rels|vml)$/iu;
const DOCTYPE = Buffer.from('<!DOCTYPE');

/**
 * Unpacks every part once, within the limits, before any parser sees the file: what a part declares is checked against
 * what it holds. Returns the names of the parts. No office program writes a DOCTYPE, so none is let in.
 */
export function guardZip(bytes: Uint8Array): Result<readonly string[], Refusal> {
  const directory = readDirectory(bytes);
  if (!directory.ok) return directory;
  const parts = directory.value;
  if (parts.length > LIMITS.parts) return fail(refusals.bomb);
  if (parts.some((part) => part.encrypted)) return fail(refusals.encrypted);
  if (new Set(parts.map((part) => part.name)).size !== parts.length) return fail(refusals.broken);
  if (parts.reduce((sum, part) => sum + part.size, 0) > LIMITS.unpackedBytes) return fail(refusals.bomb);

  let xmlBytes = 0;
  let xmlElements = 0;
  for (const part of parts) {
    const unpacked = unpack(part);
    if (!unpacked.ok) return unpacked;
    if (!XML.test(part.name)) continue;
    xmlBytes += unpacked.value.length;
    xmlElements += countElements(unpacked.value);
    if (xmlBytes > LIMITS.xmlBytes || xmlElements > LIMITS.xmlElements) return fail(refusals.bomb);
    if (unpacked.value.includes(DOCTYPE)) return fail(refusals.broken);
  }
  return ok(parts.map((part) => part.name));
}

const LESS_THAN = 0x3c;
const SLASH = 0x2f;

/** Opening tags of an XML text, give or take those inside comments. */
function countElements(xml: Buffer): number {
  let count = 0;
  for (let at = xml.indexOf(LESS_THAN); at >= 0; at = xml.indexOf(LESS_THAN, at + 1))
    if (xml[at + 1] !== SLASH) count += 1;
  return count;
}

/** A part may not hold more than it declares: the declared sum is what the limit was checked against. */
function unpack(part: ZipPart): Result<Buffer, Refusal> {
  if (part.method === 0) return part.data.length === part.size ? ok(Buffer.from(part.data)) : fail(refusals.broken);
  if (part.method !== 8) return fail(refusals.broken);
  try {
    const unpacked = inflateRawSync(part.data, { maxOutputLength: part.size + 1 });
    return unpacked.length === part.size ? ok(unpacked) : fail(refusals.broken);
  } catch (error) {
    return fail((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? refusals.bomb : refusals.broken);
  }
}
