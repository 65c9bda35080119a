import type { Offer, Verb } from '@chengban/web';

const ORDER: readonly Verb[] = ['urge', 'withdraw', 'cancel', 'reopen', 'reroute', 'terminate'];

/** Whoever is not the starter never will be: no verb to be shown as refused. */
const NEVER_MINE: ReadonlySet<string> = new Set(['not-starter']);

/** What stands in the menu of a matter: one's own first, those of administrators last; confirming a move has a place of its own. */
export const inMatterMenu = (offers: readonly Offer[]): Offer[] =>
  offers
    .filter(({ verb, code }) => ORDER.includes(verb) && !NEVER_MINE.has(code ?? ''))
    .sort((a, b) => ORDER.indexOf(a.verb) - ORDER.indexOf(b.verb));
