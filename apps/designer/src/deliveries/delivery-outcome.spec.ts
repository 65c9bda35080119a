import type { Delivery } from '@chengban/web';
import { sayDecided, sayNotDecided } from './delivery-outcome.js';

const message: Delivery = {
  id: 'm',
  kind: 'message',
  what: '消息“行政复议决定”',
  name: '行政复议决定',
  key: '复议9号',
  instanceId: null,
  obligation: null,
  definition: null,
  since: '2025-06-01T01:00:00Z',
  attempts: 3,
  error: '',
  cure: '',
  nextTryAt: '2025-06-01T02:00:00Z',
  abandoned: null,
  revision: 0,
};
const timer: Delivery = { ...message, kind: 'timer', what: '定时“超时”', key: null };

test('what was asked for is told by its full name, and where the outcome will show', () => {
  expect(sayDecided(message, 'retry')).toMatchObject({
    tone: 'success',
    title: '消息“行政复议决定”（复议9号）马上再试一次',
    detail: expect.stringContaining('送达后会从这里消失'),
  });
  expect(sayDecided(timer, 'retry')).toMatchObject({
    title: '定时“超时”马上再试一次',
    detail: expect.stringContaining('触发后会从这里消失'),
  });
});

test('what was given up can be had again, and the page says where', () => {
  expect(sayDecided(message, 'abandon').detail).toContain('“已放弃”里重新投递');
  expect(sayDecided(message, 'redeliver').title).toBe('消息“行政复议决定”（复议9号）已重新投递');
});

test('an act that came too late is a warning in the words of the server, a refusal is an error', () => {
  const told = '这条消息已经送达：它于11月1日 09:30送达。不用再办，请刷新列表。';
  expect(sayNotDecided(message, 'abandon', { late: true, told })).toEqual({
    tone: 'warning',
    title: '消息“行政复议决定”（复议9号）这次没有放弃',
    detail: told,
  });
  expect(sayNotDecided(message, 'retry', { late: false, told: '没有权限' }).tone).toBe('error');
});
