// The files that are spoilt: every flow that we ship, every drawing of a check, and one with every kind of element.
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileOf } from '../engine/draw.js';
import { CALLED, Draughtsman } from '../engine/every-element.js';

const bpmnIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.bpmn'))
    .sort()
    .map((name) => readFileSync(path.join(folder, name), 'utf8'));

/** Numbers that make the draughtsman draw every kind of block somewhere. */
const drawn = Array.from({ length: 12 }, (_, seed) => {
  const dice = Array.from({ length: 80 }, (_unused, i) => ((i + 1) * 7_919 + seed * 104_729) % 10_000);
  return fileOf(new Draughtsman(dice).flow(), CALLED);
});

export const models: readonly string[] = [
  ...bpmnIn('workflows'),
  ...bpmnIn('libs/domain/src/checks/fixtures'),
  ...drawn,
];
