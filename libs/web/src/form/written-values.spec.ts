import { accessAt } from '@chengban/domain';
import { TRAINING } from '../../../../test/support/forms.js';
import { writtenValues } from './written-values';

const VALUES = {
  progress: '已办',
  cost: undefined,
  score: 90,
  sessions: [
    { _row: 'r1', name: '第一期', people: 70, day: null, approved: 68 },
    { _row: 'k2', name: '第二期' },
  ],
  old: '别的版本的一项',
};

test('a draft states what it may write and leaves out what is empty, and what its form does not have', () => {
  const fields = [
    { name: 'score', access: 'read' as const },
    { name: 'sessions', column: 'approved', access: 'hidden' as const },
  ];
  expect(writtenValues(TRAINING, accessAt(TRAINING, { purpose: 'draft', fields }), VALUES, 'all')).toEqual({
    progress: '已办',
    sessions: [
      { _row: 'r1', name: '第一期', people: 70 },
      { _row: 'k2', name: '第二期' },
    ],
  });
});

test('a review sends its fields alone, what was cleared as null, and of a table its own columns by the key of the row', () => {
  const fields = [
    { name: 'cost', access: 'write' as const },
    { name: 'sessions', column: 'approved', access: 'write' as const },
  ];
  expect(writtenValues(TRAINING, accessAt(TRAINING, { purpose: 'review', fields }), VALUES, 'some')).toEqual({
    cost: null,
    sessions: [
      { _row: 'r1', approved: 68 },
      { _row: 'k2', approved: null },
    ],
  });
});
