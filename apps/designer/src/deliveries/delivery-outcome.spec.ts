import type { Delivery } from '@chengban/web';
import { mayBeAbandoned, namedInFull, placeOf, sayDecided, sayNotDecided } from './delivery-outcome.js';

const message: Delivery = {
  id: 'm',
  kind: 'message',
  what: '消息“行政复议决定”',
  name: '行政复议决定',
  key: '复议9号',
  node: null,
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
const timer: Delivery = { ...message, kind: 'timer', what: '定时“超时”', key: null, node: '超时' };
const schedule: Delivery = { ...timer, kind: 'schedule', what: '定时开始“季度汇总”', node: '到季度末' };

test('an act goes where its kind belongs, and only a message can be given up, once', () => {
  const start: Delivery = { ...message, kind: 'start' };
  expect([message, start, timer, schedule].map(placeOf)).toEqual(['messages', 'messages', 'timers', 'schedules']);
  const at = '2025-06-01T02:00:00Z';
  const letGo: Delivery = { ...message, abandoned: { at, by: null, reason: '7 天没有送达' } };
  const givenUp: Delivery = { ...message, abandoned: { at, by: { id: 'p', name: '系统管理员' }, reason: '不再需要' } };
  expect([message, letGo, givenUp, timer, schedule].map(mayBeAbandoned)).toEqual([true, true, false, false, false]);
});

test('of two starts of one flow the node tells which', () => {
  expect(namedInFull(schedule)).toBe('定时开始“季度汇总”（到季度末）');
  expect(namedInFull(timer)).toBe('定时“超时”');
});

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
  expect(sayDecided(schedule, 'retry')).toMatchObject({
    title: '定时开始“季度汇总”（到季度末）马上再试一次',
    detail: '开始后会从这里消失；仍然没有开始的，会写明现在的原因。',
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
