import { RemindDueUseCase } from '../../../apps/api/src/overdue/remind-due.use-case.js';
import { city, type City } from './city.js';
import { DESK, REVIEWER, inARow, userTask } from './approval-drawings.js';
import { player, type Player } from './player.js';

let c: City;
let play: Player;
beforeAll(async () => {
  c = await city();
  play = player(c);
});
afterAll(() => c?.close());

const LATE = inARow('late', {
  first: userTask('first', 'chengban:dueWorkdays="2" chengban:remindWorkdays="1" chengban:escalateWorkdays="2"', DESK),
  second: userTask('second', '', REVIEWER),
});

const remind = (): Promise<number> => c.app.get(RemindDueUseCase, { strict: false }).execute(c.clock.now());

const told = async (instanceId: string, topic: string): Promise<string[]> => {
  await play.deliver();
  const rows = await c.sql<{ account: string }>(
    `SELECT p.account FROM notification n JOIN person p ON p.id = n.person_id
      WHERE n.instance_id = $1 AND n.kind = $2 ORDER BY 1`,
    [instanceId, topic],
  );
  return rows.map(({ account }) => account);
};

test('a term that is over reminds whoever has the task, and working days later those above; it never decides', async () => {
  // a Friday: the term of two working days is over on Tuesday
  c.clock.set('2024-11-15T02:00:00Z');
  await play.publish('late', LATE);
  const { instanceId } = await play.run('late');
  expect(await remind()).toBe(0);
  c.clock.set('2024-11-20T15:59:00Z');
  expect(await remind()).toBe(0);
  c.clock.set('2024-11-20T16:00:00Z');
  expect(await remind()).toBe(1);
  expect(await remind()).toBe(0);
  expect(await told(instanceId, 'task.overdue')).toEqual(['sifa-jingban']);
  expect(await told(instanceId, 'task.escalated')).toEqual([]);
  c.clock.set('2024-11-21T16:00:00Z');
  expect(await remind()).toBe(1);
  expect(await told(instanceId, 'task.escalated')).toEqual(['sifa-shenhe']);
  c.clock.set('2024-11-25T00:00:00Z');
  expect(await remind()).toBe(0);
  expect(await play.active(instanceId)).toEqual(['first']);
});

test('a task that is done in time reminds nobody, and of several processes one tells', async () => {
  c.clock.set('2024-11-25T02:00:00Z');
  await play.publish('late', LATE);
  const done = await play.run('late');
  const open = await play.run('late');
  await play.act('sifa-jingban', done.instanceId, 'first');
  c.clock.set('2024-11-29T00:00:00Z');
  const counts = await Promise.all([remind(), remind(), remind()]);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1);
  expect(await told(done.instanceId, 'task.overdue')).toEqual([]);
  expect(await told(open.instanceId, 'task.overdue')).toEqual(['sifa-jingban']);
});
