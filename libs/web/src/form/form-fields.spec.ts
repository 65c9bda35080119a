import type { FormDefinition } from '@chengban/domain';
import { choicesOf, fieldsOf, maxLengthOf, readable, rulesOf } from './form-fields';

const form: FormDefinition = {
  key: 'f',
  title: '表单',
  schema: {
    type: 'object',
    properties: {
      rate: { type: 'number', title: '办理率', minimum: 0, maximum: 100 },
      progress: { type: 'string', title: '进展情况' },
      completion: { type: 'string', title: '完成情况', enum: ['done', 'going'], enumNames: ['已完成', '正在推进'] },
      covered: { type: 'boolean', title: '是否全覆盖' },
    },
    required: ['progress', 'completion'],
  },
  ui: { order: ['progress', 'completion', 'unknown'], rate: { widget: 'number', unit: '%' } },
  evidence: { min: 1, max: 20 },
};
const field = (name: string) => fieldsOf(form).find((one) => one.name === name)!;

test('fields come in the order of the form, those it does not list after them, unknown names not at all', () => {
  expect(fieldsOf(form).map((one) => one.name)).toEqual(['progress', 'completion', 'rate', 'covered']);
});

test('a field without a widget gets the one of its type', () => {
  expect(fieldsOf(form).map((one) => one.widget)).toEqual(['textarea', 'choice', 'number', 'choice']);
});

test('a text without a limit has the limit of the domain, a choice has none', () => {
  expect(maxLengthOf(field('progress').schema)).toBe(5000);
  expect(maxLengthOf(field('completion').schema)).toBeUndefined();
});

test('a required field says what to do, a choice to choose and a text to write', () => {
  expect(rulesOf(field('progress'))).toContainEqual({ required: true, whitespace: true, message: '请填写进展情况' });
  expect(rulesOf(field('completion'))).toContainEqual({ required: true, whitespace: false, message: '请选择完成情况' });
});

test('a number keeps to its range', () => {
  expect(rulesOf(field('rate'))).toEqual([
    { type: 'number', min: 0, message: '办理率不能小于 0' },
    { type: 'number', max: 100, message: '办理率不能大于 100' },
  ]);
});

test('values are read as their words, with unit', () => {
  expect(readable(field('completion'), 'going')).toBe('正在推进');
  expect(readable(field('rate'), 98)).toBe('98 %');
  expect(readable(field('covered'), false)).toBe('否');
  expect(readable(field('progress'), undefined)).toBe('');
  expect(choicesOf(field('covered').schema)).toHaveLength(2);
});
