import { readTimerText } from './timer-text.js';
import { readWorkdaySpan, writeWorkdaySpan } from './workday-span.js';

const problem = (kind: 'duration' | 'date' | 'cycle', text: string): string => {
  const read = readTimerText(kind, text);
  return read.ok ? '' : read.error;
};

describe('working days in a drawing', () => {
  it.each([
    ['P5BD', 5, 1440],
    ['P5BDT17:30', 5, 1050],
    ['P10BDT9:00', 10, 540],
    ['5个工作日', 5, 1440],
    ['5 个工作日', 5, 1440],
    ['5工作日', 5, 1440],
    ['3个工作日内', 3, 1440],
    ['3个工作日后17:30', 3, 1050],
    ['3个工作日 17时', 3, 1020],
    ['3个工作日 9点5分', 3, 545],
    ['1个工作日24:00', 1, 1440],
  ])('%s are %i days, until minute %i', (text, days, minutes) => {
    expect(readWorkdaySpan(text)).toEqual({ days, minutes });
  });

  it.each([
    'P0BD',
    '0个工作日',
    'P5BDT25:00',
    'P5BDT24:01',
    'P5BDT17:60',
    'P5BDT4H',
    'P1.5BD',
    '五个工作日',
    'P5B',
    '5天',
  ])('%s are none', (text) => expect(readWorkdaySpan(text)).toBeNull());

  it.each(['P5BD', 'P5BDT17:30', 'P12BDT09:05'])('%s are written as they are read', (text) => {
    const span = readWorkdaySpan(text);
    expect(span && writeWorkdaySpan(span)).toBe(text);
  });
});

describe('the text of a timer', () => {
  it.each([
    ['R3/PT10H', 3],
    ['R/P1D', null],
    ['R-1/P1M', null],
    ['R5/2024-01-01T09:00/P1Y', 5],
    ['R2/P1D/2024-12-31', 2],
    ['R2/5个工作日', 2],
    ['R/2024-01-01/P5BD', null],
  ])('%s repeats: %s', (text, times) => {
    expect(readTimerText('cycle', text)).toMatchObject({ ok: true, value: { kind: 'cycle', times } });
  });

  it.each([
    ['cycle', 'PT10H', '不是循环'],
    ['cycle', 'R0/PT1H', '一次也不重复'],
    ['cycle', 'R3', '不是循环'],
    ['cycle', 'R3/2024-01-01', '没有间隔'],
    ['cycle', 'R3/2024-02-30/P1D', '日期写错了'],
    ['cycle', 'R3/P1D/P1D', '日期写错了'],
    ['cycle', 'R3/PT0S', '间隔太短'],
    ['cycle', 'R3/PT0.5S', '间隔太短'],
    ['cycle', '0 0 9 * * ?', '不是循环'],
    ['cycle', 'R3/P1D/2024-12-31/P1D', '不是循环'],
    ['duration', '三天', '不是时长'],
    ['duration', 'R3/PT1H', '不是时长'],
    ['date', '明天', '不是日期'],
    ['date', '  ', '是空的'],
  ] as const)('a %s of %p says what is wrong', (kind, text, words) => expect(problem(kind, text)).toContain(words));
});
