import { createHmac } from 'node:crypto';
import { Logger } from '@nestjs/common';
import { jest } from '@jest/globals';
import { testApp, type SignedInClient, type TestApp } from '../../support/app.js';
import { isSigned, receiver, type Receiver } from './receiver.js';
import { told, type Told } from './told.js';

let c: TestApp;
let t: Told;
let admin: SignedInClient;
let there: Receiver;

beforeAll(async () => {
  there = await receiver();
  c = await testApp({
    environment: { WEBHOOK_NETWORKS: '127.0.0.1', SESSION_IDLE_HOURS: '720', SESSION_MAX_HOURS: '720' },
  });
  t = told(c);
  admin = await c.signIn('admin');
});
beforeEach(async () => {
  await c.sql('DELETE FROM outbox');
  await c.sql('DELETE FROM webhook');
  there.received.length = 0;
  there.answer = { status: 204 };
});
afterEach(() => jest.restoreAllMocks());
afterAll(async () => {
  await c?.close();
  await there?.close();
});

const fields = (given: object = {}): object => ({
  name: '市 OA 系统',
  url: `${there.url}/hook?key=their-own-key`,
  categories: ['task', 'returned'],
  active: true,
  ...given,
});

/** Registered, with a secret. */
async function registered(given: object = {}): Promise<{ id: string; secret: string; revision: number }> {
  const { id } = (await admin.post('/webhooks').send(fields(given)).expect(201)).body;
  const { secret, revision } = (await admin.post(`/webhooks/${id}/secret`).send({}).expect(200)).body;
  return { id, secret, revision };
}
const list = async () => (await admin.get('/webhooks').expect(200)).body.items;

test('a receiver is told of what it asked for, once however many people are told, signed over time and body', async () => {
  const { secret } = await registered();
  await t.leave('task.opened', ['gongan', 'gongan2']);
  await t.leave('instance.ended', ['gongan']);
  await t.settle();
  expect(there.received).toHaveLength(1);
  const [message] = there.received;
  expect(message!.path).toBe('/hook?key=their-own-key');
  expect(message!.headers).toMatchObject({ 'content-type': 'application/json; charset=utf-8' });
  expect(Number(message!.headers['webhook-timestamp'])).toBe(c.clock.now() / 1000);
  expect(isSigned(message!, secret)).toBe(true);
  // said once more in the receiver's own words
  const { 'webhook-id': id, 'webhook-timestamp': time, 'webhook-signature': signature } = message!.headers;
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  expect(signature).toBe(`v1,${createHmac('sha256', key).update(`${id}.${time}.${message!.body}`).digest('base64')}`);
  expect(JSON.parse(message!.body)).toEqual({
    id,
    type: 'task.opened',
    category: 'task',
    tenant: 'taishan',
    occurredAt: c.clock.date().toISOString(),
    title: '待办：审核',
    text: '台执督-01-001',
    taskId: null,
    instanceId: null,
    obligationId: null,
    recipientIds: await Promise.all(['gongan', 'gongan2'].map(t.idOf)),
  });
});

test('a message that is delivered again, or tried again, has the same id and a new time', async () => {
  const { secret } = await registered();
  await t.leave('task.opened', ['gongan']);
  await t.settle();
  await c.sql('UPDATE outbox SET delivered_at = NULL, due_at = $1', [c.clock.date()]);
  c.clock.advance({ minutes: 2 });
  await t.settle();
  expect(there.received).toHaveLength(2);
  const [first, second] = there.received.map(({ headers }) => headers);
  expect(first!['webhook-id']).toBe(second!['webhook-id']);
  expect(first!['webhook-timestamp']).not.toBe(second!['webhook-timestamp']);
  expect(there.received.every((message) => isSigned(message, secret))).toBe(true);
});

test('the secret is shown in one answer and is in no other, no log and no kept answer', async () => {
  const logged = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
  const { id } = (await admin.post('/webhooks').set('Idempotency-Key', 'one').send(fields()).expect(201)).body;
  const answer = await admin.post(`/webhooks/${id}/secret`).set('Idempotency-Key', 'two').send({}).expect(200);
  expect(answer.headers['cache-control']).toBe('no-store');
  const { secret } = answer.body;
  expect(secret).toMatch(/^whsec_[\w+/]{43}=$/);
  there.answer = { status: 500 };
  await t.leave('task.opened', ['gongan']);
  await t.settle();
  expect(logged).toHaveBeenCalled();
  const [webhook] = await list();
  const changed = await admin.put(`/webhooks/${id}`).send(fields()).expect(200);
  const tried = await admin.post(`/webhooks/${id}/test`).send({}).expect(200);
  const rows = await c.sql<{ row: string }>(
    `SELECT k::text AS row FROM idempotency_key k UNION ALL SELECT o::text FROM outbox o UNION ALL SELECT n::text FROM notification n`,
  );
  const seen = JSON.stringify([webhook, changed.body, tried.body, rows, logged.mock.calls]);
  expect(seen).not.toContain(secret);
  expect(seen).not.toContain(secret.slice(6));
  // the address holds the receiver's own key: it is the administrator's, and no log's
  expect(JSON.stringify([logged.mock.calls, tried.body])).not.toContain('their-own-key');
});

