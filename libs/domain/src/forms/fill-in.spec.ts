import { TRAINING } from '../../../../test/support/forms.js';
import type { JsonObject } from '../shared/json.js';
import { fillIn } from './fill-in.js';
import { accessAt } from './form-access.js';
import type { FormNode } from './form-access.js';

const BEFORE: JsonObject = {
  progress: '已办三期',
  cost: 12.3,
  score: 70,
  sessions: [
    { _row: 'r1', name: '第一期', people: 70, approved: 68 },
    { _row: 'r2', name: '第二期', people: 60 },
  ],
};
const fill = (node: FormNode, given: JsonObject) => {
  const extent = node.purpose === 'draft' ? 'all' : 'some';
  const { data, own, findings } = fillIn(TRAINING, accessAt(TRAINING, node), BEFORE, given, extent);
  return { data, own, codes: findings.map(({ code, at }) => [code, at?.property]) };
};

test('regression 15: a node that may write nothing leaves the data as they were, whatever its page sends', () => {
  const fields = Object.keys(TRAINING.schema.properties).map((name) => ({ name, access: 'read' as const }));
  for (const given of [{}, BEFORE, { progress: '已办三期' }])
    for (const purpose of ['draft', 'review'] as const)
      expect(fill({ purpose, fields }, given)).toEqual({ data: BEFORE, own: {}, codes: [] });
});

test('a draft says all that it may write: what it leaves out is empty, what it may not write stays', () => {
  const { data, codes } = fill({ purpose: 'draft', fields: [{ name: 'score', access: 'read' }] }, { progress: '四期' });
  expect(data).toEqual({ progress: '四期', score: 70 });
  expect(codes).toEqual([]);
});

test('a review says what it changes; null makes empty', () => {
  const fields = ['cost', 'score'].map((name) => ({ name, access: 'write' as const }));
  expect(fill({ purpose: 'review', fields }, { score: 90 }).data).toEqual({ ...BEFORE, score: 90 });
  const { cost: _, ...rest } = BEFORE;
  expect(fill({ purpose: 'review', fields }, { cost: null })).toMatchObject({ data: rest, own: { cost: null } });
});

test.each<[string, FormNode, JsonObject, string, string]>([
  ['a review that writes', { purpose: 'review' }, { progress: '改了' }, 'field-not-writable', 'progress'],
  [
    'a draft that writes what it only reads',
    { purpose: 'draft', fields: [{ name: 'score', access: 'read' }] },
    { score: 100 },
    'field-not-writable',
    'score',
  ],
  [
    'a guess at what is hidden, right as it may be',
    { purpose: 'review', fields: [{ name: 'score', access: 'hidden' }] },
    { score: 70 },
    'field-not-writable',
    'score',
  ],
  ['a field that the form does not have', { purpose: 'draft' }, { place: '礼堂' }, 'field-unknown', 'place'],
])('%s is refused and changes nothing of it', (_, node, given, code, path) => {
  const { data, codes } = fill(node, given);
  expect(codes).toEqual([[code, path]]);
  if (node.purpose === 'review') expect(data).toEqual(BEFORE);
});

describe('a table of which a review writes one column', () => {
  const node: FormNode = {
    purpose: 'review',
    fields: [
      { name: 'sessions', column: 'approved', access: 'write' },
      { name: 'sessions', column: 'day', access: 'hidden' },
    ],
  };

  test('the cells go to the rows of their keys, in whatever order they come; other rows stay', () => {
    const { data, own, codes } = fill(node, { sessions: [{ _row: 'r2', approved: 55 }] });
    expect(codes).toEqual([]);
    expect(data['sessions']).toEqual([
      { _row: 'r1', name: '第一期', people: 70, approved: 68 },
      { _row: 'r2', name: '第二期', people: 60, approved: 55 },
    ]);
    expect(own).toEqual({ sessions: [{ _row: 'r2', approved: 55 }] });
  });

  test('cells that are read may be sent along as they are', () => {
    expect(fill(node, { sessions: [{ _row: 'r1', name: '第一期', people: 70, approved: 1 }] }).codes).toEqual([]);
  });

  test.each<[string, string, JsonObject[]]>([
    ['field-not-writable', 'sessions/0/people', [{ _row: 'r1', people: 700 }]],
    ['field-not-writable', 'sessions/0/day', [{ _row: 'r1', day: '2024-01-01' }]],
    ['row-not-writable', 'sessions/0', [{ _row: 'r9', approved: 1 }]],
    [
      'row-not-writable',
      'sessions/1',
      [
        { _row: 'r1', approved: 1 },
        { _row: 'r1', approved: 2 },
      ],
    ],
    ['field-unknown', 'sessions/0', [{ _row: 'r1', place: '礼堂' }]],
  ])('%s at %s', (code, path, sessions) => {
    expect(fill(node, { sessions }).codes).toContainEqual([code, path]);
  });

  test('what is no table at all is refused, and the rows stay', () => {
    const { data, codes } = fill(node, { sessions: '三期' });
    expect([codes, data['sessions']]).toEqual([[['field-type', 'sessions']], BEFORE['sessions']]);
  });
});

test('a draft that may not see a column keeps it with the rows that it keeps, and may take rows away', () => {
  const node: FormNode = { purpose: 'draft', fields: [{ name: 'sessions', column: 'approved', access: 'hidden' }] };
  const { data, codes } = fill(node, {
    progress: '改',
    sessions: [
      { name: '新的一期', people: 5 },
      { _row: 'r1', name: '首期', people: 71 },
    ],
  });
  expect(codes).toEqual([]);
  expect(data['sessions']).toEqual([
    { _row: 'r3', name: '新的一期', people: 5 },
    { _row: 'r1', name: '首期', people: 71, approved: 68 },
  ]);
});
