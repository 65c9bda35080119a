import { conditionInWords, readSimple, writeSimple } from './simple-condition.js';

test.each([
  ['verdict = "approve"', { kind: 'verdict', verdict: 'approve' }],
  ['form.completion = "已完成"', { kind: 'form', field: 'completion', operator: '=', value: '已完成' }],
  ['form.amount >= 10.5', { kind: 'form', field: 'amount', operator: '>=', value: 10.5 }],
  ['form.urgent != true', { kind: 'form', field: 'urgent', operator: '!=', value: true }],
  ['form.说明 = "带\\"引号\\"的"', { kind: 'form', field: '说明', operator: '=', value: '带"引号"的' }],
])('reads %s and writes it back unchanged', (text, condition) => {
  expect(readSimple(text)).toEqual(condition);
  expect(writeSimple(readSimple(text)!)).toBe(text);
});

test.each([
  '',
  'verdict = "maybe"',
  'round > 2',
  'form.a = form.b',
  'form.a = "x" and form.b = 1',
  'verdict="approve" or true',
])('leaves %p as text, because the builder could not show all of it', (text) => expect(readSimple(text)).toBeNull());

test('says a condition in words, with the titles of the form', () => {
  expect(conditionInWords('verdict = "return"')).toBe('上一环节意见是退回');
  expect(conditionInWords('form.completion = "已完成"', () => '完成情况')).toBe('完成情况等于“已完成”');
  expect(conditionInWords('round > 2')).toBe('满足“round > 2”');
  expect(conditionInWords('')).toBe('没有条件');
});
