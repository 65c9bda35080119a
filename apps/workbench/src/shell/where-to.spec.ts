import type { Notification } from '@chengban/web';
import { whereTo } from './where-to';

const message = (given: Partial<Notification>): Notification =>
  ({ kind: 'task.opened', taskId: null, obligationId: null, count: 1, category: 'task', ...given }) as Notification;

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

test('what is about the thread or the copies of a matter leads to that tab', () => {
  expect(whereTo(message({ kind: 'comment.mentioned', obligationId: 'o' }))).toBe('/obligations/o?tab=talk');
  expect(whereTo(message({ kind: 'copy.remarked', obligationId: 'o' }))).toBe('/obligations/o?tab=copies');
  expect(whereTo(message({ kind: 'copy.made', obligationId: 'o' }))).toBe('/obligations/o');
  expect(whereTo(message({ count: 9, category: 'copied' }))).toBe('/copies');
});