test('a new secret takes the place of the old one at once', async () => {
  const { id, secret } = await registered();
  const next = (await admin.post(`/webhooks/${id}/secret`).send({}).expect(200)).body.secret;
  expect(next).not.toBe(secret);
  await t.leave('task.opened', ['gongan']);
  await t.settle();
  expect(isSigned(there.received[0]!, next)).toBe(true);
  expect(isSigned(there.received[0]!, secret)).toBe(false);
});

test('before it has a secret, and while it is off, nothing is sent', async () => {
  const { id } = (await admin.post('/webhooks').send(fields()).expect(201)).body;
  await t.leave('task.opened', ['gongan']);
  await t.settle();
  await admin.post(`/webhooks/${id}/secret`).send({}).expect(200);
  await admin
    .put(`/webhooks/${id}`)
    .send(fields({ active: false }))
    .expect(200);
  await t.leave('task.opened', ['gongan']);
  await t.settle();
  expect(there.received).toEqual([]);
});

test('a receiver that fails is tried later and later, is listed with why, and is told when an administrator asks', async () => {
  const { id } = await registered();
  there.answer = { status: 503 };
  await t.leave('task.opened', ['gongan']);
  await t.settle();
  expect(there.received).toHaveLength(1);
  for (const minutes of [1, 2]) {
    await t.send();
    c.clock.advance({ minutes });
    await t.send();
  }
  expect(there.received).toHaveLength(3);
  const [item] = (await admin.get('/deliveries').expect(200)).body.items;
  expect(item).toMatchObject({
    kind: 'webhook',
    what: '推送“市 OA 系统”',
    error: '127.0.0.1 没有收下，答复 503',
    cure: expect.stringContaining('试发'),
  });
  expect((await list())[0].last).toMatchObject({ ok: false, detail: '127.0.0.1 没有收下，答复 503' });
  there.answer = { status: 200 };
  await admin.post(`/deliveries/messages/${item.id}/retry`).send({}).expect(200);
  await t.send();
  expect(new Set(there.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  expect((await list())[0]).toMatchObject({ id, last: { ok: true, detail: '对方已收下（200）' } });
  expect((await admin.get('/deliveries').expect(200)).body.open).toBe(0);
});

test('one that fails holds up neither other receivers nor more than a few of its own', async () => {
  const broken = await receiver();
  try {
    broken.answer = { status: 500 };
    await registered({ url: broken.url });
    await registered();
    await t.leave('task.opened', ['gongan'], 30);
    await t.settle();
    expect(there.received).toHaveLength(30);
    expect(broken.received.length).toBeLessThanOrEqual(3);
  } finally {
    await broken.close();
  }
});

test('nobody is followed to another address', async () => {
  const elsewhere = await receiver();
  try {
    const { id } = await registered();
    there.answer = { status: 307, headers: { Location: elsewhere.url } };
    const tried = await admin.post(`/webhooks/${id}/test`).send({}).expect(200);
    expect(tried.body).toEqual({ ok: false, detail: expect.stringContaining('没有跟随') });
    expect(elsewhere.received).toEqual([]);
  } finally {
    await elsewhere.close();
  }
});

test('a trial says what the receiver answered, and leaves nothing to be delivered', async () => {
  const { id, secret } = await registered();
  const good = await admin.post(`/webhooks/${id}/test`).send({}).expect(200);
  expect(good.body).toEqual({ ok: true, detail: '对方已收下（204）' });
  expect(JSON.parse(there.received[0]!.body)).toMatchObject({ type: 'test', title: '试发' });
  expect(isSigned(there.received[0]!, secret)).toBe(true);
  expect((await list())[0].last).toMatchObject({ ok: true });
  expect(await c.sql('SELECT 1 FROM outbox')).toEqual([]);
});

test('a name that leads into the house is found out when it is looked up, however it is written', async () => {
  // 127.0.0.1 alone is allowed here; localhost may lead to ::1 as well
  const strict = await testApp();
  try {
    const other = await strict.signIn('admin');
    const { id } = (
      await other
        .post('/webhooks')
        .send(fields({ url: 'https://localhost/hook' }))
        .expect(201)
    ).body;
    await other.post(`/webhooks/${id}/secret`).send({}).expect(200);
    const tried = await other.post(`/webhooks/${id}/test`).send({}).expect(200);
    expect(tried.body).toEqual({ ok: false, detail: expect.stringContaining('localhost 是内网地址，没有推送') });
    for (const url of [
      'https://127.0.0.1/hook',
      'https://0x7f000001/hook',
      'https://2130706433/hook',
      'https://[::1]/hook',
      'https://[::ffff:10.0.0.1]/hook',
      'https://169.254.169.254/latest/meta-data',
      'http://oa.example.gov.cn/hook',
      'ftp://oa.example.gov.cn/hook',
      'https://user:pass@oa.example.gov.cn/hook',
      'https://oa.example.gov.cn/hook#part',
      'oa.example.gov.cn',
    ]) {
      const refused = await other.post('/webhooks').send(fields({ url })).expect(400);
      expect(refused.body.field).toBe('url');
      expect(refused.body.detail).toMatch(/\p{Script=Han}/u);
    }
  } finally {
    await strict.close();
  }
});

test('an address that was allowed when it was registered is judged again when it is sent to', async () => {
  const { id } = await registered();
  await c.sql(`UPDATE webhook SET url = 'http://127.0.0.2:9/' WHERE id = $1`, [id]);
  const tried = await admin.post(`/webhooks/${id}/test`).send({}).expect(200);
  expect(tried.body).toMatchObject({ ok: false, detail: expect.stringContaining('127.0.0.2') });
});

test('nobody but a flow administrator sees or changes anything', async () => {
  const { id } = await registered();
  for (const account of ['gongan', 'sifa-jingban', 'sifa-lingdao', 'shizhang', 'nobody']) {
    const other = await c.signIn(account);
    for (const call of [
      other.get('/webhooks'),
      other.post('/webhooks').send(fields()),
      other.put(`/webhooks/${id}`).send(fields()),
      other.delete(`/webhooks/${id}`),
      other.post(`/webhooks/${id}/secret`).send({}),
      other.post(`/webhooks/${id}/test`).send({}),
    ]) {
      const answer = await call.expect(403);
      expect(answer.body).toMatchObject({ code: 'not-allowed', title: '只有流程管理员可以管理推送地址' });
    }
  }
  expect(there.received).toEqual([]);
});

test('a webhook of another city is not found, and hears nothing of this one', async () => {
  const { id } = await registered();
  await c.sql(`UPDATE webhook SET tenant = 'kaiping' WHERE id = $1`, [id]);
  expect(await list()).toEqual([]);
  await admin.put(`/webhooks/${id}`).send(fields()).expect(404);
  await admin.delete(`/webhooks/${id}`).expect(404);
  await admin.post(`/webhooks/${id}/secret`).send({}).expect(404);
  await admin.post(`/webhooks/${id}/test`).send({}).expect(404);
  await t.leave('task.opened', ['gongan']);
  await t.settle();
  expect(there.received).toEqual([]);
});

test('who changes what another has changed meanwhile is told so', async () => {
  const { id, revision } = await registered();
  await admin
    .put(`/webhooks/${id}`)
    .set('If-Match', `"${revision}"`)
    .send(fields({ name: '新名称' }))
    .expect(200);
  const late = await admin.put(`/webhooks/${id}`).set('If-Match', `"${revision}"`).send(fields()).expect(409);
  expect(late.body).toMatchObject({ code: 'stale', current: { revision: revision + 1 } });
  await admin.delete(`/webhooks/${id}`).set('If-Match', `"${revision}"`).expect(409);
  expect(await list()).toMatchObject([{ name: '新名称' }]);
});

test('what was still to be sent to a deleted one stays, given up by whoever deleted it', async () => {
  const { id } = await registered();
  await t.leave('task.opened', ['gongan']);
  await t.deliver();
  await admin.delete(`/webhooks/${id}`).expect(204);
  await t.send();
  expect(there.received).toEqual([]);
  const given = (await admin.get('/deliveries?state=abandoned').expect(200)).body.items;
  expect(given).toMatchObject([
    { kind: 'webhook', abandoned: { reason: '推送地址已删除', by: { id: admin.personId } } },
  ]);
});

test.each([
  ['name', { name: '' }],
  ['categories', { categories: [] }],
  ['categories', { categories: ['gossip'] }],
  ['active', { active: 'yes' }],
  ['secret', { secret: 'whsec_my-own' }],
])('a wrong %s is refused by name', async (field, change) => {
  const answer = await admin.post('/webhooks').send(fields(change)).expect(400);
  expect(answer.body.errors.map((error: { field: string }) => error.field)).toContain(field);
});
