import type { Offer, Verb } from '@chengban/web';

/** From what undoes to what goes on, so that the main verb always stands at the same corner. */
const BAR: readonly Verb[] = ['release', 'claim', 'save', 'reject', 'return', 'submit', 'approve', 'reply'];
const MORE: readonly Verb[] = ['transfer', 'delegate', 'addSigner', 'removeSigner'];

/** 签收 and 退还 are two ends of one switch: only the end that can be pressed is shown, or 签收 with its reason. */
export function shownInBar(offers: readonly Offer[]): Offer[] {
  const can = (verb: Verb): boolean => offers.some((offer) => offer.verb === verb && offer.allowed);
  // a task that is one person's alone is neither taken nor given back
  const alone = offers.some(({ verb, code }) => verb === 'release' && code === 'only-candidate');
  return offers.filter(({ verb }) => {
    if (verb === 'release') return can('release');
    if (verb === 'claim') return !can('release') && !alone;
    return true;
  });
}

/** The verbs used most stand in the bar, the others behind 更多; one alone needs no list. */
export function arranged(offers: readonly Offer[]): { bar: Offer[]; more: Offer[] } {
  const of = (order: readonly Verb[]): Offer[] =>
    offers.filter(({ verb }) => order.includes(verb)).sort((a, b) => order.indexOf(a.verb) - order.indexOf(b.verb));
  const more = of(MORE);
  return more.length === 1 ? { bar: [...more, ...of(BAR)], more: [] } : { bar: of(BAR), more };
}
