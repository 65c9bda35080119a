import { jest } from '@jest/globals';
import { FlowsReadModel } from '../../../apps/api/src/definitions/flows.read-model.js';
import { ScheduledStartStore, type DueStart } from '../../../apps/api/src/starts/scheduled-start.store.js';
import type { SignedInClient } from '../../support/app.js';
import { city, type City } from './city.js';
import { player, type Player } from './player.js';
import { timed } from './unattended-drawings.js';
import { adminElsewhere, undelivered, type Listed, type Undelivered } from './undelivered.js';

let c: City;
let play: Player;
let d: Undelivered;
let admin: SignedInClient;
let obligationId: string;
beforeAll(async () => {
  c = await city();
  play = player(c);
  d = await undelivered(c, play);
  admin = d.admin;
});
beforeEach(async () => {
  await play.publish('daily', timed('daily', 'timeCycle:R/P1D'));
  await play.bind('daily', 'dajiang');
  obligationId = await c.obligation({ unitId: 'dajiang' });
  await c.sql(`ALTER TABLE outbox ADD CONSTRAINT planted CHECK (topic <> 'flow.start') NOT VALID`);
  c.clock.advance({ days: 1 });
});
afterEach(async () => {
  jest.restoreAllMocks();
  await d.empty();
  await c.sql('ALTER TABLE outbox DROP CONSTRAINT IF EXISTS planted');
  await c.sql(`UPDATE obligation SET status = 'closed' WHERE instance_id IS NULL`);
});
afterAll(() => c?.close());

/** Its turn comes `times` times, each after the pause of the last. */
async function due(times: number): Promise<void> {
  for (let n = 0; n < times; n++) {
    if (n > 0) c.clock.advance({ minutes: 2 ** (n - 1) });
    await play.beginDue();
  }
}

const mended = () => c.sql('ALTER TABLE outbox DROP CONSTRAINT planted');
const retry = (client: SignedInClient, { id, revision }: Listed) =>
  client.post(`/deliveries/schedules/${id}/retry`).set('If-Match', `"${revision}"`).send({});
const begun = async (): Promise<boolean> => {
  const [row] = await c.sql<{ begun: boolean }>(
    'SELECT instance_id IS NOT NULL AS begun FROM obligation WHERE id = $1',
    [obligationId],
  );
  return row!.begun;
};

/** The start as a process that tries it has it. */
const inHand = async (): Promise<DueStart> => {
  const [row] = await c.sql<DueStart>('SELECT tenant, id, due FROM scheduled_start');
  return row!;
};

test('a scheduled start that keeps failing is listed from the third time on, with its flow, its node, why and what to do', async () => {
  const first = c.clock.date().toISOString();
  await due(2);
  expect(await d.list()).toEqual([]);
  const [row] = await c.sql<{ id: string }>('SELECT id FROM scheduled_start');
  const early = await admin.post(`/deliveries/schedules/${row!.id}/retry`).send({}).expect(409);
  expect(early.body).toMatchObject({ code: 'not-failing', title: '这个定时开始没有反复失败' });
  c.clock.advance({ minutes: 2 });
  await due(1);
  const answer = await admin.get('/deliveries').expect(200);
  expect(answer.body).toMatchObject({ open: 1, nextCursor: null });
  expect(answer.body.items).toEqual([
    {
      id: row!.id,
      kind: 'schedule',
      what: '定时开始“daily”',
      name: 'daily',
      key: null,
      node: '到时间',
      instanceId: null,
      obligation: null,
      definition: expect.objectContaining({ key: 'daily', name: 'daily' }),
      since: first,
      attempts: 3,
      error: expect.stringMatching(/^系统出错，请把这段话交给系统维护人员：.*planted/),
      cure: expect.stringContaining('立即重试'),
      nextTryAt: new Date(c.clock.now() + 4 * 60_000).toISOString(),
      abandoned: null,
      revision: 0,
    },
  ]);
});

