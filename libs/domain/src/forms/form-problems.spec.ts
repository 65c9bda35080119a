import { readFileSync, readdirSync } from 'node:fs';
import { TRAINING } from '../../../../test/support/forms.js';
import type { FormDefinition } from './form.js';
import { formProblems } from './form-problems.js';

const withField = (name: string, field: object, ui: object = {}) =>
  ({
    ...TRAINING,
    schema: { type: 'object', properties: { [name]: field } },
    ui: { order: [name], [name]: ui },
  }) as unknown as FormDefinition;

const folder = new URL('../../../../workflows/', import.meta.url);
const shipped = readdirSync(folder, { withFileTypes: true }).filter((each) => each.isDirectory());

test.each(shipped.map(({ name }) => name))('the form of %s has no problem', (name) => {
  expect(formProblems(JSON.parse(readFileSync(new URL(`${name}/form.json`, folder), 'utf8')))).toEqual([]);
});

test('a form with every kind of field has no problem', () => {
  expect(formProblems(TRAINING)).toEqual([]);
});

const table = (columns: object, more: object = {}) => ({
  type: 'array',
  title: '表',
  items: { type: 'object', properties: columns },
  ...more,
});

test.each<[string, string, FormDefinition]>([
  ['an unknown type', 'a', withField('a', { type: 'integer', title: '甲' })],
  ['a list of nothing', 'a', withField('a', { type: 'array', title: '甲' })],
  ['an unknown format', 'a', withField('a', { type: 'string', title: '甲', format: 'email' })],
  ['an unknown widget', 'a', withField('a', { type: 'string', title: '甲' }, { widget: 'slider' })],
  ['a widget of another kind', 'a', withField('a', { type: 'number', title: '甲' }, { widget: 'date' })],
  ['a choice without options', 'a', withField('a', { type: 'array', title: '甲', items: { type: 'string' } })],
  ['a choice with one option twice', 'a', withField('a', { type: 'string', title: '甲', enum: ['一', '一'] })],
  [
    'names that do not match the options',
    'a',
    withField('a', { type: 'string', title: '甲', enum: ['1'], enumNames: [] }),
  ],
  ['a field without a title', 'a', withField('a', { type: 'string' })],
  ['a name that no expression can write', 'a-b', withField('a-b', { type: 'string', title: '甲' })],
  ['a name that means something else', 'evidence', withField('evidence', { type: 'string', title: '甲' })],
  ['more decimals than there are', 'a', withField('a', { type: 'number', title: '甲', multipleOf: 0.5 })],
  ['limits that leave nothing', 'a', withField('a', { type: 'number', title: '甲', minimum: 2, maximum: 1 })],
  ['a day that is none', 'a', withField('a', { type: 'string', title: '甲', format: 'date', formatMinimum: '明天' })],
  ['one file where several can be', 'a', withField('a', { type: 'string', title: '甲', format: 'file' })],
  ['a table without columns', 'a', withField('a', table({}))],
  ['a column without a title', 'a/b', withField('a', table({ b: { type: 'string' } }))],
  ['a table in a table', 'a/b', withField('a', table({ b: table({ c: { type: 'string', title: '丙' } }) }))],
  [
    'a sum of words',
    'a/b',
    withField('a', table({ b: { type: 'string', title: '乙' } }), { columns: { order: ['b'], b: { sum: true } } }),
  ],
  [
    'more rows than fewer',
    'a',
    withField('a', table({ b: { type: 'string', title: '乙' } }, { minItems: 3, maxItems: 2 })),
  ],
])('%s is found at %s', (_, path, form) => {
  const found = formProblems(form);
  expect(found.map((problem) => problem.path)).toContain(path);
  for (const { message, cure } of found) expect(`${message}${cure}`).toMatch(/[\u4e00-\u9fff].*。$/);
});

test('names in the order and among the required that are no field are found', () => {
  const form = { ...TRAINING, schema: { ...TRAINING.schema, required: ['nothing'] }, ui: { order: ['gone'] } };
  expect(formProblems(form).map(({ path }) => path)).toEqual(['nothing', 'gone']);
});

test.each([
  [{}],
  [{ schema: 5 }],
  [{ schema: { properties: { a: null, b: [], c: { type: 'array', items: { type: 'array' } } } } }],
])('what is hardly a form is found, not tripped over: %j', (form) => {
  expect(formProblems(form as never).length).toBeGreaterThan(0);
});
