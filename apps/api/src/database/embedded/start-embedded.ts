import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createCluster, refuseOtherVersion } from './cluster.js';
import { nativeFolder } from './native-binaries.js';
import { stopOrphan } from './orphan.js';
import { claim } from './owner-lock.js';
import { startPostmaster } from './postmaster.js';
import { socketDirectory } from './socket-directory.js';
import { strategies } from './strategy.js';

/** A running embedded database. */
export interface EmbeddedDatabase {
  /** connection text for the database `name`; there is no TCP port and no password, only the socket's directory */
  url(name?: string): string;
  readonly pid: number;
  /** settles when the server is gone, stopped or not */
  readonly exited: Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts the PostgreSQL that npm installed, with its files under `<dataDir>/pg`.
 * @throws DataDirectoryInUse when another program holds the directory; Error with Chinese text when nothing works
 */
export async function startEmbedded(
  dataDir: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<EmbeddedDatabase> {
  const data = resolve(dataDir);
  mkdirSync(data, { recursive: true, mode: 0o700 });
  const cluster = join(data, 'pg');
  refuseOtherVersion(cluster);
  const release = claim(data);
  try {
    await stopOrphan(cluster);
    const sockets = socketDirectory(data);
    const native = await nativeFolder();
    const refusals: string[] = [];
    for (const strategy of strategies(native, data)) {
      strategy.own(sockets);
      const log = join(data, 'postgres.log');
      const started =
        createCluster(cluster, strategy) ?? (await startPostmaster(strategy, { cluster, sockets, log, settings }));
      if (typeof started === 'string') {
        refusals.push(`[${strategy.name}] ${started}`);
        continue;
      }
      const stop = async (): Promise<void> => {
        await started.stop();
        release();
      };
      const url = (name = 'postgres'): string =>
        `postgres://postgres@/${encodeURIComponent(name)}?host=${encodeURIComponent(sockets)}`;
      return { url, pid: started.pid, exited: started.exited, stop };
    }
    throw new Error(`内置数据库没有启动。请查看 ${join(data, 'postgres.log')}；原因：\n${refusals.join('\n')}`);
  } catch (error) {
    release();
    throw error;
  }
}
