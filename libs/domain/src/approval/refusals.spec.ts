import { readFileSync, readdirSync } from 'node:fs';
import type { Refusal } from '../shared/refusal.js';
import * as refusals from './refusals.js';

const here = new URL('./', import.meta.url);
const specs = readdirSync(here, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.spec.ts') && name !== 'refusals.spec.ts')
  .map((name) => readFileSync(new URL(name, here), 'utf8'))
  .join('\n');

const all = Object.values(refusals).map((make) => (make as (...about: unknown[]) => Refusal)('reason', 2));

test('every refusal says in plain Chinese what is the matter and what to do', () => {
  for (const { message, cure } of all) {
    expect(message).toMatch(/[\u4e00-\u9fff].*。$/u);
    expect(cure).toMatch(/[\u4e00-\u9fff].*。$/u);
  }
});

test('every refusal is reached by a spec of the verbs', () => {
  expect([...new Set(all.map(({ code }) => code))].filter((code) => !specs.includes(`'${code}'`))).toEqual([]);
});
