import { TRAINING } from '../../../../test/support/forms.js';
import { dayLimits } from './fields/date.js';
import type { FormDefinition } from './form.js';
import { validateForm } from './validate-form.js';

const GOOD = { progress: '已办', sessions: [{ name: '一', people: 1 }] };
const AROUND = {
  today: '2024-11-01',
  persons: new Set(['p1']),
  units: new Set(['gonganju', 'shuiliju']),
  files: new Set(['f1', 'f2']),
};
const findingsOf = (change: object) =>
  validateForm(TRAINING, { ...GOOD, ...change } as never, 0, AROUND).map(({ code, at }) => [code, at?.property]);

test.each([
  [{ cost: 12.34 }],
  [{ topics: ['法律', '案卷'] }],
  [{ topics: [] }],
  [{ heldOn: '2024-11-01' }],
  [{ leader: 'p1' }],
  [{ partners: ['gonganju', 'shuiliju'] }],
  [{ rosters: ['f1', 'f2'] }],
  [{ leader: '', partners: null }],
])('%j may be handed in', (change) => {
  expect(findingsOf(change)).toEqual([]);
});

test.each<[string, string, object]>([
  ['field-decimals', 'cost', { cost: 12.345 }],
  ['field-not-a-choice', 'topics', { topics: ['法律', '唱歌'] }],
  ['field-too-many', 'topics', { topics: ['法律', '案卷', '礼仪'] }],
  ['field-twice', 'topics', { topics: ['法律', '法律'] }],
  ['field-type', 'topics', { topics: '法律' }],
  ['field-too-early', 'heldOn', { heldOn: '2023-12-31' }],
  ['field-too-late', 'heldOn', { heldOn: '2024-11-02' }],
  ['field-date', 'heldOn', { heldOn: '2024-02-30' }],
  ['field-no-such-person', 'leader', { leader: 'p2' }],
  ['field-type', 'leader', { leader: ['p1'] }],
  ['field-no-such-unit', 'partners', { partners: ['gonganju', 'huoxing'] }],
  ['field-no-such-file', 'rosters', { rosters: ['f3'] }],
  ['field-too-many', 'rosters', { rosters: ['f1', 'f2', 'f3', 'f4'] }],
])('%s at %s', (code, path, change) => {
  expect(findingsOf(change)).toEqual([[code, path]]);
});

test('a day that lies ahead is told from today, whatever the clock of the page says', () => {
  const [finding] = validateForm(TRAINING, { ...GOOD, heldOn: '2024-11-02' }, 0, AROUND);
  expect(finding?.message).toBe('“结束日期”不能晚于今天（2024-11-01）。');
});

describe('a day that must be later than the deadline', () => {
  const form: FormDefinition = {
    key: 'extension',
    title: '延期申请',
    schema: {
      type: 'object',
      properties: {
        until: {
          type: 'string',
          title: '延期到',
          format: 'date',
          formatMinimum: 'tomorrow',
          formatExclusiveMinimum: 'due',
        },
      },
    },
    ui: { order: ['until'] },
    evidence: { min: 0, max: 0 },
  };
  const messages = (until: string, due: string | undefined) =>
    validateForm(form, { until }, 0, { today: '2024-11-01', ...(due !== undefined && { due }) }).map(
      ({ message }) => message,
    );

  test.each([
    ['2024-12-31', '2024-12-31', ['“延期到”应当晚于现在的完成时限（2024-12-31）。']],
    ['2024-12-30', '2024-12-31', ['“延期到”应当晚于现在的完成时限（2024-12-31）。']],
    ['2025-01-01', '2024-12-31', []],
    ['2024-11-01', '2024-10-20', ['“延期到”应当晚于今天（2024-11-01）。']],
    ['2024-11-02', '2024-10-20', []],
    ['2024-11-02', undefined, []],
    ['2024-11-01', undefined, ['“延期到”应当晚于今天（2024-11-01）。']],
  ])('%s where the deadline is %s', (until, due, expected) => {
    expect(messages(until, due)).toEqual(expected);
  });

  test('its picker begins the day after', () => {
    const field = form.schema.properties['until']!;
    expect(dayLimits(field, { today: '2024-11-01', due: '2024-12-31' })).toEqual({ first: '2025-01-01' });
    expect(dayLimits(field, { today: '2024-11-01', due: '2024-10-31' })).toEqual({ first: '2024-11-02' });
    expect(dayLimits(field, {})).toEqual({});
  });
});
