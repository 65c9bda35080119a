import type { SignedInClient } from '../../support/app.js';
import { city, type City } from './city.js';

// Rules: who makes and ends them, what keeps one from being made, who sees them. 2024-11-01 is the first day.

let c: City;
let [jia, yi, admin]: SignedInClient[] = [];
beforeAll(async () => {
  c = await city();
  [jia, yi, admin] = [await c.as('gongan'), await c.as('gongan2'), await c.as('admin')];
});
afterAll(() => c?.close());
afterEach(() => c.sql(`DELETE FROM deputy_rule; DELETE FROM outbox WHERE topic LIKE 'deputy.%'`));

const body = (deputyId: string, given: object = {}) => ({
  deputyId,
  from: '2024-11-04',
  to: '2024-11-08',
  definitionKeys: null,
  reason: '出差',
  ...given,
});
const make = (who: SignedInClient, deputyId: string, given: object = {}) =>
  who.post('/deputies').send(body(deputyId, given));
const codeOf = async (who: SignedInClient, deputyId: string, given: object = {}): Promise<[number, string]> => {
  const answer = await make(who, deputyId, given);
  return [answer.status, answer.body.code];
};
/** what is to be told; how it is told is everybody's own choice */
const told = async (who: SignedInClient): Promise<string[]> =>
  (
    await c.sql<{ title: string }>(
      `SELECT payload->>'title' AS title FROM outbox WHERE topic LIKE 'deputy.%' AND payload->'personIds' ? $1`,
      [who.personId],
    )
  ).map((row) => row.title);

test('a person hands the own tasks to a colleague for some days, and both names stand on it', async () => {
  const { body: rule } = await make(jia!, yi!.personId).expect(201);
  expect(rule).toMatchObject({
    principal: { id: jia!.personId, name: '陈警官' },
    deputy: { id: yi!.personId, name: '梁警官' },
    madeBy: { name: '陈警官' },
    from: '2024-11-04',
    to: '2024-11-08',
    flows: null,
    reason: '出差',
    state: 'coming',
    stateName: '尚未开始',
    mayEnd: true,
    ended: null,
  });
  expect((await jia!.get('/deputies?whose=given').expect(200)).body.items).toEqual([rule]);
  expect((await jia!.get('/deputies?whose=received').expect(200)).body.items).toEqual([]);
  const [received] = (await yi!.get('/deputies?whose=received').expect(200)).body.items;
  expect(received).toEqual({ ...rule, mayEnd: false });
});

test('who is asked to stand in is told, and so is who is away when an administrator asked', async () => {
  await make(jia!, yi!.personId).expect(201);
  expect(await told(yi!)).toEqual(['请您代理陈警官的待办']);
  expect(await told(jia!)).toEqual([]);
  await c.sql('DELETE FROM deputy_rule');
  await make(admin!, yi!.personId, { principalId: jia!.personId }).expect(201);
  expect(await told(jia!)).toEqual(['您的待办由梁警官代理']);
});

test('a flow administrator makes a rule for somebody away, and it says who did', async () => {
  const { body: rule } = await make(admin!, yi!.personId, { principalId: jia!.personId }).expect(201);
  expect(rule).toMatchObject({ principal: { name: '陈警官' }, madeBy: { id: admin!.personId, name: '系统管理员' } });
});

test('nobody else makes a rule for others, and no administrator hands others’ tasks to themselves', async () => {
  const supervisor = await c.as('sifa-shenhe');
  for (const who of [yi!, supervisor]) {
    const answer = await make(who, supervisor.personId, { principalId: jia!.personId }).expect(403);
    expect(answer.body).toMatchObject({ code: 'not-allowed', title: '只能为自己设置代理' });
  }
  expect(await codeOf(admin!, admin!.personId, { principalId: jia!.personId })).toEqual([403, 'deputy-is-maker']);
  expect(await codeOf(admin!, yi!.personId)).toEqual([201, undefined]);
});

