import { IntentKeys, randomKey } from './intent-keys';

test('the same intent with the same content keeps its key until it is settled', () => {
  const keys = new IntentKeys();
  const first = keys.keyFor('submit', { progress: '已完成' });
  expect(keys.keyFor('submit', { progress: '已完成' })).toBe(first);
  keys.settle('submit');
  expect(keys.keyFor('submit', { progress: '已完成' })).not.toBe(first);
});

test('other content is another intent', () => {
  const keys = new IntentKeys();
  expect(keys.keyFor('return', { reason: '缺统计表' })).not.toBe(keys.keyFor('return', { reason: '缺签到表' }));
});

test('two acts at once do not share a key', () => {
  const keys = new IntentKeys();
  expect(keys.keyFor('claim', {})).not.toBe(keys.keyFor('release', {}));
});

test('a key is 128 bits that the API accepts as a header', () => {
  expect(randomKey()).toMatch(/^[0-9a-f]{32}$/);
});
