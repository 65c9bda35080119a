// `npm run bench -- [row…] [--json FILE]`: each row is a figure with what it was held against, run in the same minute.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from '../../scripts/build.mjs';

/**
 * @typedef {{ row: string, value: number, unit: string, against: string, ratio: number | null }} Figure
 * @typedef {{ names: string[], measure: () => Promise<Figure[]> }} Bench
 */

const here = path.dirname(fileURLToPath(import.meta.url));
const files = ['step', 'block', 'peer', 'compile', 'bundle', 'start', 'import-seed', 'act-http', 'approval'];

const args = process.argv.slice(2);
const jsonAt = args.indexOf('--json');
const jsonFile = jsonAt >= 0 ? args.splice(jsonAt, 2)[1] : undefined;
const wanted = args;

if ((await build()) !== 0) process.exit(1);

/** @type {Figure[]} */
const figures = [];
for (const file of files) {
  /** @type {{ default: Bench }} */
  const { default: bench } = await import(pathToFileURL(path.join(here, 'rows', `${file}.mjs`)).href);
  if (wanted.length > 0 && !bench.names.some((name) => wanted.includes(name))) continue;
  for (const figure of await bench.measure()) {
    if (wanted.length > 0 && !wanted.includes(figure.row)) continue;
    figures.push(figure);
    const ratio = figure.ratio === null ? '' : `  ratio ${figure.ratio.toPrecision(3)}`;
    console.log(
      `${figure.row.padEnd(18)} ${figure.value.toPrecision(4)} ${figure.unit}  against ${figure.against}${ratio}`,
    );
  }
}
if (jsonFile !== undefined) writeFileSync(jsonFile, `${JSON.stringify(figures, null, 2)}\n`);
const unknown = wanted.filter((name) => !figures.some((figure) => figure.row === name));
if (unknown.length > 0) console.error(`no such row: ${unknown.join(', ')}`);
process.exit(unknown.length === 0 ? 0 : 2);
