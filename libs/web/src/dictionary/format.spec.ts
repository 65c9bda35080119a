import { formatClock, formatDay, formatInstant, formatSize } from './format';

test('a day is said in Chinese, and none is a dash', () => {
  expect(formatDay('2024-06-05')).toBe('2024年6月5日');
  expect(formatDay(null)).toBe('—');
});

test('an instant is shown on the clock of Shanghai wherever the browser stands', () => {
  expect(formatInstant('2024-12-31T16:05:00Z')).toBe('2025-01-01 00:05');
  expect(formatClock('2024-12-31T16:05:00Z')).toBe('00:05');
});

test('sizes are readable', () => {
  expect([formatSize(69), formatSize(23_456), formatSize(1_834_567)]).toEqual(['69 B', '23 KB', '1.7 MB']);
});
