import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive, startOf } from './processes.js';

/** Another running program holds the data directory. */
class DataDirectoryInUse extends Error {
  override readonly name = 'DataDirectoryInUse';
}

/**
 * Claims a data directory for this process, so that a second start cannot mistake a living database for an orphan.
 * A claim left behind by a process that is gone is taken over.
 * @returns gives the claim back
 */
export function claim(directory: string): () => void {
  const file = join(directory, 'owner');
  const mine = join(directory, `owner.${process.pid}`);
  writeFileSync(mine, `${process.pid} ${startOf(process.pid)}\n`, { mode: 0o600 });
  try {
    for (let attempt = 0; attempt < 3; attempt++) {
      // a link appears whole or not at all, and only where there is none yet
      if (linked(mine, file)) return () => rmSync(file, { force: true });
      const found = contentOf(file);
      refuseLiving(directory, found);
      removeStale(file, found);
    }
  } finally {
    rmSync(mine, { force: true });
  }
  throw new DataDirectoryInUse(`无法占用数据目录 ${directory}：另一个承办程序正在同时启动。请稍后再试。`);
}

function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function refuseLiving(directory: string, owner: string): void {
  const [pid, start] = [Number(owner.split(' ')[0]), owner.trim().split(' ')[1] ?? ''];
  const living = Number.isInteger(pid) && pid > 1 && pid !== process.pid && isAlive(pid) && startOf(pid) === start;
  if (living)
    throw new DataDirectoryInUse(
      `数据目录 ${directory} 正被另一个承办程序使用（进程 ${pid}）。请先停止它，或用 DATA_DIR 指定另一个目录。`,
    );
}

/** Moves the stale claim away; should another start have replaced it in this very moment, its claim is put back. */
function removeStale(file: string, stale: string): void {
  const aside = `${file}.stale.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  if (contentOf(aside) !== stale) linked(aside, file);
  rmSync(aside, { force: true });
}

function contentOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
