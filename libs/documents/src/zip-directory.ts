import { fail, ok } from '@chengban/domain';
import type { Refusal, Result } from '@chengban/domain';
import { refusals } from './refusals.js';

/** One part of a zip file as its central directory declares it. */
export interface ZipPart {
  readonly name: string;
  /** 0 stored, 8 deflated */
  readonly method: number;
  readonly encrypted: boolean;
  /** declared bytes after unpacking */
  readonly size: number;
  /** packed bytes */
  readonly data: Uint8Array;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
const LONGEST_COMMENT = 0xffff;
const ZIP64 = 0xffffffff;

/** Reads the central directory (APPNOTE 4.3.12, 4.3.16). Zip64 is refused: it only serves files beyond our limits. */
export function readDirectory(bytes: Uint8Array): Result<readonly ZipPart[], Refusal> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const end = findEnd(view);
    if (end === undefined) return fail(refusals.broken);
    const count = view.getUint16(end + 10, true);
    let at = view.getUint32(end + 16, true);
    const parts: ZipPart[] = [];
    for (let index = 0; index < count; index += 1) {
      if (view.getUint32(at, true) !== CENTRAL) return fail(refusals.broken);
      const nameBytes = view.getUint16(at + 28, true);
      const part = readPart(bytes, view, at, nameBytes);
      if (!part) return fail(refusals.broken);
      parts.push(part);
      at += 46 + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    }
    return ok(parts);
  } catch (error) {
    // a length that points beyond the file: DataView says so with a RangeError
    if (error instanceof RangeError) return fail(refusals.broken);
    throw error;
  }
}

function findEnd(view: DataView): number | undefined {
  const lowest = Math.max(0, view.byteLength - END_BYTES - LONGEST_COMMENT);
  for (let at = view.byteLength - END_BYTES; at >= lowest; at -= 1) if (view.getUint32(at, true) === END) return at;
  return undefined;
}

function readPart(bytes: Uint8Array, view: DataView, at: number, nameBytes: number): ZipPart | undefined {
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  const packed = view.getUint32(at + 20, true);
  const size = view.getUint32(at + 24, true);
  const local = view.getUint32(at + 42, true);
  if (packed === ZIP64 || size === ZIP64 || local === ZIP64) return undefined;
  if (view.getUint32(local, true) !== LOCAL) return undefined;
  // With bit 3 the sizes follow the data; without it the two headers have to agree, or parsers would differ about the part.
  const sizesFollow = (flags & 8) !== 0;
  if (!sizesFollow && (view.getUint32(local + 18, true) !== packed || view.getUint32(local + 22, true) !== size))
    return undefined;
  if (view.getUint16(local + 8, true) !== method) return undefined;
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (start + packed > bytes.length) return undefined;
  return {
    name: Buffer.from(bytes.subarray(at + 46, at + 46 + nameBytes)).toString('utf8'),
    method,
    encrypted: (flags & 1) !== 0,
    size,
    data: bytes.subarray(start, start + packed),
  };
}
