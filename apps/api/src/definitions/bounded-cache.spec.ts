import { BoundedCache } from './bounded-cache.js';

test('the value that was not used for longest is dropped when the cache is full', () => {
  const cache = new BoundedCache<number>(2);
  cache.set('a', 1);
  cache.set('b', 2);
  expect(cache.get('a')).toBe(1);
  cache.set('c', 3);
  expect(cache.get('b')).toBeUndefined();
  expect([cache.get('a'), cache.get('c'), cache.size]).toEqual([1, 3, 2]);
});

test('large values leave room for fewer, and one that is larger than everything is kept alone', () => {
  const cache = new BoundedCache<string>(10, (text) => text.length);
  cache.set('a', 'aaaa');
  cache.set('b', 'bbbb');
  cache.set('c', 'cccc');
  expect([cache.get('a'), cache.get('b'), cache.get('c')]).toEqual([undefined, 'bbbb', 'cccc']);
  cache.set('b', 'b');
  cache.set('d', 'ddddd');
  expect(cache.size).toBe(3);
  cache.set('e', 'e'.repeat(50));
  expect([cache.size, cache.get('e')?.length]).toEqual([1, 50]);
});
