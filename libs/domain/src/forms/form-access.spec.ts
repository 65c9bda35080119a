import { TRAINING } from '../../../../test/support/forms.js';
import { accessAt, hidesAny, isWritable, leastGenerous, mostGenerous } from './form-access.js';
import { visibleData, visibleForm } from './visible.js';

const DATA = {
  progress: '已办',
  score: 80,
  sessions: [{ _row: 'r1', name: '第一期', people: 70, approved: 68 }],
  written: '表单里没有的一项',
};

test('a drafting node writes all and a review reads all, unless it is drawn otherwise', () => {
  const draft = accessAt(TRAINING, { purpose: 'draft' });
  expect(Object.values(draft).every(({ access }) => access === 'write')).toBe(true);
  const review = accessAt(TRAINING, { purpose: 'review' });
  expect(Object.values(review).some(isWritable)).toBe(false);
  expect(Object.keys(review)).toEqual(Object.keys(TRAINING.schema.properties));
});

test('what is required is so only where it can be written', () => {
  const draft = accessAt(TRAINING, {
    purpose: 'draft',
    fields: [
      { name: 'progress', access: 'read' },
      { name: 'sessions', required: false },
      { name: 'cost', required: true },
    ],
  });
  expect([draft['progress']?.required, draft['sessions']?.required, draft['cost']?.required]).toEqual([
    false,
    false,
    true,
  ]);
  expect(accessAt(TRAINING, { purpose: 'review' })['progress']?.required).toBe(false);
});

test('a column follows its table until it is drawn itself; in a hidden table all of it is hidden', () => {
  const at = (fields: Parameters<typeof accessAt>[1]['fields']) =>
    accessAt(TRAINING, { purpose: 'review', ...(fields && { fields }) })['sessions'];
  const one = at([{ name: 'sessions', column: 'approved', access: 'write', required: true }]);
  expect(one).toMatchObject({
    access: 'read',
    columns: { name: { access: 'read' }, approved: { access: 'write', required: true } },
  });
  expect(one && isWritable(one)).toBe(true);
  const hidden = at([
    { name: 'sessions', access: 'hidden' },
    { name: 'sessions', column: 'name', access: 'read' },
  ]);
  expect(Object.values(hidden?.columns ?? {}).map(({ access }) => access)).toEqual(Array(4).fill('hidden'));
});

test('what is hidden leaves neither with the data nor with the form', () => {
  const access = accessAt(TRAINING, {
    purpose: 'review',
    fields: [
      { name: 'score', access: 'hidden' },
      { name: 'sessions', column: 'approved', access: 'hidden' },
    ],
  });
  expect(visibleData(DATA, access)).toEqual({
    progress: '已办',
    sessions: [{ _row: 'r1', name: '第一期', people: 70 }],
  });
  const form = JSON.stringify(visibleForm(TRAINING, access));
  for (const word of ['score', '评分', 'approved', '核定数']) expect(form).not.toContain(word);
  for (const word of ['progress', '培训班次', '人数']) expect(form).toContain(word);
});

test('where nothing is hidden, data and form are as they were', () => {
  const access = accessAt(TRAINING, { purpose: 'review' });
  expect(hidesAny(access)).toBe(false);
  expect(visibleData(DATA, access)).toBe(DATA);
  expect(visibleForm(TRAINING, access)).toBe(TRAINING);
});

test('who stands at several places sees what one of them shows; who stands at none, only what all show', () => {
  const unit = accessAt(TRAINING, { purpose: 'draft', fields: [{ name: 'score', access: 'hidden' }] });
  const desk = accessAt(TRAINING, {
    purpose: 'review',
    fields: [{ name: 'sessions', column: 'day', access: 'hidden' }],
  });
  const both = mostGenerous(TRAINING, [unit, desk]);
  expect(hidesAny(both)).toBe(false);
  expect(Object.values(both).some(isWritable)).toBe(false);
  const none = leastGenerous(TRAINING, [unit, desk]);
  expect([none['score']?.access, none['sessions']?.columns?.['day']?.access, none['progress']?.access]).toEqual([
    'hidden',
    'hidden',
    'read',
  ]);
});
