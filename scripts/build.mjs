// Builds what is missing or out of date: the server and the command line through Nest, the two web apps through Vite.
// A part is up to date when the sources and settings that it is made from hash to what they were at its last build.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './run.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const settings = ['package-lock.json', 'tsconfig.json', 'tsconfig.web.json', 'nest-cli.json'];

const parts = [
  {
    name: 'api',
    from: ['apps/api', 'libs/domain', 'libs/documents'],
    makes: 'dist/apps/api',
    how: ['nest', 'build', 'api'],
  },
  {
    name: 'cli',
    from: ['apps/cli', 'libs/domain', 'libs/documents'],
    makes: 'dist/apps/cli',
    how: ['nest', 'build', 'cli'],
  },
  {
    name: 'workbench',
    from: ['apps/workbench', 'libs/web', 'libs/domain'],
    makes: 'dist/web/workbench',
    how: ['vite', 'build', 'apps/workbench'],
  },
  {
    name: 'designer',
    from: ['apps/designer', 'libs/web', 'libs/domain'],
    makes: 'dist/web/designer',
    how: ['vite', 'build', 'apps/designer'],
  },
];

/** @param {string} place @returns {string[]} */
function filesBelow(place) {
  const full = path.join(root, place);
  if (!existsSync(full)) return [];
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules') && !entry.name.endsWith('.spec.ts'))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

/** @param {{from: string[]}} part */
function fingerprint(part) {
  const hash = createHash('sha256');
  for (const file of [...settings.map((name) => path.join(root, name)), ...part.from.flatMap(filesBelow)]) {
    hash.update(path.relative(root, file)).update('\0').update(readFileSync(file));
  }
  return hash.digest('hex');
}

/** @param {{ force?: boolean }} [options] @returns {Promise<number>} exit code */
export async function build({ force = false } = {}) {
  for (const part of parts) {
    const mark = path.join(root, 'dist/.built', part.name);
    const now = fingerprint(part);
    const upToDate = existsSync(path.join(root, part.makes)) && existsSync(mark) && readFileSync(mark, 'utf8') === now;
    if (upToDate && !force) continue;
    console.log(`正在构建 ${part.name} …`);
    rmSync(path.join(root, part.makes), { recursive: true, force: true });
    const [tool, ...args] = /** @type {[string, ...string[]]} */ (part.how);
    const code = await run(path.join(root, 'node_modules/.bin', tool), args);
    if (code !== 0) {
      console.error(`构建 ${part.name} 没有成功，请看上面的输出。`);
      return code;
    }
    mkdirSync(path.dirname(mark), { recursive: true });
    writeFileSync(mark, now);
  }
  return 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.chdir(root);
  process.exit(await build({ force: process.argv.includes('--force') }));
}
