import type { FormDefinition } from './form.js';
import { validateForm } from './validate-form.js';

const form: FormDefinition = {
  key: 'f',
  title: '表单',
  schema: {
    type: 'object',
    required: ['progress', 'state'],
    properties: {
      progress: { type: 'string', title: '进展情况', maxLength: 5 },
      state: { type: 'string', title: '完成情况', enum: ['已完成', '正在推进'] },
      hours: { type: 'number', title: '学时', minimum: 0, maximum: 100 },
      public: { type: 'boolean', title: '是否公开' },
      day: { type: 'string', title: '日期' },
      note: { type: 'string', title: '备注' },
    },
  },
  ui: {
    order: ['progress', 'state', 'hours', 'public', 'day', 'note'],
    day: { widget: 'date' },
    hours: { widget: 'number', unit: '学时' },
  },
  evidence: { min: 1, max: 2 },
};
const good = { progress: '已办', state: '已完成', hours: 60, public: true, day: '2024-02-29' };

test('complete data have no finding', () => {
  expect(validateForm(form, good, 1)).toEqual([]);
});

test('what is empty and not required has no finding', () => {
  expect(validateForm(form, { progress: '已办', state: '已完成', hours: null, day: '', note: '  ' }, 2)).toEqual([]);
});

test.each<[string, string, Parameters<typeof validateForm>[1]]>([
  ['field-required', 'progress', { progress: undefined as never }],
  ['field-required', 'progress', { progress: '   ' }],
  ['field-required', 'state', { state: null }],
  ['field-too-long', 'progress', { progress: '一二三四五六' }],
  ['field-not-a-choice', 'state', { state: '差不多' }],
  ['field-type', 'progress', { progress: 5 }],
  ['field-type', 'state', { state: ['已完成'] }],
  ['field-type', 'hours', { hours: '六十' }],
  ['field-too-small', 'hours', { hours: -1 }],
  ['field-too-large', 'hours', { hours: 101 }],
  ['field-type', 'public', { public: '是' }],
  ['field-date', 'day', { day: '2023-02-29' }],
  ['field-date', 'day', { day: '2月29日' }],
  ['field-too-long', 'note', { note: '字'.repeat(5_001) }],
  ['field-unknown', 'extra', { extra: 1 }],
  ['field-unknown', '__proto__', JSON.parse('{"__proto__": 1}') as never],
])('%s at %s', (code, property, change) => {
  const data = Object.fromEntries(
    [...new Map([...Object.entries(good), ...Object.entries(change)])].filter(([, value]) => value !== undefined),
  );
  expect(validateForm(form, data, 1)).toEqual([expect.objectContaining({ code, severity: 'error', at: { property } })]);
});

test('characters are counted as people count them', () => {
  expect(validateForm(form, { ...good, progress: '𠮷𠮷𠮷𠮷𠮷' }, 1)).toEqual([]);
});

test.each([
  [0, 'evidence-missing'],
  [3, 'evidence-too-many'],
])('%d files are refused: %s', (count, code) => {
  expect(validateForm(form, good, count)).toEqual([expect.objectContaining({ code, at: { property: 'evidence' } })]);
});
