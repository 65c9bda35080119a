import type { ReviewDraft } from './review-draft';
import { withItems } from './with-items';

const review = (noted: ReviewDraft['noted'], resolved: readonly string[] = []): ReviewDraft => {
  const nothing = (): void => undefined;
  const verbs = { edit: nothing, note: nothing, change: nothing, drop: nothing, resolve: nothing };
  return { roundNo: 2, noted, resolved, editing: null, ...verbs };
};

test('a return takes along what was noted down, without what only this page knows', () => {
  const noted = [
    { key: 'k1', text: '请写明人数', anchor: { field: 'progress' } },
    { key: 'k2', text: '仍缺第二页', carries: 'i1' },
  ];
  expect(withItems({ verb: 'return', reason: '请补正' }, review(noted, ['i2']))).toEqual({
    verb: 'return',
    reason: '请补正',
    items: [
      { text: '请写明人数', anchor: { field: 'progress' } },
      { text: '仍缺第二页', carries: 'i1' },
    ],
    resolved: ['i2'],
  });
});

test('a return without items says nothing of them', () => {
  expect(withItems({ verb: 'return', reason: '请补正' }, review([]))).toEqual({ verb: 'return', reason: '请补正' });
});

test('an approval settles items, and is held up by items that would be lost', () => {
  expect(withItems({ verb: 'approve' }, review([], ['i1']))).toEqual({ verb: 'approve', resolved: ['i1'] });
  expect(withItems({ verb: 'approve' }, review([{ key: 'k', text: '请写明人数' }]))).toMatch(/1 条问题.*请先删去/);
});

test('any other act goes as it is, and so does the act of somebody who judges nothing', () => {
  expect(withItems({ verb: 'claim' }, review([], ['i1']))).toEqual({ verb: 'claim' });
  expect(withItems({ verb: 'approve' }, null)).toEqual({ verb: 'approve' });
});
