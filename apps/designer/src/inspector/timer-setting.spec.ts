import { readTimer, startWith, timerInWords, writeTimer, type TimerText } from './timer-setting.js';

test.each<TimerText>([
  { kind: 'duration', text: 'P3D' },
  { kind: 'duration', text: 'P5BD' },
  { kind: 'date', text: '2025-06-30' },
  { kind: 'date', text: '2025-06-30T09:00' },
  { kind: 'cycle', text: 'R3/P1D' },
  { kind: 'cycle', text: 'R/P5BD' },
])('reads $text and writes it back unchanged', (timer) => {
  expect(writeTimer(readTimer(timer)!)).toEqual(timer);
});

test.each<TimerText>([
  { kind: 'duration', text: 'P1DT2H' },
  { kind: 'duration', text: 'form.days' },
  { kind: 'date', text: 'dueOn' },
  { kind: 'cycle', text: 'R/2024-01-01/P1M' },
])('leaves $text as text', (timer) => {
  expect(readTimer(timer)).toBeNull();
  expect(timerInWords(timer)).toBe(timer.text);
});

test('a change of kind keeps the stretch of time', () => {
  expect(startWith('cycle', readTimer({ kind: 'duration', text: 'P5BD' }))).toEqual({ kind: 'cycle', text: 'R/P5BD' });
  expect(startWith('date', readTimer({ kind: 'duration', text: 'P5BD' }))).toEqual({ kind: 'date', text: '' });
});

test('says a timer in words', () => {
  expect(timerInWords({ kind: 'cycle', text: 'R3/P5BD' })).toBe('每隔 5 个工作日，共 3 次');
  expect(timerInWords({ kind: 'cycle', text: 'R/P1D' })).toBe('每隔 1 天');
  expect(timerInWords({ kind: 'date', text: '2025-06-30T09:00' })).toBe('到 2025-06-30 09:00');
});
