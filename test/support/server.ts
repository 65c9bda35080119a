import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '../../apps/api/src/database/embedded/start-embedded.js';
import { isAlive } from '../../apps/api/src/database/embedded/processes.js';

const PREFIX = 'chengban-test-';

/** Tests may lose a database when the machine stops; they must not wait for its disk. */
const FAST = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', shared_buffers: '64MB' };

/**
 * Connection text of one database of this worker's PostgreSQL. The server is started by the first test file of a
 * worker process, serves the following ones, and dies with the worker (the kernel sees to it).
 */
export async function serverUrl(): Promise<(name: string) => string> {
  const directory = join(tmpdir(), `${PREFIX}${process.pid}`);
  const note = join(directory, 'url');
  if (!existsSync(note)) {
    removeLeftovers();
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    const server = await startEmbedded(directory, FAST);
    writeFileSync(note, server.url('DATABASE'));
  }
  const url = readFileSync(note, 'utf8');
  return (name) => url.replace('DATABASE', name);
}

/** Directories of workers that are gone. */
function removeLeftovers(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(name.startsWith(PREFIX) ? name.slice(PREFIX.length) : Number.NaN);
    if (Number.isInteger(pid) && (pid === process.pid || !isAlive(pid))) {
      rmSync(join(tmpdir(), name), { recursive: true, force: true });
    }
  }
}