test('it begins at once when it is mended and asked for, and then waits for its next time', async () => {
  await due(3);
  const [listed] = await d.list();
  await mended();
  expect(await play.beginDue()).toBe(0);
  const answer = await retry(admin, listed!).expect(200);
  expect(answer.body).toEqual({ id: listed!.id, revision: 1, nextTryAt: c.clock.date().toISOString() });
  expect(answer.headers['etag']).toBe('"1"');
  expect(await play.beginDue()).toBe(1);
  await play.deliver();
  expect([await begun(), await d.list()]).toEqual([true, []]);
  const kept = await c.sql('SELECT attempts, failing_since AS since, acts FROM scheduled_start');
  expect(kept).toEqual([
    { attempts: 0, since: null, acts: [{ verb: 'retry', at: expect.any(String), by: admin.personId }] },
  ]);
  expect((await retry(admin, { ...listed!, revision: 1 }).expect(409)).body.code).toBe('not-failing');
});

test('it is asked for by one of two administrators at once, and the other learns by whom', async () => {
  await due(3);
  const [listed] = await d.list();
  const both = await Promise.all([retry(admin, listed!), retry(admin, listed!)]);
  expect(both.map((answer) => answer.status).sort()).toEqual([200, 409]);
  const told = both.find((answer) => answer.status === 409)!.body;
  expect(told).toMatchObject({
    code: 'stale',
    current: { revision: 1, changed: [{ verb: 'retry', actor: { name: '系统管理员' } }] },
  });
  expect(told.detail).toMatch(/^系统管理员于11月\d+日 \d\d:\d\d要求立即重试。/);
});

test('it cannot be given up, but goes with a new version of its flow', async () => {
  await due(3);
  const [listed] = await d.list();
  for (const verb of ['abandon', 'redeliver'])
    await admin.post(`/deliveries/messages/${listed!.id}/${verb}`).send({ reason: '不再需要' }).expect(404);
  expect(await d.list('?state=abandoned')).toEqual([]);
  await play.publish('daily', timed('daily', 'timeDate:2098-01-01'));
  expect((await admin.get('/deliveries').expect(200)).body).toMatchObject({ items: [], open: 0 });
  const late = await retry(admin, listed!).expect(404);
  expect(late.body).toMatchObject({
    title: '没有找到这个定时开始',
    detail: expect.stringContaining('已经发布新版本'),
  });
});

test('it is seen and asked for by no unit, and by no administrator of another city', async () => {
  await due(3);
  const [listed] = await d.list();
  for (const account of ['dajiang', 'gongan', 'sifa-jingban', 'sifa-shenhe', 'shizhang', 'nobody']) {
    const other = await c.as(account);
    await other.get('/deliveries').expect(403);
    expect((await retry(other, listed!).expect(403)).body).toMatchObject({
      code: 'not-allowed',
      title: '只有流程管理员可以处理没有送达的消息和定时',
    });
  }
  const there = await adminElsewhere(c);
  expect((await there.get('/deliveries').expect(200)).body).toEqual({ items: [], nextCursor: null, open: 0 });
  await there.post(`/deliveries/schedules/${listed!.id}/retry`).send({}).expect(404);
  expect(await d.list()).toEqual([listed]);
});

test('a scheduled start whose flow cannot be read is listed by the id of its node', async () => {
  jest.spyOn(c.app.get(FlowsReadModel, { strict: false }), 'flow').mockRejectedValue(new Error('unreadable'));
  await due(3);
  expect(await d.list()).toMatchObject([
    {
      kind: 'schedule',
      what: '定时开始“daily”',
      node: 'on-time',
      error: expect.stringMatching(/^系统出错.*unreadable$/),
    },
  ]);
});

test('it is not put off by a try that began before somebody asked for it', async () => {
  await due(3);
  const [listed] = await d.list();
  const began = c.clock.date();
  const tried = await inHand();
  c.clock.advance({ seconds: 1 });
  await retry(admin, listed!).expect(200);
  await c.app.get(ScheduledStartStore, { strict: false }).postpone(tried, '慢了一步', began);
  expect(await d.list()).toMatchObject([{ attempts: 4, nextTryAt: c.clock.date().toISOString() }]);
});

test('it is charged with nothing when another process has told its time meanwhile', async () => {
  const tried = await inHand();
  await mended();
  expect(await play.beginDue()).toBe(1);
  await c.app.get(ScheduledStartStore, { strict: false }).postpone(tried, '慢了一步', c.clock.date());
  const kept = await c.sql('SELECT attempts, last_error AS error, failing_since AS since FROM scheduled_start');
  expect(kept).toEqual([{ attempts: 0, error: null, since: null }]);
});
