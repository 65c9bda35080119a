import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { commandOf, isAlive } from './processes.js';

/**
 * Stops a database whose owner was killed where the kernel could not do it (not Linux, no setpriv).
 * Call only while holding the claim on the directory: then no living program needs that database.
 */
export async function stopOrphan(cluster: string): Promise<void> {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  const command = pid > 1 ? commandOf(pid) : '';
  if (!command.includes('postgres') || !command.includes(cluster)) return;
  process.kill(pid, 'SIGINT');
  for (let i = 0; i < 1500 && isAlive(pid) && existsSync(file); i++) await pause(10);
  if (existsSync(file) && isAlive(pid)) throw new Error(`上次的数据库进程 ${pid} 没有停止。请结束它之后再启动。`);
}
