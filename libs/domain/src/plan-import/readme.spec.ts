import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

const folder = import.meta.dirname;
const source = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
  .map((name) => readFileSync(path.join(folder, name), 'utf8'))
  .join('\n');
const readme = readFileSync(path.join(folder, 'README.md'), 'utf8');

const sorted = (codes: Iterable<string>): readonly string[] => [...new Set(codes)].sort();

describe('the page about plan-import', () => {
  it('lists every code of a repair or finding, and no other', () => {
    const inSource = source.matchAll(/(?:code: |report\(\s*|warn\(\s*)'([a-z]+(?:-[a-z]+)+)'/gu);
    const inReadme = readme.matchAll(/^\| `([a-z-]+)` +\|/gmu);
    expect(sorted([...inReadme].map(([, code]) => code!))).toEqual(sorted([...inSource].map(([, code]) => code!)));
  });
});
