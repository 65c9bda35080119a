import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Strategy } from './strategy.js';

/** The major version in the npm package; its data files cannot be read by another major version. */
const PG_MAJOR = '18';

/** @throws when the directory was written by another PostgreSQL: it is never converted silently */
export function refuseOtherVersion(cluster: string): void {
  const file = join(cluster, 'PG_VERSION');
  if (!existsSync(file)) return;
  const found = readFileSync(file, 'utf8').trim();
  if (found !== PG_MAJOR)
    throw new Error(
      `数据目录 ${cluster} 是 PostgreSQL ${found} 的数据，本程序内置的是 PostgreSQL ${PG_MAJOR}，不能直接打开。` +
        `请用原来版本的程序备份后再恢复到新目录，或用 DATABASE_URL 连接外部 PostgreSQL ${found}。`,
    );
}

/** Environment of every PostgreSQL program: nothing of the caller's locale or PG* variables leaks in. */
export const programEnvironment = (): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'],
  SystemRoot: process.env['SystemRoot'],
  LC_ALL: 'C',
  TZ: 'UTC',
});

/**
 * Creates the database cluster unless there is one. It is made beside its final place and moved there when complete,
 * so that an initdb killed in the middle is simply made again.
 * @returns null when the cluster is ready, else what initdb said
 */
export function createCluster(cluster: string, strategy: Strategy): string | null {
  if (existsSync(cluster)) {
    strategy.own(cluster);
    return null;
  }
  const unfinished = `${cluster}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  strategy.own(unfinished);
  const [program, ...args] = strategy.command(join(strategy.folder, 'bin', 'initdb'), [
    '-D',
    unfinished,
    '-U',
    'postgres',
    '-A',
    'trust',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--locale=C.UTF-8',
    '--no-instructions',
  ]);
  const done = spawnSync(program, args, { ...strategy.user, env: programEnvironment(), cwd: '/', encoding: 'utf8' });
  if (done.status !== 0) return String(done.error ?? done.stderr);
  renameSync(unfinished, cluster);
  return null;
}
