import { testApp, type SignedInClient, type TestApp } from '../../support/app.js';
import { told, type Line, type Told } from './told.js';

let c: TestApp;
let t: Told;
let officer: SignedInClient;

beforeAll(async () => {
  c = await testApp({ environment: { SESSION_IDLE_HOURS: '720', SESSION_MAX_HOURS: '720' } });
  t = told(c);
  officer = await c.signIn('gongan');
});
beforeEach(async () => {
  c.clock.set('2024-11-01T04:00:00Z');
  await c.sql('DELETE FROM outbox');
  await c.sql('DELETE FROM notification');
});
afterAll(() => c?.close());

const bell = async (client = officer): Promise<{ items: Line[]; unread: number }> =>
  (await client.get('/notifications?limit=200').expect(200)).body;
const lines = async (): Promise<[string, number][]> => (await bell()).items.map(({ title, count }) => [title, count]);

async function choose(categories: object[], digestAt = '08:30'): Promise<void> {
  const body = { email: null, digestAt, quiet: null, urgentInQuiet: true, categories };
  await officer.put('/notification-settings').send(body).expect(200);
}

test('seventy-five new tasks in a few minutes are one line, and the badge counts one', async () => {
  await t.leave('task.opened', ['gongan'], 75);
  await t.deliver();
  expect(await bell()).toMatchObject({
    unread: 1,
    items: [{ title: '有 75 件新待办', kind: 'bundle', category: 'task', count: 75, readAt: null }],
  });
});

test('nine stay nine lines; with the tenth they are one, which further ones join', async () => {
  await t.leave('task.opened', ['gongan'], 9);
  await t.deliver();
  expect(await lines()).toHaveLength(9);
  c.clock.advance({ minutes: 5 });
  await t.leave('task.opened', ['gongan']);
  await t.deliver();
  expect(await lines()).toEqual([['有 10 件新待办', 10]]);
  c.clock.advance({ minutes: 9 });
  await t.leave('task.opened', ['gongan'], 2);
  await t.deliver();
  expect(await lines()).toEqual([['有 12 件新待办', 12]]);
});

test('what comes when a flood is over is a line of its own', async () => {
  await t.leave('task.opened', ['gongan'], 10);
  await t.deliver();
  c.clock.advance({ minutes: 11 });
  await t.leave('task.opened', ['gongan']);
  await t.deliver();
  expect(await lines()).toEqual([
    ['待办：审核', 1],
    ['有 10 件新待办', 10],
  ]);
});

test('kinds are not mixed, and what is urgent is told one by one', async () => {
  await t.leave('task.opened', ['gongan'], 12);
  await t.leave('instance.ended', ['gongan'], 11, { title: '通过' });
  await t.leave('task.returned', ['gongan'], 15, { title: '被退回' });
  await t.deliver();
  const found = await lines();
  expect(found.filter(([title]) => title === '被退回')).toHaveLength(15);
  expect(found.filter(([title]) => title !== '被退回').sort()).toEqual([
    ['有 11 件办结', 11],
    ['有 12 件新待办', 12],
  ]);
});

test('reading the one line reads all for which it stands; what comes then begins anew', async () => {
  await t.leave('task.opened', ['gongan'], 10);
  await t.deliver();
  const [bundle] = (await bell()).items;
  await officer.post(`/notifications/${bundle!.id}/read`).send({}).expect(204);
  expect(await c.sql('SELECT 1 FROM notification WHERE read_at IS NULL')).toEqual([]);
  await t.leave('task.opened', ['gongan']);
  await t.deliver();
  expect(await bell()).toMatchObject({ unread: 1, items: [{ title: '待办：审核' }, { title: '有 10 件新待办' }] });
});

test('nobody reads another person’s line', async () => {
  await t.leave('task.opened', ['gongan'], 10);
  await t.deliver();
  const [bundle] = (await bell()).items;
  const colleague = await c.signIn('gongan2');
  await colleague.post(`/notifications/${bundle!.id}/read`).send({}).expect(404);
  expect((await bell()).unread).toBe(1);
  expect((await bell(colleague)).items).toEqual([]);
});

test('a message that is delivered again is counted once', async () => {
  await t.leave('task.opened', ['gongan'], 12);
  await t.deliver();
  await c.sql('UPDATE outbox SET delivered_at = NULL');
  await t.deliver();
  expect(await lines()).toEqual([['有 12 件新待办', 12]]);
});

test('what several processes deliver at once is counted once, and none deadlock', async () => {
  await t.leave('task.opened', ['gongan', 'gongan2', 'shuili'], 20);
  await t.leave('task.opened', ['shuili', 'gongan2', 'gongan'], 20);
  await Promise.all([t.deliver(), t.deliver(), t.deliver()]);
  expect(await lines()).toEqual([['有 40 件新待办', 40]]);
});

test('who wants a kind with the digest sees it then, as one line per kind, and not before', async () => {
  await choose(
    [
      { category: 'task', inApp: 'digest', mail: 'off' },
      { category: 'ended', inApp: 'digest', mail: 'off' },
    ],
    '09:00',
  );
  await t.leave('task.opened', ['gongan'], 4);
  await t.leave('instance.ended', ['gongan'], 1, { title: '通过：台执督-01-001' });
  await t.deliver();
  expect(await bell()).toMatchObject({ items: [], unread: 0 });
  // Sunday
  c.clock.set('2024-11-03T01:00:00Z');
  expect(await t.gather()).toBe(0);
  c.clock.set('2024-11-04T01:00:00Z');
  await Promise.all([t.gather(), t.gather()]);
  expect((await lines()).sort()).toEqual([
    ['有 4 件新待办', 4],
    ['通过：台执督-01-001', 1],
  ]);
  await choose([]);
});

test('who wants a kind not at all gets no line, but the list of tasks is asked for anew', async () => {
  await choose([{ category: 'task', inApp: 'off', mail: 'off' }]);
  const versions = () =>
    c.sql<{ version: number }>('SELECT version FROM notification_feed WHERE person_id = $1', [officer.personId]);
  const before = await versions();
  await t.leave('task.opened', ['gongan', 'gongan2']);
  await t.deliver();
  expect((await bell()).items).toEqual([]);
  expect((await versions())[0]!.version).toBe(before[0]!.version + 1);
  await choose([]);
});
