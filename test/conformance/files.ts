import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

type Index = Readonly<Record<string, unknown>>;

export const isRecord = (value: unknown): value is Index => typeof value === 'object' && value !== null;

/** A file of a suite; an index may name it by where it lay before it was put into the folder. */
export function readText(folder: string, file: string): string {
  const named = path.join(folder, file);
  return readFileSync(existsSync(named) ? named : path.join(folder, path.basename(file)), 'utf8');
}

export function readIndex(folder: string): Index {
  const index: unknown = JSON.parse(readText(folder, 'index.json'));
  if (!isRecord(index)) throw new Error(`${folder}/index.json is not an object`);
  return index;
}

/** A list of the index. Its format is this repository's own contract, so its rows are not looked into further. */
export function list<Row>(index: Index, name: string): readonly Row[] {
  const rows = index[name];
  if (!Array.isArray(rows)) throw new Error(`index.json has no list "${name}"`);
  return rows as readonly Row[];
}
