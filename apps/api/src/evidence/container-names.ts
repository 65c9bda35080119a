import type { FileHandle } from 'node:fs/promises';

const ZIP_END = 0x06054b50;
const ZIP_ENTRY = 0x02014b50;
const ZIP_TAIL = 65_557;
const MAX_DIRECTORY = 4 * 1024 * 1024;
const MAX_SECTORS = 4096;
const END_OF_CHAIN = 0xfffffffe;

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await file.read(buffer, 0, length, position);
  return buffer.subarray(0, bytesRead);
}

/** The entry names in the central directory of a ZIP file (APPNOTE 4.3.12); empty when there is none that holds together. */
export async function zipEntryNames(file: FileHandle, size: number): Promise<string[]> {
  const tail = await readAt(file, Math.max(0, size - ZIP_TAIL), Math.min(size, ZIP_TAIL));
  let end = tail.length - 22;
  while (end >= 0 && tail.readUInt32LE(end) !== ZIP_END) end--;
  if (end < 0) return [];
  const length = tail.readUInt32LE(end + 12);
  const offset = tail.readUInt32LE(end + 16);
  if (offset + length > size) return [];
  const directory = await readAt(file, offset, Math.min(length, MAX_DIRECTORY));
  const names: string[] = [];
  for (let at = 0; at + 46 <= directory.length && directory.readUInt32LE(at) === ZIP_ENTRY;) {
    const nameLength = directory.readUInt16LE(at + 28);
    names.push(directory.toString('utf8', at + 46, at + 46 + nameLength));
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return names;
}

/** The names in the directory of a compound file (MS-CFB 2.6): tells a Word document from an installer of the same container. */
export async function compoundFileNames(file: FileHandle, size: number): Promise<string[]> {
  const header = await readAt(file, 0, 512);
  if (header.length < 512) return [];
  const shift = header.readUInt16LE(30);
  if (shift !== 9 && shift !== 12) return [];
  const sectorSize = 1 << shift;
  const sector = (index: number): Promise<Buffer> => readAt(file, (index + 1) * sectorSize, sectorSize);
  const names: string[] = [];
  let current = header.readUInt32LE(48);
  for (let count = 0; current < END_OF_CHAIN && count < MAX_SECTORS; count++) {
    if ((current + 1) * sectorSize >= size) return names;
    names.push(...directoryEntryNames(await sector(current)));
    current = await nextSector(header, current, sectorSize, sector);
  }
  return names;
}

function directoryEntryNames(sector: Buffer): string[] {
  const names: string[] = [];
  for (let at = 0; at + 128 <= sector.length; at += 128) {
    const bytes = sector.readUInt16LE(at + 64);
    if (bytes >= 2 && bytes <= 64) names.push(sector.toString('utf16le', at, at + bytes - 2));
  }
  return names;
}

/** Only the first 109 FAT sectors, which the header lists, are followed: enough for the directory of any office file. */
async function nextSector(
  header: Buffer,
  current: number,
  sectorSize: number,
  sector: (index: number) => Promise<Buffer>,
): Promise<number> {
  const perSector = sectorSize / 4;
  const slot = Math.floor(current / perSector);
  if (slot >= 109) return END_OF_CHAIN;
  const fat = await sector(header.readUInt32LE(76 + slot * 4));
  const at = (current % perSector) * 4;
  return at + 4 <= fat.length ? fat.readUInt32LE(at) : END_OF_CHAIN;
}
