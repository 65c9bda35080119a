import { accessAt, type FormDefinition } from '@chengban/domain';
import { TRAINING } from '../../../../test/support/forms.js';
import { choicesOf, fieldsOf, maxLengthOf, problemOf, readable, rulesOf } from './form-fields';

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

test.each(['rate', 'covered'])('no rule takes the value of %s for a text', (name) => {
  expect(rulesOf({ ...field(name), required: true })[0]).not.toHaveProperty('whitespace');
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

describe('fields of the newer kinds', () => {
  const shown = (name: string) => fieldsOf(TRAINING).find((one) => one.name === name)!;

  test('each has its kind and widget, and a table its columns in order', () => {
    expect(fieldsOf(TRAINING).map(({ kind, widget }) => [kind, widget])).toEqual([
      ['text', 'textarea'],
      ['number', 'number'],
      ['choice', 'choice'],
      ['choice', 'choice'],
      ['yesNo', 'choice'],
      ['date', 'date'],
      ['person', 'person'],
      ['unit', 'unit'],
      ['files', 'files'],
      ['table', 'table'],
      ['number', 'number'],
    ]);
    expect(shown('sessions').columns.map(({ name }) => name)).toEqual(['name', 'people', 'day', 'approved']);
  });

  test('what is hidden is not drawn, what is required here says so', () => {
    const fields = [
      { name: 'score', access: 'hidden' as const },
      { name: 'cost', required: true },
    ];
    const drawn = fieldsOf(TRAINING, accessAt(TRAINING, { purpose: 'draft', fields }));
    expect(drawn.some(({ name }) => name === 'score')).toBe(false);
    expect(drawn.find(({ name }) => name === 'cost')?.required).toBe(true);
  });

  test('the domain says what is wrong with decimals, days and numbers of things, in its own words', () => {
    expect(problemOf(shown('cost'), 1.234)).toBe('“经费”要填最多 2 位小数的数字。');
    expect(problemOf(shown('heldOn'), '2999-01-01')).toMatch(/^“结束日期”不能晚于今天/);
    expect(problemOf(shown('topics'), ['法律', '案卷', '礼仪'])).toBe('“培训内容”最多 2 个，现在是 3 个。');
    expect(problemOf(shown('cost'), 1.23)).toBeUndefined();
    expect(problemOf(shown('cost'), undefined)).toBeUndefined();
  });

  test('ids are read by their names, lists in a row, a table by its length', () => {
    const names = { p1: '陈警官', gonganju: '市公安局' };
    expect(readable(shown('leader'), 'p1', names)).toBe('陈警官');
    expect(readable(shown('leader'), 'p2', names)).toBe('（已不在名单）');
    expect(readable(shown('partners'), ['gonganju'], names)).toBe('市公安局');
    expect(readable(shown('topics'), ['法律', '案卷'])).toBe('法律、案卷');
    expect(readable(shown('sessions'), [{}, {}])).toBe('2 行');
  });
});
