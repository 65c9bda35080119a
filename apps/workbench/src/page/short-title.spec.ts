import { shortTitle } from './short-title';

test('the heading is the first clause of the measure', () => {
  expect(shortTitle(3, '建立业务培训登记卡，全流程跟踪培训情况。')).toBe('（3）建立业务培训登记卡');
});

test('a clause too short to say anything takes the next one along', () => {
  expect(shortTitle(1, '今年内，完成首轮全员培训，持续推进。')).toBe('（1）今年内，完成首轮全员培训');
});

test('a long clause is cut, a short sentence loses only its full stop', () => {
  expect(shortTitle(2, '字'.repeat(60))).toBe(`（2）${'字'.repeat(40)}…`);
  expect(shortTitle(4, '实施登记制度。')).toBe('（4）实施登记制度');
});
