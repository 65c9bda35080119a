import { CATEGORIES, type Category } from '../categories.js';

/** now: at once (by mail: with what comes in the next minutes) · digest: at the person's time on working days · off: not at all */
export const PACES = ['now', 'digest', 'off'] as const;
export type Pace = (typeof PACES)[number];

export interface Choice {
  readonly inApp: Pace;
  readonly mail: Pace;
}

/** Only what somebody chose differently from {@link choiceOf}'s defaults need be in it. */
export type Choices = Readonly<Partial<Record<Category, Choice>>>;

export const DEFAULT_DIGEST_AT = '08:30';

/** Everything appears in the bell; by mail what is urgent comes at once, what is to be done with the digest. */
const defaultOf = (category: Category): Choice => ({
  inApp: 'now',
  mail: CATEGORIES[category].urgent ? 'now' : ['task', 'trouble'].includes(category) ? 'digest' : 'off',
});

export const choiceOf = (choices: Choices, category: Category): Choice => choices[category] ?? defaultOf(category);
