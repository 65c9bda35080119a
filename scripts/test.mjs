// `npm test`: unit, property and API tests in jest, then the browser story in Chromium; one closing line for all.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from './build.mjs';
import { chromiumPath } from './chromium.mjs';
import { run } from './run.mjs';

const artifacts = path.resolve('artifacts');
const jestReport = path.join(artifacts, 'jest.json');
const browserReport = path.join(artifacts, 'browser.json');
rmSync(artifacts, { recursive: true, force: true });
mkdirSync(artifacts, { recursive: true });

let passed = 0;
let failed = 0;
let skipped = 0;
const count = (
  /** @type {string} */ file,
  /** @type {(report: any) => [number, number, number]} */ read,
  /** @type {number} */ code,
) => {
  const [good, bad, left] = existsSync(file) ? read(JSON.parse(readFileSync(file, 'utf8'))) : [0, 0, 0];
  passed += good;
  skipped += left;
  // a runner that fails without a failed test (a file that does not load, a crash) still counts as a failure
  failed += code !== 0 && bad === 0 ? 1 : bad;
};

if ((await build()) !== 0) process.exit(1);

const jest = await run(process.execPath, [
  '--experimental-vm-modules',
  '--no-warnings',
  'node_modules/jest/bin/jest.js',
  '--json',
  `--outputFile=${jestReport}`,
  ...process.argv.slice(2),
]);
count(jestReport, (r) => [r.numPassedTests, r.numFailedTests + r.numRuntimeErrorTestSuites, r.numPendingTests], jest);

if (process.argv.length <= 2) {
  const chromium = chromiumPath();
  if (chromium === undefined && process.env.CI !== 'true') {
    console.log('No Chromium was found: the browser tests were left out. Set CHROMIUM=/path/to/chromium to run them.');
  } else {
    const code = await run('node_modules/.bin/playwright', ['test'], { PLAYWRIGHT_JSON_OUTPUT_NAME: browserReport });
    count(browserReport, (r) => [r.stats.expected + r.stats.flaky, r.stats.unexpected, r.stats.skipped], code);
  }
}

console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
