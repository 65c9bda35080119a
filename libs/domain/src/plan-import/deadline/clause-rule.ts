import type { Milestone } from '../../plan/measure.js';
import type { Day } from './when.js';
import type { DeadlinePolicy } from './deadline-policy.js';

/** What was read so far: a clause may lean on the ones before it. */
export interface ReadSoFar {
  readonly milestones: readonly Milestone[];
}

/** The reading of one clause; `unclear` says in Chinese why a clause that a rule recognises cannot be read. */
export type ClauseReading =
  | { readonly milestones: readonly Milestone[] }
  | { readonly ongoing: true }
  | { readonly continues: string }
  | { readonly unclear: string };

/** One kind of wording. Undefined: not mine, ask the next rule. */
export type ClauseRule = (clause: string, before: ReadSoFar, policy: DeadlinePolicy) => ClauseReading | undefined;

type Words = Pick<Milestone, 'requirement' | 'sectors' | 'exceptSectors'>;

export const milestonesOn = (days: readonly Day[], words: Words): readonly Milestone[] =>
  days.map((day) => ({ ...day, ...words }));

/** 公安、交通运输 → two sectors; undefined when a part is empty or holds anything but Chinese characters. */
export function readSectors(text: string): readonly string[] | undefined {
  const sectors = text.split('、');
  return sectors.every((sector) => /^[\u3400-\u9fff]{2,12}$/u.test(sector)) ? sectors : undefined;
}

export const impossibleDay = (day: string): ClauseReading => ({ unclear: `日历上没有「${day}」这一天` });
