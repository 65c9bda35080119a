import { asJson, emptyRow, readJson, readRows, type CorrectionRow } from './corrections.js';

const row = (name: string, value: string, kind: CorrectionRow['kind'] = 'text'): CorrectionRow => ({
  name,
  value,
  kind,
});

test('rows give values of the kind that was chosen, and empty rows give nothing', () => {
  const rows = [row('标题', '通知'), row('amount', '120', 'number'), row('urgent', 'false', 'boolean'), emptyRow];
  expect(readRows(rows)).toEqual({ ok: true, variables: { 标题: '通知', amount: 120, urgent: false } });
});

test.each([
  [row('', '通知'), '请填写这一项的名称。'],
  [row('2nd', '通知'), '“2nd”不能用作名称：请用文字或字母开头，只用文字、字母、数字和下划线。'],
  [row('__proto__', '通知'), '“__proto__”不能用作名称：请用文字或字母开头，只用文字、字母、数字和下划线。'],
  [row('amount', '很多', 'number'), '“amount”应当是数字，例如 120 或 0.5。'],
  [row('urgent', '', 'boolean'), '请选择“urgent”是或者否。'],
])('a row %j is told what is wrong with it', (wrong, problem) => {
  expect(readRows([row('ok', '1'), wrong])).toEqual({ ok: false, problems: [null, problem] });
});

test('a name that is written twice is refused at both places', () => {
  const twice = '“a”写了两次，请只留一项。';
  expect(readRows([row('a', '1'), row('a', '2')])).toEqual({ ok: false, problems: [twice, twice] });
});

test('JSON may hold anything under names, and nothing else', () => {
  expect(readJson('{"units": ["市公安局"], "amount": 3}')).toEqual({
    ok: true,
    variables: { units: ['市公安局'], amount: 3 },
  });
  expect(readJson('  ')).toEqual({ ok: true, variables: {} });
  for (const text of ['{', '[1]', '3', 'null', '{"a-b": 1}', '{"__proto__": 1}'])
    expect(readJson(text)).toMatchObject({ ok: false, problems: [expect.stringMatching(/。$/)] });
});

test('rows go over to JSON without being typed again', () => {
  expect(JSON.parse(asJson([row('amount', '120', 'number'), emptyRow]))).toEqual({ amount: 120 });
  expect(asJson([emptyRow])).toBe('');
});
