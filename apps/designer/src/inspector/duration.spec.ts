import { durationInWords, readDuration, writeDuration } from './duration.js';

test.each(['P3D', 'PT12H', 'PT30M'])('reads %s and writes it back unchanged', (text) => {
  expect(writeDuration(readDuration(text)!)).toBe(text);
});

test.each(['', 'P1Y', 'P1DT2H', '2026-01-01', 'P-3D', 'R3/P1D'])('leaves %p as text', (text) => {
  expect(readDuration(text)).toBeNull();
});

test('says a duration in words, and what it cannot say as it is', () => {
  expect(durationInWords('P3D')).toBe('3 天');
  expect(durationInWords('P1DT2H')).toBe('P1DT2H');
});
