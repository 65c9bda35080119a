import { TRAINING } from '../../../../test/support/forms.js';
import { firstPlace, namePathOf } from './form-place';

test('a place that the server names is where antd keeps the value', () => {
  expect(namePathOf('sessions/2/people')).toEqual(['sessions', 2, 'people']);
  expect(namePathOf('data.progress')).toEqual(['progress']);
});

test('the first place is the one that comes first on the page, by field, row and column', () => {
  const places = [['sessions', 1, 'name'], ['sessions', 0, 'people'], ['score'], ['sessions', 0, 'day']];
  expect(firstPlace(TRAINING, places)).toEqual(['sessions', 0, 'people']);
  expect(firstPlace(TRAINING, [...places, ['cost']])).toEqual(['cost']);
  expect(firstPlace(TRAINING, [])).toBeUndefined();
});
