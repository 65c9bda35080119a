import { lookOf } from './past-steps';

test('what brought the matter forward, back or neither is told apart, and what no longer counts above all', () => {
  const looks = (
    [
      ['approve', true],
      ['return', true],
      ['withdraw', true],
      ['urge', true],
      ['approve', false],
    ] as const
  ).map(([verb, counts]) => lookOf({ verb, counts }));
  expect(looks).toEqual(['past', 'returned', 'returned', 'aside', 'undone']);
});
