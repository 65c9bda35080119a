import { jest } from '@jest/globals';
import { NotificationStore } from '../../../apps/api/src/outbox/notification.store.js';
import { FlowsReadModel } from '../../../apps/api/src/definitions/flows.read-model.js';
import { BeginFlowConsumer } from '../../../apps/api/src/starts/begin-flow.consumer.js';
import type { SignedInClient } from '../../support/app.js';
import { passwordOf } from '../../support/world.js';
import { city, type City } from './city.js';
import { WITH_TIMER } from './drawings.js';
import { WITH_MESSAGE, WITH_SIGNAL, WITH_CYCLE } from './outside-drawings.js';
import { player, type Player } from './player.js';
import { refusedIn } from './unattended-drawings.js';

let c: City;
let play: Player;
let admin: SignedInClient;
beforeAll(async () => {
  c = await city();
  play = player(c);
  admin = await c.as('admin');
  await play.publish('with-message', WITH_MESSAGE);
});
afterEach(async () => {
  jest.restoreAllMocks();
  // every test has the list for itself
  await c.sql('DELETE FROM outbox');
  await c.sql('DELETE FROM timer');
});
afterAll(() => c?.close());

interface Listed {
  readonly id: string;
  readonly revision: number;
  readonly attempts: number;
  readonly nextTryAt: string | null;
  readonly [field: string]: unknown;
}

const list = async (query = ''): Promise<Listed[]> =>
  (await admin.get(`/deliveries${query}`).expect(200)).body.items as Listed[];

/** A message that nobody waits for yet; answers its id. */
const send = async (key: string): Promise<string> => {
  const message = { name: '行政复议决定', key, variables: { result: '机密的结果' } };
  return (await admin.post('/flow-messages/messages').send(message).expect(202)).body.id as string;
};

/** The outbox tries `times` times, each after the pause of the last. */
async function tried(times: number): Promise<void> {
  for (let n = 0; n < times; n++) {
    await play.deliverOnce();
    c.clock.advance({ hours: 1 });
  }
}

async function failing(key: string): Promise<Listed> {
  const id = await send(key);
  await tried(3);
  return (await list()).find((item) => item.id === id)!;
}

async function letGo(key: string): Promise<Listed> {
  const id = await send(key);
  await tried(3);
  c.clock.advance({ days: 7 });
  await play.deliverOnce();
  return (await list()).find((item) => item.id === id)!;
}

const act = (client: SignedInClient, verb: string, { id, revision }: Listed) =>
  client.post(`/deliveries/messages/${id}/${verb}`).set('If-Match', `"${revision}"`);

