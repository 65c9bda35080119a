import type { Moddle } from '../modeler/moddle.js';
import { drawnSeats, modeSettings, passChoiceOf, passSettings, type PassChoice } from './seat-settings.js';

const drawn = (settings: Record<string, unknown>) =>
  drawnSeats({ get: (name: string) => settings[name.replace('chengban:', '')] } as unknown as Moddle);

test.each<PassChoice>(['majority', 'twoThirds', 'threeQuarters', 'all', 'share', 'count'])(
  'the way to pass «%s» is read back as it was set',
  (choice) => {
    expect(passChoiceOf(drawn({ seats: 'vote', ...passSettings(choice) }))).toBe(choice);
  },
);

test('what counts votes goes with the vote, so that nothing is left that has no effect', () => {
  const vote = { seats: 'vote', passCount: 2, rejectCount: 1, veto: true, decide: 'collect' };
  for (const choice of ['one', 'any', 'sequence'] as const) {
    const left = Object.entries({ ...vote, ...modeSettings(choice) }).filter(([, value]) => value !== undefined);
    expect(left).toEqual(choice === 'one' ? [] : [['seats', choice]]);
  }
  expect({ ...vote, ...modeSettings('all') }.decide).toBe('collect');
});

test('a vote that was just chosen already says when it passes', () => {
  expect(passChoiceOf(drawn(modeSettings('vote')))).toBe('twoThirds');
});

test('a word that no way of deciding has is shown as nothing chosen', () => {
  expect(drawn({ seats: 'everybody' }).choice).toBeUndefined();
});
