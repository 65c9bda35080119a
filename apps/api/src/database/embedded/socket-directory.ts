import { createHash } from 'node:crypto';
import { chmodSync, lstatSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A unix socket path must fit in 107 bytes; PostgreSQL adds `/.s.PGSQL.5432`. */
const LONGEST = 107 - '/.s.PGSQL.5432'.length;

/**
 * Where the database listens: the same place after every restart, readable by nobody else.
 * Beside the data when the path is short enough, else a directory in the system's temporary folder named after it.
 */
export function socketDirectory(dataDirectory: string): string {
  const beside = join(dataDirectory, 'run');
  const uid = process.getuid?.() ?? 0;
  const digest = createHash('sha256').update(dataDirectory).digest('hex').slice(0, 12);
  const path = Buffer.byteLength(beside) <= LONGEST ? beside : join(tmpdir(), `chengban-${uid}-${digest}`);
  mkdirSync(path, { recursive: true, mode: 0o700 });
  const found = lstatSync(path);
  // in a shared temporary folder somebody else may have taken the name; a fresh directory is then the safe one
  if (!found.isDirectory() || (uid !== 0 && found.uid !== uid)) return mkdtempSync(join(tmpdir(), 'chengban-'));
  chmodSync(path, 0o700);
  return path;
}
