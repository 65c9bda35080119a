import type { Notification } from '@chengban/web';
import { whereTo } from './where-to';

const message = (given: Partial<Notification>): Notification =>
  ({ taskId: null, obligationId: null, count: 1, category: 'task', ...given }) as Notification;

test('a message leads to its task, else to its matter', () => {
  expect(whereTo(message({ taskId: 't', obligationId: 'o' }))).toBe('/tasks/t');
  expect(whereTo(message({ obligationId: 'o' }))).toBe('/obligations/o');
  expect(whereTo(message({}))).toBeNull();
});

test('one that stands for many leads to their list, where there is one', () => {
  expect(whereTo(message({ count: 75 }))).toBe('/tasks');
  expect(whereTo(message({ count: 12, category: 'ended' }))).toBe('/submissions');
  expect(whereTo(message({ count: 12, category: 'comment' }))).toBeNull();
});
