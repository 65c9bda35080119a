// What a browser must load before the first page of each web app shows: the entry script and all it imports at once.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

/** @param {string} folder of a built web app @returns {{ scripts: string[], bytes: number }} gzip bytes of the first load */
export function firstLoad(folder) {
  const html = readFileSync(path.join(folder, 'index.html'), 'utf8');
  const entries = [...html.matchAll(/(?:src|href)="[^"]*?(assets\/[^"/]+\.js)"/g)].map((match) => match[1] ?? '');
  const seen = new Set();
  const visit = (/** @type {string} */ file) => {
    if (seen.has(file) || !existsSync(path.join(folder, file))) return;
    seen.add(file);
    const text = readFileSync(path.join(folder, file), 'utf8');
    for (const match of text.matchAll(/(?:\bfrom|\bimport)\s*["'](\.[^"']+\.js)["']/g)) {
      visit(path.join(path.dirname(file), match[1] ?? ''));
    }
  };
  entries.forEach(visit);
  const scripts = [...seen];
  if (scripts.length === 0) throw new Error(`${folder}/index.html names no script`);
  return {
    scripts,
    bytes: scripts.reduce((sum, file) => sum + gzipSync(readFileSync(path.join(folder, file))).length, 0),
  };
}

const BUDGET_KB = 400;

export default {
  names: ['bundle.workbench', 'bundle.designer'],
  measure: async () =>
    ['workbench', 'designer'].map((app) => {
      const kilobytes = firstLoad(`dist/web/${app}`).bytes / 1000;
      return {
        row: `bundle.${app}`,
        value: kilobytes,
        unit: 'kB gzip',
        against: `${BUDGET_KB} kB`,
        ratio: kilobytes / BUDGET_KB,
      };
    }),
};
