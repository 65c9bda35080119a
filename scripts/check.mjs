// `npm run check`: everything that can be known without running the product.
import { availableParallelism } from 'node:os';
import { run } from './run.mjs';

/** @type {readonly [string, string, string[]][]} */
const checks = [
  ['types of the server, the command line and the tests', 'tsc', ['--noEmit', '-p', 'tsconfig.json']],
  ['the domain needs neither Node nor a browser', 'tsc', ['--noEmit', '-p', 'libs/domain/tsconfig.json']],
  ['types of the pages', 'tsc', ['--noEmit', '-p', 'tsconfig.web.json']],
  ['types of the browser tests', 'tsc', ['--noEmit', '-p', 'test/browser/tsconfig.json']],
  ['lint', 'oxlint', ['--deny-warnings', 'apps', 'libs', 'test', 'scripts']],
  ['boundaries', 'node', ['scripts/check-boundaries.mjs']],
  ['unused code and dependencies', 'knip', []],
  ['format', 'prettier', ['--check', '--log-level', 'warn', '.']],
  ['links', 'node', ['scripts/check-links.mjs']],
];

const only = process.argv.slice(2);
const left = checks.filter(([name]) => only.length === 0 || only.some((word) => name.includes(word)));
/** @type {string[]} */
const failed = [];

/** One after the other, beside as many others as the machine has cores for. */
async function work() {
  for (let next = left.shift(); next !== undefined; next = left.shift()) {
    const [name, tool, args] = next;
    const command = tool === 'node' ? process.execPath : `node_modules/.bin/${tool}`;
    const code = await run(command, args);
    console.log(`${code === 0 ? '✓' : '✗'} ${name}`);
    if (code !== 0) failed.push(name);
  }
}

await Promise.all(Array.from({ length: Math.min(4, availableParallelism()) }, work));
if (failed.length > 0) console.error(`not clean: ${failed.join(', ')}`);
process.exit(failed.length === 0 ? 0 : 1);
