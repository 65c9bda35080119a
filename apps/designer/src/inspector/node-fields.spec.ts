import { TRAINING } from '../../../../test/support/forms.js';
import type { Moddle, ModdleFactory } from '../modeler/moddle.js';
import { placesOf, readFields, withField } from './node-fields.js';

/** Business objects as moddle makes them, as far as these functions see. */
const factory: ModdleFactory = {
  create: (type, properties = {}) =>
    ({ $type: type, id: '', get: (name: string) => properties[name] }) as unknown as Moddle,
};
const owner = (...fields: Record<string, unknown>[]): Moddle =>
  factory.create('bpmn:UserTask', {
    extensionElements: factory.create('bpmn:ExtensionElements', {
      values: [
        factory.create('chengban:Assignment'),
        ...fields.map((field) => factory.create('chengban:Field', field)),
      ],
    }),
  });
const placeOf = (task: Moddle, name: string, column?: string, purpose: 'draft' | 'review' = 'review') =>
  placesOf(TRAINING, purpose, readFields(task)).find((place) => place.name === name && place.column === column)!;
const set = (task: Moddle, name: string, column: string | undefined, change: object) =>
  withField(task, placeOf(task, name, column), change, factory);
const fieldsIn = (extension: Moddle | undefined) =>
  readFields({ get: () => extension } as unknown as Moddle).map((field) => JSON.parse(JSON.stringify(field)) as object);

test('every field is listed in the order of the form, columns after their table', () => {
  const names = placesOf(TRAINING, 'draft', []).map(({ name, column }) => [name, column].filter(Boolean).join('.'));
  expect(names.slice(-6)).toEqual([
    'sessions',
    'sessions.name',
    'sessions.people',
    'sessions.day',
    'sessions.approved',
    'score',
  ]);
});

test('what holds anyway is not drawn: setting it removes the rule, and leaves everything else there', () => {
  const task = owner({ name: 'score', access: 'write' }, { name: 'cost', access: 'hidden' });
  const extension = set(task, 'score', undefined, { access: 'read' });
  expect(fieldsIn(extension)).toEqual([{ name: 'cost', access: 'hidden' }]);
  expect((extension!.get('values') as Moddle[]).map(({ $type }) => $type)).toContain('chengban:Assignment');
});

test('a column follows its table: beside a hidden table it must be drawn to be read', () => {
  const task = owner({ name: 'sessions', access: 'hidden' });
  expect(placeOf(task, 'sessions', 'people').usual).toBe('hidden');
  expect(fieldsIn(set(task, 'sessions', 'people', { access: 'read' }))).toContainEqual({
    name: 'sessions',
    column: 'people',
    access: 'read',
  });
});

test('what must be filled in here is drawn only where the form does not say so, and only where it can be written', () => {
  expect(fieldsIn(set(owner(), 'score', undefined, { access: 'write', required: true }))).toEqual([
    { name: 'score', access: 'write', required: true },
  ]);
  expect(fieldsIn(set(owner(), 'progress', undefined, { access: 'write', required: true }))).toEqual([
    { name: 'progress', access: 'write' },
  ]);
  expect(fieldsIn(set(owner(), 'score', undefined, { access: 'hidden', required: true }))).toEqual([
    { name: 'score', access: 'hidden' },
  ]);
});

test('rules about what the form does not have stay until they are taken away', () => {
  const task = owner({ name: 'gone', access: 'hidden' });
  expect(fieldsIn(set(task, 'score', undefined, { access: 'hidden' }))).toEqual([
    { name: 'gone', access: 'hidden' },
    { name: 'score', access: 'hidden' },
  ]);
  const place = { name: 'gone', title: '', usual: 'read', usuallyRequired: false } as const;
  expect(fieldsIn(withField(task, place, {}, factory))).toEqual([]);
});
