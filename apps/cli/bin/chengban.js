#!/usr/bin/env node
// Runs the built command. In a checkout it is built first when it is missing or older than its sources.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
const main = path.join(root, 'dist/apps/cli/src/main.js');
const sources = ['apps/cli/src', 'libs/domain/src', 'libs/documents/src'].map((folder) => path.join(root, folder));
/** A folder that exists while somebody builds: of two commands started together only one builds. */
const lock = path.join(root, 'dist/.building-cli');
const LONGEST_BUILD_MS = 120_000;

/** @param {string} file @returns {number} when it changed, 0 when it is not there */
const changedAt = (file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** @param {string} folder @returns {number} the newest change of a file below it that the build reads */
function newestChange(folder) {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.spec.ts'))
    .reduce((newest, entry) => Math.max(newest, changedAt(path.join(entry.parentPath, entry.name))), 0);
}

const isStale = () => sources.some((folder) => newestChange(folder) > changedAt(main));

/** @returns {Promise<boolean>} true when this process holds the lock; false when another one built in the meantime */
async function takeLock() {
  mkdirSync(path.dirname(lock), { recursive: true });
  for (;;) {
    try {
      mkdirSync(lock);
      return true;
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    }
    // a lock older than any build was left behind by a process that was killed
    if (Date.now() - changedAt(lock) > LONGEST_BUILD_MS) rmSync(lock, { recursive: true, force: true });
    await setTimeout(100);
    if (!existsSync(lock) && !isStale()) return false;
  }
}

if (isStale() && (await takeLock())) {
  try {
    const nest = path.join(root, 'node_modules/@nestjs/cli/bin/nest.js');
    const build = spawnSync(process.execPath, [nest, 'build', 'cli'], { cwd: root, encoding: 'utf8' });
    if (build.status !== 0) {
      console.error('命令行工具没有构建成功。请先运行 npm ci，再运行 npx nest build cli 查看原因。');
      console.error(`${build.stdout}${build.stderr}`.slice(0, 2_000));
      process.exitCode = 2;
    }
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}
if (process.exitCode === undefined) await import(pathToFileURL(main).href);