test('what cannot be is refused in Chinese, with the way out and the field', async () => {
  const refused = async (deputyId: string, given: object) => (await make(jia!, deputyId, given).expect(422)).body;
  expect(await refused(jia!.personId, {})).toMatchObject({
    code: 'deputy-is-self',
    title: '不能让自己代理自己。',
    detail: '请选择另一位同事作代理人。',
    field: 'deputyId',
  });
  expect(await refused(yi!.personId, { to: '2024-11-03' })).toMatchObject({ code: 'window-reversed', field: 'to' });
  expect(await refused(yi!.personId, { from: '2024-10-31' })).toMatchObject({ code: 'window-in-past', field: 'from' });
  expect(await refused(yi!.personId, { to: '2025-11-04' })).toMatchObject({ code: 'window-too-long', field: 'to' });
  expect(await refused(yi!.personId, { definitionKeys: [] })).toMatchObject({ code: 'no-flow-chosen' });
  expect(await refused(yi!.personId, { definitionKeys: ['nothing'] })).toMatchObject({
    code: 'unknown-flow',
    title: '没有这些流程：nothing',
  });
  for (const [given, field] of [
    [{ reason: ' 差 ' }, 'reason'],
    [{ from: '2024-02-30' }, 'from'],
    [{ definitionKeys: undefined }, 'definitionKeys'],
  ] as const) {
    const answer = await make(jia!, yi!.personId, given).expect(400);
    expect(answer.body).toMatchObject({ code: 'invalid-input', field });
  }
  expect(await c.sql('SELECT 1 FROM deputy_rule')).toEqual([]);
});

test('a deputy is somebody of this city', async () => {
  const id = '01930000-0000-7000-8000-0000000000aa';
  await c.sql(`INSERT INTO person VALUES ('kaiping', $1, 'neighbour', '开平人', now())`, [id]);
  const answer = await make(jia!, id).expect(422);
  expect(answer.body).toMatchObject({ code: 'unknown-person', title: '没有找到代理人', field: 'deputyId' });
});

test('one task of one day has one deputy', async () => {
  await make(jia!, yi!.personId).expect(201);
  const other = (await c.as('gongan-shenhe')).personId;
  const answer = await make(jia!, other, { from: '2024-11-08', to: '2024-11-12' }).expect(422);
  expect(answer.body.title).toContain('2024-11-04 至 2024-11-08 已经由梁警官代理');
  expect(await codeOf(jia!, other, { definitionKeys: ['filing'] })).toEqual([422, 'deputy-overlaps']);
  expect(await codeOf(jia!, other, { from: '2024-11-09', to: '2024-11-12' })).toEqual([201, undefined]);
});

test('two rules made at once for the same days do not both come to be', async () => {
  const other = (await c.as('gongan-shenhe')).personId;
  const answers = await Promise.all([make(jia!, yi!.personId), make(jia!, other)]);
  expect(answers.map((answer) => answer.status).sort()).toEqual([201, 422]);
});

test('two who stand in for each other are refused, also when both ask at once', async () => {
  const answers = await Promise.all([make(jia!, yi!.personId), make(yi!, jia!.personId)]);
  expect(answers.map((answer) => answer.status).sort()).toEqual([201, 422]);
  expect(answers.find((answer) => answer.status === 422)?.body).toMatchObject({
    code: 'deputy-circle',
    detail: expect.stringContaining('代理不会一级一级转下去'),
  });
});

test('a deputy who is away as well is possible, but the page is told that nobody will act on those days', async () => {
  const third = (await c.as('gongan-shenhe')).personId;
  await make(yi!, third, { from: '2024-11-07', to: '2024-11-30' }).expect(201);
  const { body: rule } = await make(jia!, yi!.personId).expect(201);
  expect(rule.deputyAway).toEqual({ from: '2024-11-07', to: '2024-11-08' });
});

