import type { SignedInClient } from '../../support/app.js';
import { city, type City } from './city.js';
import { WITH_MESSAGE } from './outside-drawings.js';
import { player, type Player } from './player.js';
import { undelivered, type Undelivered } from './undelivered.js';

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
afterEach(() => d.empty());
afterAll(() => c?.close());

test('a retry delivers at once when the cause is mended, and the row leaves the list', async () => {
  const message = await d.failing('复议10号');
  const { instanceId } = await play.run('with-message', '复议10号');
  // its pause is not over
  await c.sql(`UPDATE outbox SET due_at = due_at + interval '1 day' WHERE id = $1`, [message.id]);
  await play.deliverOnce();
  expect(await play.active(instanceId)).toEqual(['wait']);
  const answer = await d.act(admin, 'retry', message).send({}).expect(200);
  expect(answer.body).toEqual({ id: message.id, revision: 1, nextTryAt: new Date(c.clock.now()).toISOString() });
  expect(answer.headers['etag']).toBe('"1"');
  await play.deliverOnce();
  expect(await play.active(instanceId)).toEqual(['desk']);
  expect(await d.list()).toEqual([]);
  const late = await d.act(admin, 'retry', message).send({}).expect(409);
  expect(late.body).toMatchObject({ code: 'delivered', title: '这条消息已经送达' });
  expect(late.body.detail).toMatch(
    /^它于11月\d+日 \d\d:\d\d送达。系统管理员于11月\d+日 \d\d:\d\d要求立即重试。不用再办/,
  );
});

test('a message that is given up keeps who and why, is tried no more, and comes again when it is wanted', async () => {
  const message = await d.failing('复议11号');
  await d.act(admin, 'abandon', message).send({ reason: ' ' }).expect(400);
  const wordless = await d.act(admin, 'abandon', message).send({ reason: ' \u0007　 ' }).expect(400);
  expect(wordless.body.errors).toEqual([{ field: 'reason', message: '请写明为什么放弃，至少两个字' }]);
  await d.act(admin, 'abandon', message).send({ reason: '当事人已撤回复议申请' }).expect(200);
  const { instanceId } = await play.run('with-message', '复议11号');
  await d.tried(3);
  expect(await play.active(instanceId)).toEqual(['wait']);
  expect(await d.list()).toEqual([]);
  expect((await admin.get('/deliveries').expect(200)).body.open).toBe(0);
  const [kept] = await d.list('?state=abandoned');
  expect(kept).toMatchObject({
    attempts: 3,
    nextTryAt: null,
    revision: 1,
    abandoned: { by: { id: admin.personId, name: '系统管理员' }, reason: '当事人已撤回复议申请' },
  });
  expect((await d.act(admin, 'retry', kept!).send({}).expect(409)).body.code).toBe('abandoned');
  await d.act(admin, 'redeliver', kept!).send({}).expect(200);
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
  const message = await d.letGo('复议12号');
  expect(message).toMatchObject({
    attempts: 4,
    nextTryAt: null,
    abandoned: { by: null, reason: '7 天没有送达，系统不再投递：没有流程在等消息“行政复议决定”' },
    cure: expect.stringContaining('重新投递'),
  });
  expect(await d.list('?state=abandoned')).toEqual([message]);
  c.clock.advance({ days: 1 });
  await play.deliverOnce();
  expect((await d.list())[0]!.attempts).toBe(4);
});

test('what was let go has seven days again when it is redelivered', async () => {
  const message = await d.letGo('复议13号');
  await d.act(admin, 'redeliver', message).send({}).expect(200);
  await play.deliverOnce();
  expect(await d.list()).toMatchObject([{ abandoned: null, attempts: 5, revision: 2 }]);
  const { instanceId } = await play.run('with-message', '复议13号');
  c.clock.advance({ days: 1 });
  await play.deliverOnce();
  expect(await play.active(instanceId)).toEqual(['desk']);
});

test('a person may agree that what was let go is needed no more: then nobody has to look at it', async () => {
  const message = await d.letGo('复议14号');
  await d.act(admin, 'abandon', message).send({ reason: '对方单位已改用书面通知' }).expect(200);
  expect(await d.list()).toEqual([]);
  expect(await d.list('?state=abandoned')).toMatchObject([{ abandoned: { by: { name: '系统管理员' } } }]);
});

test('of two administrators at once one decides, and the other learns who did what', async () => {
  const message = await d.failing('复议15号');
  const answers = await Promise.all([
    d.act(admin, 'abandon', message).send({ reason: '当事人已撤回' }),
    d.act(admin, 'abandon', message).send({ reason: '重复发送' }),
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
  const message = await d.failing('复议16号');
  await d.act(admin, 'retry', message).send({}).expect(200);
  const stale = await d.act(admin, 'abandon', message).send({ reason: '不再需要' }).expect(409);
  expect(stale.body).toMatchObject({ code: 'stale', current: { revision: 1, changed: [{ verb: 'retry' }] } });
  expect(stale.body.detail).toContain('要求立即重试');
  expect(await d.list()).toMatchObject([{ abandoned: null, revision: 1 }]);
});

test('the same act sent twice is one act', async () => {
  const message = await d.failing('复议17号');
  const once = () => d.act(admin, 'abandon', message).set('Idempotency-Key', 'give-up-17').send({ reason: '不再需要' });
  const answers = await Promise.all([once(), once()]);
  expect(answers.map((answer) => answer.status)).toEqual([200, 200]);
  expect(answers[0]!.body).toEqual(answers[1]!.body);
  expect(await d.list('?state=abandoned')).toMatchObject([{ revision: 1 }]);
});

test('a try that began before somebody asked does not put the asked one off', async () => {
  const message = await d.failing('复议18号');
  const { OutboxStore } = await import('../../../apps/api/src/outbox/outbox.store.js');
  const began = c.clock.date();
  c.clock.advance({ seconds: 1 });
  await d.act(admin, 'retry', message).send({}).expect(200);
  const store = c.app.get(OutboxStore, { strict: false });
  await store.postpone({ tenant: 'taishan', id: message.id } as never, '慢了一步', began);
  expect(await d.list()).toMatchObject([{ attempts: 4, nextTryAt: c.clock.date().toISOString() }]);
});
