import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive, startOf } from './processes.js';

/** Another running program holds the data directory. */
export class DataDirectoryInUse extends Error {
  override readonly name = 'DataDirectoryInUse';
}

/**
 * Claims a data directory for this process, so that a second start cannot mistake a living database for an orphan.
 * A claim left behind by a process that is gone is taken over.
 * @returns gives the claim back
 */
export function claim(directory: string): () => void {
  const file = join(directory, 'owner');
  const mine = `${process.pid} ${startOf(process.pid)}\n`;
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      writeFileSync(file, mine, { flag: 'wx', mode: 0o600 });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const [pid, start] = readOwner(file);
      if (pid !== process.pid && isAlive(pid) && startOf(pid) === start)
        throw new DataDirectoryInUse(
          `数据目录 ${directory} 正被另一个承办程序使用（进程 ${pid}）。请先停止它，或用 DATA_DIR 指定另一个目录。`,
        );
      rmSync(file, { force: true });
    }
  }
  throw new DataDirectoryInUse(`无法占用数据目录 ${directory}：另一个承办程序正在同时启动。请稍后再试。`);
}

function readOwner(file: string): [number, string] {
  try {
    const [pid, start] = readFileSync(file, 'utf8').trim().split(' ');
    return [Number(pid), start ?? ''];
  } catch {
    return [-1, ''];
  }
}
