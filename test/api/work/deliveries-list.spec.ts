import { jest } from '@jest/globals';
import { BeginFlowConsumer } from '../../../apps/api/src/starts/begin-flow.consumer.js';
import { NotificationStore } from '../../../apps/api/src/notify/inbox/notification.store.js';
import type { SignedInClient } from '../../support/app.js';
import { city, type City } from './city.js';
import { WITH_TIMER } from './drawings.js';
import { WITH_CYCLE, WITH_MESSAGE, WITH_SIGNAL } from './outside-drawings.js';
import { player, type Player } from './player.js';
import { refusedIn, timed } from './unattended-drawings.js';
import { adminElsewhere, undelivered, type Listed, type Undelivered } from './undelivered.js';

let c: City;
let play: Player;
let d: Undelivered;
let admin: SignedInClient;
beforeAll(async () => {
  c = await city();
  play = player(c);
  d = await undelivered(c, play);
  admin = d.admin;
  await play.publish('with-message', WITH_MESSAGE);
});
afterEach(async () => {
  jest.restoreAllMocks();
  await d.empty();
});
afterAll(() => c?.close());

test('a message that failed twice is nobody’s business yet; after the third try it is listed in words, without what it carries', async () => {
  const id = await d.send('复议9号');
  await d.tried(2);
  expect(await d.list()).toEqual([]);
  const early = await admin.post(`/deliveries/messages/${id}/abandon`).send({ reason: '不用了' }).expect(409);
  expect(early.body.code).toBe('not-failing');
  await d.tried(1);
  const answer = await admin.get('/deliveries').expect(200);
  expect(answer.body).toMatchObject({ open: 1, nextCursor: null });
  expect(answer.body.items).toEqual([
    {
      id,
      kind: 'message',
      what: '消息“行政复议决定”',
      name: '行政复议决定',
      key: '复议9号',
      node: null,
      instanceId: null,
      obligation: null,
      definition: null,
      since: '2024-11-01T01:00:00.000Z',
      attempts: 3,
      error: '没有流程在等消息“行政复议决定”',
      cure: expect.stringContaining('关联值'),
      nextTryAt: '2024-11-01T03:04:00.000Z',
      abandoned: null,
      revision: 0,
    },
  ]);
  expect(JSON.stringify(answer.body)).not.toContain('机密的结果');
});

test('a message for an obligation says which one and whose', async () => {
  const obligationId = await c.obligation({ unitId: 'dajiang' });
  await c.sql(
    `INSERT INTO outbox (tenant, id, topic, payload, created_at, due_at) VALUES ('taishan', gen_random_uuid(), 'flow.message', $1, $2, $2)`,
    [{ name: '撤销督办', key: null, variables: {}, instanceId: null, obligationId }, c.clock.date()],
  );
  await d.tried(3);
  expect(await d.list()).toMatchObject([{ key: null, obligation: { id: obligationId, unitName: '大江镇' } }]);
});

test('nobody but a flow administrator sees or decides anything, and a stranger’s id leads nowhere', async () => {
  const message = await d.failing('复议19号');
  for (const account of ['dajiang', 'gongan', 'sifa-jingban', 'sifa-shenhe', 'shizhang', 'nobody']) {
    const other = await c.as(account);
    const refused = await other.get('/deliveries').expect(403);
    expect(refused.body).toMatchObject({
      code: 'not-allowed',
      title: '只有流程管理员可以处理没有送达的消息和定时',
    });
    for (const verb of ['retry', 'redeliver']) await d.act(other, verb, message).send({}).expect(403);
    await d.act(other, 'abandon', message).send({ reason: '不再需要' }).expect(403);
    for (const kind of ['timers', 'schedules'])
      await other.post(`/deliveries/${kind}/${message.id}/retry`).send({}).expect(403);
  }
  expect(await d.list()).toMatchObject([{ revision: 0, abandoned: null }]);
  await admin.post(`/deliveries/messages/${admin.personId}/retry`).send({}).expect(404);
  for (const kind of ['timers', 'schedules'])
    await admin.post(`/deliveries/${kind}/${message.id}/retry`).send({}).expect(404);
  await admin.post('/deliveries/messages/no-id/retry').send({}).expect(404);
  await admin.post(`/deliveries/messages/${message.id}/retry`).set('If-Match', 'x').send({}).expect(400);
  await admin.get('/deliveries?cursor=WyIyMDI0Il0').expect(400);
  await admin.get('/deliveries?state=all').expect(400);
});

test('an administrator of another city sees none of it and can do nothing with it', async () => {
  const message = await d.failing('复议20号');
  const there = await adminElsewhere(c);
  const answer = await there.get('/deliveries').expect(200);
  expect(answer.body).toEqual({ items: [], nextCursor: null, open: 0 });
  await there.post(`/deliveries/messages/${message.id}/abandon`).send({ reason: '不再需要' }).expect(404);
  expect(await d.list()).toMatchObject([{ abandoned: null }]);
});