test('a message that failed twice is nobody’s business yet; after the third try it is listed in words, without what it carries', async () => {
  const id = await send('复议9号');
  await tried(2);
  expect(await list()).toEqual([]);
  const early = await admin.post(`/deliveries/messages/${id}/abandon`).send({ reason: '不用了' }).expect(409);
  expect(early.body.code).toBe('not-failing');
  await tried(1);
  const answer = await admin.get('/deliveries').expect(200);
  expect(answer.body).toMatchObject({ open: 1, nextCursor: null });
  expect(answer.body.items).toEqual([
    {
      id,
      kind: 'message',
      what: '消息“行政复议决定”',
      name: '行政复议决定',
      key: '复议9号',
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
  await tried(3);
  expect(await list()).toMatchObject([{ key: null, obligation: { id: obligationId, unitName: '大江镇' } }]);
});

test('a retry delivers at once when the cause is mended, and the row leaves the list', async () => {
  const message = await failing('复议10号');
  const { instanceId } = await play.run('with-message', '复议10号');
  // its pause is not over
  await c.sql(`UPDATE outbox SET due_at = due_at + interval '1 day' WHERE id = $1`, [message.id]);
  await play.deliverOnce();
  expect(await play.active(instanceId)).toEqual(['wait']);
  const answer = await act(admin, 'retry', message).send({}).expect(200);
  expect(answer.body).toEqual({ id: message.id, revision: 1, nextTryAt: new Date(c.clock.now()).toISOString() });
  expect(answer.headers['etag']).toBe('"1"');
  await play.deliverOnce();
  expect(await play.active(instanceId)).toEqual(['desk']);
  expect(await list()).toEqual([]);
  const late = await act(admin, 'retry', message).send({}).expect(409);
  expect(late.body).toMatchObject({ code: 'delivered', title: '这条消息已经送达' });
  expect(late.body.detail).toMatch(
    /^它于11月\d+日 \d\d:\d\d送达。系统管理员于11月\d+日 \d\d:\d\d要求立即重试。不用再办/,
  );
});

test('a message that is given up keeps who and why, is tried no more, and comes again when it is wanted', async () => {
  const message = await failing('复议11号');
  await act(admin, 'abandon', message).send({ reason: ' ' }).expect(400);
  const wordless = await act(admin, 'abandon', message).send({ reason: ' \u0007　 ' }).expect(400);
  expect(wordless.body.errors).toEqual([{ field: 'reason', message: '请写明为什么放弃，至少两个字' }]);
  await act(admin, 'abandon', message).send({ reason: '当事人已撤回复议申请' }).expect(200);
  const { instanceId } = await play.run('with-message', '复议11号');
  await tried(3);
  expect(await play.active(instanceId)).toEqual(['wait']);
  expect(await list()).toEqual([]);
  expect((await admin.get('/deliveries').expect(200)).body.open).toBe(0);
  const [kept] = await list('?state=abandoned');
  expect(kept).toMatchObject({
    attempts: 3,
    nextTryAt: null,
    revision: 1,
    abandoned: { by: { id: admin.personId, name: '系统管理员' }, reason: '当事人已撤回复议申请' },
  });
  expect((await act(admin, 'retry', kept!).send({}).expect(409)).body.code).toBe('abandoned');
  await act(admin, 'redeliver', kept!).send({}).expect(200);
  await play.deliverOnce();
  expect(await play.active(instanceId)).toEqual(['desk']);
  const rows = await c.sql('SELECT acts, abandoned_at FROM outbox WHERE id = $1', [message.id]);
  expect(rows).toMatchObject([
    {
      abandoned_at: null,
      acts: [
        { verb: 'abandon', by: admin.personId, reason: '当事人已撤回复议申请' },
        { verb: 'redeliver', by: admin.personId },
      ],
    },
  ]);
});

test('what nobody takes in seven days is let go but not lost: it waits in both lists for a person', async () => {
  const message = await letGo('复议12号');
  expect(message).toMatchObject({
    attempts: 4,
    nextTryAt: null,
    abandoned: { by: null, reason: '7 天没有送达，系统不再投递：没有流程在等消息“行政复议决定”' },
    cure: expect.stringContaining('重新投递'),
  });
  expect(await list('?state=abandoned')).toEqual([message]);
  c.clock.advance({ days: 1 });
  await play.deliverOnce();
  expect((await list())[0]!.attempts).toBe(4);
});

test('what was let go has seven days again when it is redelivered', async () => {
  const message = await letGo('复议13号');
  await act(admin, 'redeliver', message).send({}).expect(200);
  await play.deliverOnce();
  expect(await list()).toMatchObject([{ abandoned: null, attempts: 5, revision: 2 }]);
  const { instanceId } = await play.run('with-message', '复议13号');
  c.clock.advance({ days: 1 });
  await play.deliverOnce();
  expect(await play.active(instanceId)).toEqual(['desk']);
});

test('a person may agree that what was let go is needed no more: then nobody has to look at it', async () => {
  const message = await letGo('复议14号');
  await act(admin, 'abandon', message).send({ reason: '对方单位已改用书面通知' }).expect(200);
  expect(await list()).toEqual([]);
  expect(await list('?state=abandoned')).toMatchObject([{ abandoned: { by: { name: '系统管理员' } } }]);
});

test('of two administrators at once one decides, and the other learns who did what', async () => {
  const message = await failing('复议15号');
  const answers = await Promise.all([
    act(admin, 'abandon', message).send({ reason: '当事人已撤回' }),
    act(admin, 'abandon', message).send({ reason: '重复发送' }),
  ]);
  expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
  const [told, done] = answers[0]!.status === 409 ? answers : [answers[1]!, answers[0]!];
  const reason = done === answers[0] ? '当事人已撤回' : '重复发送';
  expect(told!.body).toMatchObject({
    code: 'abandoned',
    current: { revision: 1, changed: [{ verb: 'abandon', actor: { name: '系统管理员' }, text: reason }] },
  });
  expect(told!.body.detail).toContain(`放弃，理由：${reason}。`);
  const rows = await c.sql('SELECT abandoned_reason AS reason FROM outbox WHERE id = $1', [message.id]);
  expect(rows).toEqual([{ reason }]);
});

test('who gives up what somebody else has just asked for again is told so, and nothing is given up', async () => {
  const message = await failing('复议16号');
  await act(admin, 'retry', message).send({}).expect(200);
  const stale = await act(admin, 'abandon', message).send({ reason: '不再需要' }).expect(409);
  expect(stale.body).toMatchObject({ code: 'stale', current: { revision: 1, changed: [{ verb: 'retry' }] } });
  expect(stale.body.detail).toContain('要求立即重试');
  expect(await list()).toMatchObject([{ abandoned: null, revision: 1 }]);
});

test('the same act sent twice is one act', async () => {
  const message = await failing('复议17号');
  const once = () => act(admin, 'abandon', message).set('Idempotency-Key', 'give-up-17').send({ reason: '不再需要' });
  const answers = await Promise.all([once(), once()]);
  expect(answers.map((answer) => answer.status)).toEqual([200, 200]);
  expect(answers[0]!.body).toEqual(answers[1]!.body);
  expect(await list('?state=abandoned')).toMatchObject([{ revision: 1 }]);
});

test('a try that began before somebody asked does not put the asked one off', async () => {
  const message = await failing('复议18号');
  const { OutboxStore } = await import('../../../apps/api/src/outbox/outbox.store.js');
  const began = c.clock.date();
  c.clock.advance({ seconds: 1 });
  await act(admin, 'retry', message).send({}).expect(200);
  const store = c.app.get(OutboxStore, { strict: false });
  await store.postpone({ tenant: 'taishan', id: message.id } as never, '慢了一步', began);
  expect(await list()).toMatchObject([{ attempts: 4, nextTryAt: c.clock.date().toISOString() }]);
});

test('nobody but a flow administrator sees or decides anything, and a stranger’s id leads nowhere', async () => {
  const message = await failing('复议19号');
  for (const account of ['dajiang', 'gongan', 'sifa-jingban', 'sifa-shenhe', 'shizhang', 'nobody']) {
    const other = await c.as(account);
    const refused = await other.get('/deliveries').expect(403);
    expect(refused.body).toMatchObject({
      code: 'not-allowed',
      title: '只有流程管理员可以处理没有送达的消息和定时',
    });
    for (const verb of ['retry', 'redeliver']) await act(other, verb, message).send({}).expect(403);
    await act(other, 'abandon', message).send({ reason: '不再需要' }).expect(403);
    await other.post(`/deliveries/timers/${message.id}/retry`).send({}).expect(403);
  }
  expect(await list()).toMatchObject([{ revision: 0, abandoned: null }]);
  await admin.post(`/deliveries/messages/${admin.personId}/retry`).send({}).expect(404);
  await admin.post(`/deliveries/timers/${message.id}/retry`).send({}).expect(404);
  await admin.get('/deliveries?cursor=WyIyMDI0Il0').expect(400);
  await admin.get('/deliveries?state=all').expect(400);
});

test('an administrator of another city sees none of it and can do nothing with it', async () => {
  const message = await failing('复议20号');
  await c.sql(`INSERT INTO person VALUES ('kaiping', $1, 'admin', '开平管理员', now())`, [message.id]);
  await c.sql(`INSERT INTO credential SELECT 'kaiping', $1, hash, now() FROM credential WHERE person_id = $2`, [
    message.id,
    admin.personId,
  ]);
  await c.sql(
    `INSERT INTO membership VALUES ('kaiping', gen_random_uuid(), $1, 'gonganju', 'flowAdmin', '2024-01-01', NULL)`,
    [message.id],
  );
  const session = await c
    .http()
    .post('/api/v1/kaiping/session')
    .send({ account: 'admin', password: passwordOf('admin') })
    .expect(201);
  const cookie = String(session.headers['set-cookie']).split(';')[0] ?? '';
  const there = await c.http().get('/api/v1/kaiping/deliveries').set('Cookie', cookie).expect(200);
  expect(there.body).toEqual({ items: [], nextCursor: null, open: 0 });
  await c
    .http()
    .post(`/api/v1/kaiping/deliveries/messages/${message.id}/abandon`)
    .set('Cookie', cookie)
    .set('X-CSRF-Token', session.body.csrfToken)
    .send({ reason: '不再需要' })
    .expect(404);
  expect(await list()).toMatchObject([{ abandoned: null }]);
});

test('a flow that cannot take a signal is named, with why', async () => {
  await play.publish('with-signal', WITH_SIGNAL);
  const { instanceId, obligationId } = await play.run('with-signal');
  await admin.post('/flow-messages/signals').send({ name: '专项检查启动' }).expect(202);
  const set = (format: number) =>
    c.sql(`UPDATE instance SET marking = jsonb_set(marking, '{format}', $2) WHERE id = $1`, [instanceId, format]);
  await set(0);
  await tried(4);
  expect(await list()).toMatchObject([
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
  await tried(3);
  expect(await list()).toMatchObject([
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
  await tried(3);
  const items = await list();
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

test('a timer that keeps failing is listed with its place, fires when it is mended and asked for, and cannot be given up', async () => {
  await play.publish('with-cycle', WITH_CYCLE);
  const { instanceId, obligationId } = await play.run('with-cycle');
  const set = (format: number) =>
    c.sql(`UPDATE instance SET marking = jsonb_set(marking, '{format}', $2) WHERE id = $1`, [instanceId, format]);
  await set(0);
  c.clock.advance({ days: 1 });
  const first = c.clock.date().toISOString();
  for (const minutes of [1, 2]) {
    await play.fireDue();
    c.clock.advance({ minutes });
  }
  expect(await list()).toEqual([]);
  await play.fireDue();
  const [timer] = await list();
  expect(timer).toMatchObject({
    kind: 'timer',
    instanceId,
    obligation: { id: obligationId },
    definition: { key: 'with-cycle' },
    since: first,
    attempts: 3,
    error: '流程实例的运行位置与流程图对不上，没有执行。',
    nextTryAt: new Date(c.clock.now() + 4 * 60_000).toISOString(),
  });
  expect(timer!['what']).toMatch(/^定时“\p{Script=Han}+/u);
  await admin.post(`/deliveries/messages/${timer!.id}/abandon`).send({ reason: '不再需要' }).expect(404);
  expect(await list('?state=abandoned')).toEqual([]);
  await set(2);
  const retry = () => admin.post(`/deliveries/timers/${timer!.id}/retry`).set('If-Match', '"0"').send({});
  const both = await Promise.all([retry(), retry()]);
  expect(both.map((answer) => answer.status).sort()).toEqual([200, 409]);
  expect(both.find((answer) => answer.status === 409)!.body).toMatchObject({
    code: 'stale',
    current: { changed: [{ verb: 'retry', actor: { name: '系统管理员' } }] },
  });
  expect(await play.fireDue()).toBe(1);
  expect(await play.openTasks(instanceId, 'remind')).toHaveLength(1);
  expect(await list()).toEqual([]);
  const late = await retry().expect(409);
  expect(late.body).toMatchObject({ code: 'timer-closed', title: '这个定时已经结束' });
});

test('a timer whose flow cannot be read is listed all the same', async () => {
  await play.publish('with-cycle', WITH_CYCLE);
  const { instanceId } = await play.run('with-cycle');
  const timers = await c.sql<{ node: string }>('SELECT node_id AS node FROM timer WHERE instance_id = $1', [
    instanceId,
  ]);
  await c.sql(`UPDATE timer SET attempts = 3, failing_since = $2, last_error = 'unreadable' WHERE instance_id = $1`, [
    instanceId,
    c.clock.date(),
  ]);
  jest.spyOn(c.app.get(FlowsReadModel, { strict: false }), 'flow').mockRejectedValue(new Error('unreadable'));
  expect(await list()).toMatchObject([
    {
      kind: 'timer',
      name: timers[0]!.node,
      definition: { name: 'with-cycle' },
      error: expect.stringMatching(/^系统出错/),
    },
  ]);
});

test('messages and timers come in one order, page after page, none twice and none left out', async () => {
  await play.publish('with-cycle', WITH_CYCLE);
  const { instanceId } = await play.run('with-cycle');
  await c.sql('DELETE FROM outbox');
  await c.sql(`UPDATE timer SET attempts = 3, failing_since = $2 WHERE instance_id = $1`, [instanceId, c.clock.date()]);
  for (const key of ['甲', '乙', '丙', '丁', '戊']) await failing(key);
  // three of them at the very same moment
  await c.sql(`UPDATE outbox SET failing_since = $1 WHERE payload->>'key' IN ('甲', '乙', '丙')`, [c.clock.date()]);
  const all = await list();
  expect(all).toHaveLength(6);
  const seen: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const answer = await admin.get(`/deliveries?limit=2&cursor=${cursor}`).expect(200);
    const page = answer.body as { items: Listed[]; nextCursor: string | null; open: number };
    expect(page.open).toBe(6);
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
  await tried(3);
  expect(
    (await list()).find((item) => (item['obligation'] as { id: string } | null)?.id === obligationId),
  ).toMatchObject({
    kind: 'start',
    what: '自动开始“turning”',
    error: expect.stringMatching(/^不能开始：/),
    cure: expect.stringMatching(/发布新版本/),
  });
});
