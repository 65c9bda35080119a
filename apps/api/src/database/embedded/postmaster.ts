import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { programEnvironment } from './cluster.js';
import type { Strategy } from './strategy.js';

export interface PostmasterOptions {
  readonly cluster: string;
  readonly sockets: string;
  readonly log: string;
  /** further `-c name=value` settings */
  readonly settings?: Readonly<Record<string, string>>;
}

/** A running database server. `stop` waits until its last process is gone. */
export interface Postmaster {
  readonly pid: number;
  /** settles when the server is gone, stopped or not */
  readonly exited: Promise<void>;
  stop(): Promise<void>;
}

/** Starts the server and waits until it accepts connections. @returns the server, or the end of its log when it died */
export async function startPostmaster(strategy: Strategy, options: PostmasterOptions): Promise<Postmaster | string> {
  if (existsSync(options.log)) renameSync(options.log, `${options.log}.1`);
  const log = openSync(options.log, 'a', 0o600);
  const extra = Object.entries(options.settings ?? {}).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const [program, ...args] = strategy.command(join(strategy.folder, 'bin', 'postgres'), [
    '-D',
    options.cluster,
    '-k',
    options.sockets,
    '-c',
    'listen_addresses=',
    '-c',
    'max_connections=120',
    '-c',
    'unix_socket_permissions=0700',
    ...extra,
  ]);
  // a session of its own: Ctrl+C in the terminal reaches Node only, which then stops the database in order
  const child = spawn(program, args, {
    ...strategy.user,
    env: programEnvironment(),
    cwd: '/',
    stdio: ['ignore', log, log],
    detached: true,
  });
  closeSync(log);
  child.unref();
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()).once('error', () => resolve()));
  if (!(await becameReady(child, options.cluster))) {
    await exited;
    return readFileSync(options.log, 'utf8').trim().split('\n').slice(-5).join('\n');
  }
  return { pid: child.pid ?? 0, exited, stop: () => stop(child, exited) };
}

/** PostgreSQL writes its state into line 8 of postmaster.pid; this is what pg_ctl reads too. */
async function becameReady(child: ChildProcess, cluster: string): Promise<boolean> {
  const file = join(cluster, 'postmaster.pid');
  while (child.exitCode === null && child.signalCode === null && child.pid !== undefined) {
    const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
    if (Number(lines[0]) === child.pid && lines[7]?.trim() === 'ready') return true;
    await pause(10);
  }
  return false;
}

/** Fast shutdown: open transactions are rolled back, nothing committed is lost. */
async function stop(child: ChildProcess, exited: Promise<void>): Promise<void> {
  child.ref();
  if (child.exitCode === null && child.signalCode === null) child.kill('SIGINT');
  await exited;
}