test('chosen flows are shown by name', async () => {
  const { body: rule } = await make(jia!, yi!.personId, { definitionKeys: ['filing'] }).expect(201);
  expect(rule.flows).toEqual([{ key: 'filing', name: expect.stringMatching(/\p{Script=Han}/u) }]);
});

describe('ending before the last day', () => {
  test('is done by who is away or by a flow administrator, told to the others, and stays on record', async () => {
    const { body: rule } = await make(jia!, yi!.personId).expect(201);
    const { body: ended } = await admin!.post(`/deputies/${rule.id}/end`).send({}).expect(200);
    expect(ended).toMatchObject({ state: 'ended', stateName: '已提前结束', ended: { by: { name: '系统管理员' } } });
    for (const who of [jia!, yi!]) expect(await told(who)).toContain('代理已提前结束：梁警官代陈警官');
    expect((await jia!.get('/deputies').expect(200)).body.items).toEqual([]);
    const past = (await jia!.get('/deputies?state=past').expect(200)).body.items;
    expect(past).toMatchObject([{ id: rule.id, ended: { by: { id: admin!.personId } }, mayEnd: false }]);
  });

  test('is not for the deputy, who is told whose it is', async () => {
    const { body: rule } = await make(jia!, yi!.personId).expect(201);
    const answer = await yi!.post(`/deputies/${rule.id}/end`).send({}).expect(403);
    expect(answer.body.title).toBe('代理由被代理人本人或流程管理员结束');
  });

  test('happens once, also when the request is repeated', async () => {
    const { body: rule } = await make(jia!, yi!.personId).expect(201);
    const end = (key: string) => jia!.post(`/deputies/${rule.id}/end`).set('Idempotency-Key', key).send({});
    const first = await end('a').expect(200);
    expect((await end('a').expect(200)).body).toEqual(first.body);
    expect((await end('b').expect(409)).body).toMatchObject({ code: 'deputy-over', title: '这条代理已经提前结束' });
  });

  test('makes room for another rule on the same days', async () => {
    const { body: rule } = await make(jia!, yi!.personId).expect(201);
    await jia!.post(`/deputies/${rule.id}/end`).send({}).expect(200);
    expect(await codeOf(jia!, yi!.personId)).toEqual([201, undefined]);
  });
});

test('rules are seen by those whom they name and by flow administrators only', async () => {
  const { body: rule } = await make(jia!, yi!.personId).expect(201);
  const [stranger, leader] = [await c.as('shuili'), await c.as('shizhang')];
  for (const who of [stranger, leader]) {
    expect((await who.get('/deputies').expect(200)).body.items).toEqual([]);
    await who.post(`/deputies/${rule.id}/end`).send({}).expect(404);
  }
  expect((await admin!.get('/deputies').expect(200)).body.items).toMatchObject([{ id: rule.id, mayEnd: true }]);
});

test('the list goes on where it ended, the last made first', async () => {
  for (const day of ['04', '05', '06'])
    await make(jia!, yi!.personId, { from: `2024-11-${day}`, to: `2024-11-${day}` }).expect(201);
  const page = async (cursor = '') => (await jia!.get(`/deputies?limit=2${cursor}`).expect(200)).body;
  const first = await page();
  const second = await page(`&cursor=${first.nextCursor}`);
  const days = [...first.items, ...second.items].map((item: { from: string }) => item.from);
  expect(days).toEqual(['2024-11-06', '2024-11-05', '2024-11-04']);
  expect(second.nextCursor).toBeNull();
});

test('somebody to choose is found by name or unit, colleagues first, without account', async () => {
  const { items } = (await jia!.get('/deputies/people').expect(200)).body;
  expect(items[0].seats[0]).toContain('市公安局');
  const found = (await jia!.get(`/deputies/people?q=${encodeURIComponent('水利')}`).expect(200)).body.items;
  expect(found).toEqual([{ id: expect.any(String), name: '李水生', seats: ['市水利局 经办人'] }]);
});
