import type { Offer, Verb } from '@chengban/web';
import { arranged, shownInBar } from './arranged';

const offer = (verb: Verb, code?: string): Offer =>
  ({ verb, label: verb, allowed: code === undefined, ...(code && { code }) }) as Offer;
const names = (offers: readonly Offer[]): string[] => offers.map(({ verb }) => verb);

test('the main verb stands last, what is rarer behind 更多', () => {
  const { bar, more } = arranged(
    ['approve', 'removeSigner', 'return', 'transfer', 'reject', 'delegate', 'addSigner'].map((verb) =>
      offer(verb as Verb),
    ),
  );
  expect(names(bar)).toEqual(['reject', 'return', 'approve']);
  expect(names(more)).toEqual(['transfer', 'delegate', 'addSigner', 'removeSigner']);
});

test('a single rare verb needs no list of its own', () => {
  const { bar, more } = arranged([offer('submit'), offer('save'), offer('transfer')]);
  expect(names(bar)).toEqual(['transfer', 'save', 'submit']);
  expect(more).toEqual([]);
});

test('of taking and giving back only the end that can be pressed is shown', () => {
  expect(names(shownInBar([offer('claim'), offer('release', 'not-claimed'), offer('approve')]))).toEqual([
    'claim',
    'approve',
  ]);
  expect(names(shownInBar([offer('claim', 'already-claimed'), offer('release'), offer('approve')]))).toEqual([
    'release',
    'approve',
  ]);
});

test('taking is shown with its reason where another has the task, and not at all where it is one person’s alone', () => {
  const held = 'held-by-another';
  expect(names(shownInBar([offer('claim', held), offer('release', held)]))).toEqual(['claim']);
  expect(names(shownInBar([offer('claim', 'already-claimed'), offer('release', 'only-candidate')]))).toEqual([]);
});
