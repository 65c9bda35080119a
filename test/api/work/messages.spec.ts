import { CONSUMERS, type Consumer } from '../../../apps/api/src/outbox/consumer.js';
import { DeliverDueUseCase } from '../../../apps/api/src/outbox/deliver-due.use-case.js';
import { city, submitted, type City } from './city.js';

let c: City;
beforeAll(async () => {
  c = await city();
});
afterAll(() => c?.close());

const deliver = (): Promise<number> => c.app.get(DeliverDueUseCase, { strict: false }).execute();
const notes = async (account: string) => (await (await c.as(account)).get('/notifications?limit=200').expect(200)).body;

test('who gets a task is told, after the act and once; who acted is not', async () => {
  const { instanceId } = await submitted(c);
  expect((await notes('sifa-jingban')).items).toEqual([]);
  expect(await deliver()).toBeGreaterThan(0);
  expect(await deliver()).toBe(0);
  const [note] = (await notes('sifa-jingban')).items;
  expect(note).toMatchObject({ kind: 'task.opened', title: '待办：已报送', instanceId, readAt: null });
  expect(note.text).toContain('市公安局');
  const colleague = (await notes('gongan2')).items.filter(
    (item: { instanceId: string }) => item.instanceId === instanceId,
  );
  expect(colleague).toMatchObject([{ title: '待办：草稿' }]);
  expect(
    (await notes('gongan')).items.filter((item: { instanceId: string }) => item.instanceId === instanceId),
  ).toEqual([]);
});

test('a return tells everybody who drafted, with the reason; the end as well', async () => {
  const { instanceId, evidenceId } = await submitted(c);
  await (
    await c.as('sifa-jingban')
  )
    .post(`/tasks/${await c.taskAt(instanceId, 'submitted')}/return`)
    .send({ reason: '请补充名单' })
    .expect(200);
  await deliver();
  const returned = (await notes('gongan')).items.find((item: { kind: string }) => item.kind === 'task.returned');
  expect(returned).toMatchObject({ instanceId, text: '退回原因：请补充名单', taskId: expect.any(String) });
  await (await c.as('gongan')).get(`/tasks/${returned.taskId}`).expect(200);
  await (
    await c.as('gongan')
  )
    .post(`/tasks/${returned.taskId}/submit`)
    .send({ data: { progress: '已补', completion: '已完成' }, evidenceIds: [evidenceId] })
    .expect(200);
  await (
    await c.as('sifa-shenhe')
  )
    .post(`/tasks/${await c.taskAt(instanceId, 'review')}/approve`)
    .send({})
    .expect(200);
  await deliver();
  expect((await notes('gongan')).items.find((item: { kind: string }) => item.kind === 'instance.ended')).toMatchObject({
    instanceId,
    title: expect.stringContaining('通过'),
  });
});

test('reading marks it read, once; another person can neither see nor read it', async () => {
  await submitted(c);
  await deliver();
  const before = await notes('sifa-jingban');
  const [note] = before.items;
  await (await c.as('sifa-shenhe')).post(`/notifications/${note.id}/read`).send({}).expect(404);
  c.clock.advance({ minutes: 5 });
  await (await c.as('sifa-jingban')).post(`/notifications/${note.id}/read`).send({}).expect(204);
  const readAt = c.clock.date().toISOString();
  c.clock.advance({ minutes: 5 });
  await (await c.as('sifa-jingban')).post(`/notifications/${note.id}/read`).send({}).expect(204);
  const after = await notes('sifa-jingban');
  expect(after.items.find((item: { id: string }) => item.id === note.id)).toMatchObject({ readAt });
  expect(after.unread).toBe(before.unread - 1);
  const unread = (await (await c.as('sifa-jingban')).get('/notifications?unread=true').expect(200)).body;
  expect(unread.items.map((item: { id: string }) => item.id)).not.toContain(note.id);
});

test('pages of messages follow one another without a gap', async () => {
  for (let i = 0; i < 5; i++) await submitted(c);
  await deliver();
  const all = (await notes('sifa-jingban')).items.map((item: { id: string }) => item.id);
  const paged: string[] = [];
  let cursor = '';
  do {
    const page = (
      await (await c.as('sifa-jingban')).get(`/notifications?limit=2${cursor && `&cursor=${cursor}`}`).expect(200)
    ).body;
    paged.push(...page.items.map((item: { id: string }) => item.id));
    cursor = page.nextCursor ?? '';
  } while (cursor);
  expect(paged).toEqual(all);
});

test('delivering one message twice adds nothing: a process that died after telling may tell again', async () => {
  await submitted(c);
  await deliver();
  const count = async () =>
    (await c.sql<{ count: number }>('SELECT count(*)::int AS count FROM notification'))[0]!.count;
  const before = await count();
  await c.sql('UPDATE outbox SET delivered_at = NULL');
  expect(await deliver()).toBeGreaterThan(0);
  expect(await count()).toBe(before);
});

test('a consumer that fails keeps only its message back, and is told again later', async () => {
  await deliver();
  const consumers = c.app.get<Consumer[]>(CONSUMERS, { strict: false });
  const failing = new Set<string>();
  let first: string | undefined;
  consumers.push({
    name: 'failing',
    takes: () => true,
    deliver: async ({ id }) => {
      first ??= id;
      if (id === first && !failing.has(id)) {
        failing.add(id);
        throw new Error('the mail server is away');
      }
    },
  });
  await submitted(c);
  await submitted(c);
  const delivered = await deliver();
  expect(delivered).toBeGreaterThan(0);
  const waiting = await c.sql<{ id: string; attempts: number; last_error: string }>(
    'SELECT * FROM outbox WHERE delivered_at IS NULL',
  );
  expect(waiting).toMatchObject([{ id: first, attempts: 1, last_error: 'the mail server is away' }]);
  c.clock.advance({ minutes: 2 });
  expect(await deliver()).toBe(1);
  consumers.pop();
});

test('several processes that deliver at once deliver each message once', async () => {
  for (let i = 0; i < 5; i++) await submitted(c);
  const told: string[] = [];
  const consumers = c.app.get<Consumer[]>(CONSUMERS, { strict: false });
  consumers.push({ name: 'counting', takes: () => true, deliver: async ({ id }) => void told.push(id) });
  await Promise.all([deliver(), deliver(), deliver()]);
  await deliver();
  consumers.pop();
  expect(new Set(told).size).toBe(told.length);
  expect(await c.sql('SELECT 1 FROM outbox WHERE delivered_at IS NULL')).toEqual([]);
});
