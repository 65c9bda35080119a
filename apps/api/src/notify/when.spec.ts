import { noticeCalendar } from '@chengban/domain';
import { afterQuiet, nextDigest } from './when.js';

const at = (text: string): number => Date.parse(`${text}:00+08:00`);
const digest = (now: string, time: string): number => nextDigest(at(now), time, noticeCalendar());

test('a digest comes today when its time is still to come', () => {
  expect(digest('2024-11-01T08:00', '08:30')).toBe(at('2024-11-01T08:30'));
});

test('at its very time the digest is over, and the next comes on the next working day', () => {
  expect(digest('2024-10-31T08:30', '08:30')).toBe(at('2024-11-01T08:30'));
});

test('no digest comes at a weekend or in the holidays', () => {
  expect(digest('2024-11-01T09:00', '08:30')).toBe(at('2024-11-04T08:30'));
  expect(digest('2024-09-30T09:00', '08:30')).toBe(at('2024-10-08T08:30'));
});

test('a digest comes on a weekend day that is worked in exchange', () => {
  expect(digest('2024-09-28T12:00', '08:30')).toBe(at('2024-09-29T08:30'));
});

test('quiet hours over midnight end in the morning, from either side of it', () => {
  const quiet = { from: '22:00', to: '07:30' };
  expect(afterQuiet(at('2024-11-01T23:00'), quiet)).toBe(at('2024-11-02T07:30'));
  expect(afterQuiet(at('2024-11-02T03:00'), quiet)).toBe(at('2024-11-02T07:30'));
  expect(afterQuiet(at('2024-11-02T07:30'), quiet)).toBe(at('2024-11-02T07:30'));
  expect(afterQuiet(at('2024-11-01T21:59'), quiet)).toBe(at('2024-11-01T21:59'));
});

test('quiet hours within a day end the same day', () => {
  const quiet = { from: '12:00', to: '14:00' };
  expect(afterQuiet(at('2024-11-01T12:00'), quiet)).toBe(at('2024-11-01T14:00'));
  expect(afterQuiet(at('2024-11-01T14:00'), quiet)).toBe(at('2024-11-01T14:00'));
  expect(afterQuiet(at('2024-11-01T14:00'), null)).toBe(at('2024-11-01T14:00'));
});
