import { insertAtCaret } from './insert-at-caret';

test('a phrase goes where the caret stands, and the caret behind it', () => {
  expect(insertAtCaret('材料齐全，请归档。', { start: 5, end: 5 }, '同意。')).toEqual({
    text: '材料齐全，同意。请归档。',
    caret: 8,
  });
});

test('what is marked is replaced', () => {
  expect(insertAtCaret('不同意。', { start: 0, end: 3 }, '同意')).toEqual({ text: '同意。', caret: 2 });
});

test('an empty field holds the phrase alone', () => {
  expect(insertAtCaret('', { start: 0, end: 0 }, '同意。')).toEqual({ text: '同意。', caret: 3 });
});
