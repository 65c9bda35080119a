import { originalDue } from './original-due';

test('a deadline that was moved says what it was and how often it was moved', () => {
  expect(originalDue({ originalDueOn: '2024-12-31', extensions: 1 })).toBe('原定 2024年12月31日，已延期一次');
  expect(originalDue({ originalDueOn: '2024-12-31', extensions: 2 })).toBe('原定 2024年12月31日，已延期两次');
  expect(originalDue({ originalDueOn: '2024-12-31', extensions: 12 })).toBe('原定 2024年12月31日，已延期 12 次');
});

test('a deadline as the plan gave it says nothing', () => {
  expect(originalDue({ originalDueOn: null, extensions: 0 })).toBeNull();
});