test('a flow that cannot take a signal is named, with why', async () => {
  await play.publish('with-signal', WITH_SIGNAL);
  const { instanceId, obligationId } = await play.run('with-signal');
  await admin.post('/flow-messages/signals').send({ name: '专项检查启动' }).expect(202);
  const set = (format: number) =>
    c.sql(`UPDATE instance SET marking = jsonb_set(marking, '{format}', $2) WHERE id = $1`, [instanceId, format]);
  await set(0);
  await d.tried(4);
  expect(await d.list()).toMatchObject([
    {
      kind: 'signal',
      what: '信号“专项检查启动”',
      instanceId,
      obligation: { id: obligationId, unitName: '大江镇' },
      definition: { key: 'with-signal', version: 1 },
      error: '流程实例的运行位置与流程图对不上，没有执行。',
    },
  ]);
  await set(2);
});

test('a flow that does not begin by itself names the flow and the obligation that wait for it', async () => {
  await play.publish('with-timer', WITH_TIMER);
  const obligationId = await c.obligation({ unitId: 'dajiang' });
  await c.sql(
    `INSERT INTO outbox (tenant, id, topic, payload, created_at, due_at)
     SELECT 'taishan', gen_random_uuid(), 'flow.start',
            jsonb_build_object('name', name, 'obligationId', $1::text, 'definitionVersionId', id, 'nodeId', 'start'), $2, $2
       FROM definition_version WHERE key = 'with-timer' ORDER BY version DESC LIMIT 1`,
    [obligationId, c.clock.date()],
  );
  const starts = c.app.get(BeginFlowConsumer, { strict: false });
  jest.spyOn(starts, 'deliver').mockRejectedValue(new Error('定时开始不了：没有可以办理的人。'));
  await d.tried(3);
  expect(await d.list()).toMatchObject([
    {
      kind: 'start',
      what: '自动开始“测试流程”',
      obligation: { id: obligationId },
      definition: { key: 'with-timer' },
      error: '定时开始不了：没有可以办理的人。',
    },
  ]);
});

test('a notification that cannot be written is listed as a fault of the system', async () => {
  await play.publish('with-timer', WITH_TIMER);
  await play.run('with-timer');
  const notifications = c.app.get(NotificationStore, { strict: false });
  jest.spyOn(notifications, 'add').mockRejectedValue(new Error('disk on fire'));
  await d.tried(3);
  const items = await d.list();
  expect(items.length).toBeGreaterThan(0);
  expect(items[0]).toMatchObject({
    kind: 'notification',
    what: '通知“待办：review”',
    key: null,
    definition: { key: 'with-timer' },
    error: '系统出错，请把这段话交给系统维护人员：disk on fire',
    cure: expect.stringContaining('系统维护人员'),
  });
  expect(Object.keys(items[0]!)).not.toContain('payload');
});

test('messages, timers and scheduled starts come in one order, page after page, none twice and none left out', async () => {
  await play.publish('with-cycle', WITH_CYCLE);
  const { instanceId } = await play.run('with-cycle');
  await play.publish('yearly', timed('yearly', 'timeDate:2098-01-01'));
  await c.sql('DELETE FROM outbox');
  await c.sql(`UPDATE timer SET attempts = 3, failing_since = $2 WHERE instance_id = $1`, [instanceId, c.clock.date()]);
  for (const key of ['甲', '乙', '丙', '丁', '戊']) await d.failing(key);
  // four of them at the very same moment
  await c.sql(`UPDATE outbox SET failing_since = $1 WHERE payload->>'key' IN ('甲', '乙', '丙')`, [c.clock.date()]);
  await c.sql('UPDATE scheduled_start SET attempts = 3, failing_since = $1', [c.clock.date()]);
  const all = await d.list();
  expect(all).toHaveLength(7);
  const seen: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const answer = await admin.get(`/deliveries?limit=2&cursor=${cursor}`).expect(200);
    const page = answer.body as { items: Listed[]; nextCursor: string | null; open: number };
    expect(page.open).toBe(7);
    seen.push(...page.items.map((item) => item.id));
    cursor = page.nextCursor;
  }
  expect(seen).toEqual(all.map((item) => item.id));
});

test('a flow that cannot begin by itself is listed with its obligation and what to do', async () => {
  await play.publish('turning', refusedIn('turning', '大江镇', 'timeDate:2024-01-01'));
  await play.bind('turning', 'dajiang');
  const obligationId = await c.obligation({ unitId: 'dajiang' });
  await play.beginDue();
  await d.tried(3);
  expect(
    (await d.list()).find((item) => (item['obligation'] as { id: string } | null)?.id === obligationId),
  ).toMatchObject({
    kind: 'start',
    what: '自动开始“turning”',
    error: expect.stringMatching(/^不能开始：/),
    cure: expect.stringMatching(/发布新版本/),
  });
});
