// `npm run conformance -- DIR [--json FILE]`: bundles the runner of test/conformance as it is now, and runs it.
import { rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
// a folder of its own for each run: two at a time do not write into each other
const outDir = path.join(root, 'dist/conformance', String(process.pid));
await build({
  root,
  configFile: false,
  logLevel: 'error',
  resolve: { alias: { '@chengban/domain': path.join(root, 'libs/domain/src/index.ts') } },
  build: { ssr: path.join(root, 'test/conformance/main.ts'), outDir, target: 'node20' },
});
const { main } = await import(pathToFileURL(path.join(outDir, 'main.js')).href);
rmSync(outDir, { recursive: true });
process.exitCode = await main(process.argv.slice(2), (/** @type {string} */ line) => console.log(line));
