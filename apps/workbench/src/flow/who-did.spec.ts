import { whoDid } from './who-did';

const named = (name: string) => ({ id: name, name });

test('who did something is named, with whom they stood in for', () => {
  expect(whoDid({ actor: named('甲'), for: null })).toBe('甲');
  expect(whoDid({ actor: named('乙'), for: named('甲') })).toBe('乙 代 甲');
  expect(whoDid({ actor: null, for: null })).toBe('系统');
});
