import type { Offer, Verb } from '@chengban/web';
import { inMatterMenu } from './matter-offers';

const offer = (verb: Verb, code?: string): Offer =>
  ({ verb, label: verb, allowed: code === undefined, ...(code && { code }) }) as Offer;

test('the menu of a matter has one’s own verbs first and ending it last, and leaves confirming a move to its notice', () => {
  const offers = ['terminate', 'confirmReroute', 'withdraw', 'dropReroute', 'urge'].map((verb) => offer(verb as Verb));
  expect(inMatterMenu(offers).map(({ verb }) => verb)).toEqual(['urge', 'withdraw', 'terminate']);
});

test('what can never be mine is left out, what is not possible now stays with its reason', () => {
  const offers = [offer('cancel', 'not-starter'), offer('withdraw', 'withdraw-too-late')];
  expect(inMatterMenu(offers).map(({ verb }) => verb)).toEqual(['withdraw']);
});
