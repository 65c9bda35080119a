import { readFileSync } from 'node:fs';

const seed = new URL('../../../seeds/taishan/tasklist.txt', import.meta.url);

export const seedBytes = (): Buffer => readFileSync(seed);

/** The seed's rows with tabs, as cells. */
export const seedRows = (): readonly (readonly string[])[] =>
  seedBytes()
    .toString('utf8')
    .split('\n')
    .filter((line) => line.includes('\t'))
    .map((line) => line.split('\t'));

export const SEED_TITLE = '台山市提升行政执法质量三年行动实施方案工作任务清单';
