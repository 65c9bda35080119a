import type { Milestone } from '../../plan/measure.js';
import type { Day } from './when.js';
import type { DeadlinePolicy } from './deadline-policy.js';

/** What was read so far: a clause may lean on the ones before it. */
interface ReadSoFar {
  readonly milestones: readonly Milestone[];
}

/** The reading of one clause; `unclear` says in Chinese why a clause that a rule recognises cannot be read. */
type ClauseReading =
  | { readonly milestones: readonly Milestone[] }
  | { readonly ongoing: true }
  | { readonly continues: string }
  | { readonly unclear: string };

/** One kind of wording. Undefined: not mine, ask the next rule. */
export type ClauseRule = (clause: string, before: ReadSoFar, policy: DeadlinePolicy) => ClauseReading | undefined;

type Words = Pick<Milestone, 'requirement' | 'sectors' | 'exceptSectors'>;

export const milestonesOn = (days: readonly Day[], words: Words): readonly Milestone[] =>
  days.map((day) => ({ ...day, ...words }));

const NO_SECTOR = /^(各|所有|全体|有关|相关|上述|其|市直|本)/u;

/** 公安、交通运输 → two sectors; undefined when a part is no name of a sector (各行政执法, 有关). */
export function readSectors(text: string): readonly string[] | undefined {
  const sectors = text.split('、');
  const isSector = (sector: string): boolean => /^[\u3400-\u9fff]{2,12}$/u.test(sector) && !NO_SECTOR.test(sector);
  return sectors.every(isSector) ? sectors : undefined;
}
