// `npm run check`: everything that can be known without running the product.
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
const failed = [];
for (const [name, tool, args] of checks) {
  if (only.length > 0 && !only.some((word) => name.includes(word))) continue;
  const command = tool === 'node' ? process.execPath : `node_modules/.bin/${tool}`;
  const code = await run(command, args);
  console.log(`${code === 0 ? '✓' : '✗'} ${name}`);
  if (code !== 0) failed.push(name);
}
if (failed.length > 0) console.error(`not clean: ${failed.join(', ')}`);
process.exit(failed.length === 0 ? 0 : 1);
