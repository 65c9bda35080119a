import { durationInWords, readDuration, writeDuration } from './duration.js';

test.each(['P3D', 'PT12H', 'PT30M', 'P5BD'])('reads %s and writes it back unchanged', (text) => {
  expect(writeDuration(readDuration(text)!)).toBe(text);
});

test('reads working days in words and writes them as the code', () => {
  expect(writeDuration(readDuration('5个工作日')!)).toBe('P5BD');
});

test.each(['', 'P1Y', 'P1DT2H', '2026-01-01', 'P-3D', 'R3/P1D', 'P5BDT17:30'])('leaves %p as text', (text) => {
  expect(readDuration(text)).toBeNull();
});

test('says a duration in words, and what it cannot say as it is', () => {
  expect(durationInWords('P3D')).toBe('3 天');
  expect(durationInWords('P5BD')).toBe('5 个工作日');
  expect(durationInWords('P1DT2H')).toBe('P1DT2H');
});
