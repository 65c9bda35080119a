import { TRAINING } from '../../../../test/support/forms.js';
import { tableSums } from './table-sums.js';
import { validateForm } from './validate-form.js';

const pathsOf = (sessions: unknown) =>
  validateForm(TRAINING, { progress: '已办', sessions } as never, 0, { today: '2024-11-01' }).map(({ code, at }) => [
    code,
    at?.property,
  ]);

test('a table whose cells are as its columns ask has no finding', () => {
  expect(pathsOf([{ _row: 'r1', name: '第一期', people: 70, day: '2024-10-31' }])).toEqual([]);
});

test.each<[string, string, unknown]>([
  ['field-required', 'sessions', []],
  ['field-type', 'sessions', '三期'],
  ['field-type', 'sessions/0', ['第一期']],
  ['field-required', 'sessions/1/people', [{ name: '一', people: 1 }, { name: '二' }]],
  ['field-type', 'sessions/0/people', [{ name: '一', people: '七十' }]],
  ['field-decimals', 'sessions/0/people', [{ name: '一', people: 70.5 }]],
  ['field-too-late', 'sessions/0/day', [{ name: '一', people: 1, day: '2024-11-02' }]],
  ['field-unknown', 'sessions/0', [{ name: '一', people: 1, place: '礼堂' }]],
  ['field-too-many', 'sessions', Array.from({ length: 61 }, () => ({ name: '一', people: 1 }))],
])('%s points at %s', (code, path, sessions) => {
  expect(pathsOf(sessions)).toEqual([[code, path]]);
});

test('a message about a cell names the table, the row as people count it, and the column', () => {
  const [finding] = validateForm(TRAINING, { progress: '已办', sessions: [{ name: '一' }] }, 0);
  expect(finding?.message).toBe('请填写“培训班次”第 1 行的“人数”。');
});

test('a column that shows its sum has one, without the dirt of binary fractions', () => {
  const field = {
    type: 'array',
    items: { type: 'object', properties: { amount: { type: 'number', title: '金额' }, name: { type: 'string' } } },
  } as const;
  const ui = { columns: { order: ['amount'], amount: { sum: true } } } as const;
  expect(tableSums(field, ui, [{ amount: 0.1 }, { amount: 0.2 }, { amount: '三' }, {}, null])).toEqual({ amount: 0.3 });
  expect(tableSums(field, ui, undefined)).toEqual({ amount: 0 });
});
