import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runBetsy } from './betsy/run-betsy.js';
import { runConstraints } from './constraints/run-constraints.js';
import { isRecord, readIndex } from './files.js';
import { runMiwg } from './miwg/run-miwg.js';
import type { Score } from './score.js';
import { runSoundness } from './soundness/run-soundness.js';
import { runTokensim } from './tokensim/run-tokensim.js';

type Suite = 'betsy' | 'tokensim' | 'constraints' | 'soundness' | 'miwg';

const suites: Readonly<Record<Suite, (folder: string) => Promise<Score>>> = {
  betsy: runBetsy,
  tokensim: runTokensim,
  constraints: runConstraints,
  soundness: runSoundness,
  miwg: runMiwg,
};

const isSuite = (name: string): name is Suite => Object.hasOwn(suites, name);

export type Scores = Partial<Record<Suite, Score>>;

/** A folder with any of the suites in it, or one that is itself a suite, whatever it is called. */
export async function runFolder(dir: string): Promise<Scores> {
  if (hasIndex(dir)) {
    const suite = suiteOf(readIndex(dir));
    return suite === null ? {} : { [suite]: await suites[suite](dir) };
  }
  const scores: Scores = {};
  for (const name of Object.keys(suites).filter(isSuite)) {
    const folder = path.join(dir, name);
    if (hasIndex(folder)) scores[name] = await suites[name](folder);
  }
  return scores;
}

/** Which suite an index belongs to, by what its rows have. */
function suiteOf(index: Readonly<Record<string, unknown>>): Suite | null {
  const has = (rows: string, member: string): boolean => {
    const list = index[rows];
    const first: unknown = Array.isArray(list) ? list[0] : null;
    return isRecord(first) && member in first;
  };
  if (has('tests', 'startProcess')) return 'betsy';
  if (has('cases', 'steps')) return 'tokensim';
  if (has('cases', 'rule')) return 'constraints';
  if (has('models', 'verdicts')) return 'soundness';
  return has('models', 'file') ? 'miwg' : null;
}

const hasIndex = (folder: string): boolean => existsSync(path.join(folder, 'index.json'));

const USAGE = 'npm run conformance -- DIR [--json FILE]';

/** @returns exit code: 0 every test passed, 1 some did not, 2 there was nothing to run */
export async function main(args: readonly string[], print: (line: string) => void): Promise<number> {
  const jsonAt = args.indexOf('--json');
  const jsonFile = jsonAt < 0 ? null : (args[jsonAt + 1] ?? '');
  const [dir, ...more] = jsonAt < 0 ? args : [...args.slice(0, jsonAt), ...args.slice(jsonAt + 2)];
  if (dir === undefined || more.length > 0 || jsonFile === '') {
    print(USAGE);
    return 2;
  }
  const scores = await runFolder(dir);
  const rows = Object.entries(scores);
  if (rows.length === 0) {
    print(`${dir} holds none of ${Object.keys(suites).join(', ')} with an index.json`);
    return 2;
  }
  for (const [name, score] of rows) tell(name, score, print);
  if (jsonFile !== null) writeFileSync(jsonFile, `${JSON.stringify(scores, null, 2)}\n`);
  return rows.every(([, { total, passed }]) => passed === total) ? 0 : 1;
}

function tell(name: string, score: Score, print: (line: string) => void): void {
  const { total, passed, wrong, refused, falseAlarms } = score;
  const alarms = falseAlarms === undefined ? '' : `, ${falseAlarms} false alarms`;
  print(`${name}: ${passed} of ${total} passed, ${wrong} wrong, ${refused} refused${alarms}`);
  for (const { id, why } of score.failing) print(`  ${id}: ${why}`);
}
