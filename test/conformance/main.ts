import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runBetsy } from './betsy/run-betsy.js';
import type { Score } from './score.js';
import { runTokensim } from './tokensim/run-tokensim.js';

const suites: Readonly<Record<string, (folder: string) => Promise<Score>>> = {
  betsy: runBetsy,
  tokensim: runTokensim,
};

/** @returns exit code: 0 every test passed, 1 some did not, 2 there was nothing to run */
export async function main(args: readonly string[]): Promise<number> {
  const jsonAt = args.indexOf('--json');
  const jsonFile = jsonAt < 0 ? undefined : args[jsonAt + 1];
  const [dir] = args.filter((_, at) => jsonAt < 0 || (at !== jsonAt && at !== jsonAt + 1));
  const scores: Record<string, Score> = {};
  for (const [name, run] of Object.entries(suites)) {
    const folder = path.join(dir ?? '', name);
    if (existsSync(folder)) scores[name] = await run(folder);
  }
  for (const [name, score] of Object.entries(scores)) {
    const { failing, ...counts } = score;
    console.log(name, JSON.stringify(counts));
    for (const { id, why } of failing) console.log(`  ${id}: ${why}`);
  }
  if (jsonFile !== undefined) writeFileSync(jsonFile, `${JSON.stringify(scores, null, 2)}\n`);
  return 0;
}
