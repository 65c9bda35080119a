import { TENANT } from '../../support/world.js';
import { city, type City, type Started } from './city.js';
import { player, type Player } from './player.js';

// The shipped flow 督办件办理, played as people and the server play it.

let c: City;
let p: Player;
beforeAll(async () => {
  c = await city();
  p = player(c);
  // two units that sign: one is meant by its short name, the other by its full one
  await c.sql(`UPDATE unit SET short_name = '水利局' WHERE id = 'shuiliju'`);
  await c.sql(
    `INSERT INTO membership SELECT tenant, gen_random_uuid(), id, 'shuiliju', 'reviewer', '2024-01-01', NULL
       FROM person WHERE tenant = $1 AND account = 'shuili'`,
    [TENANT],
  );
  await c.sql(
    `INSERT INTO binding VALUES ($1, gen_random_uuid(), (SELECT id FROM plan WHERE tenant = $1), 1, NULL, NULL, 'supervision')`,
    [TENANT],
  );
});
const BEGAN = '2024-11-01T01:00:00.000Z';
afterEach(() => c.clock.set(BEGAN));
afterAll(() => c?.close());

const PARTNERS = '水利局、市政府办公室';

interface Report {
  readonly kind?: string;
  readonly amount?: number;
  readonly partners?: string;
  readonly progress?: string;
}

async function report({ instanceId, obligationId }: Started, given: Report = {}): Promise<void> {
  const unit = await c.as('gongan');
  const evidence = await c.file('gongan', obligationId);
  const data = { kind: '一般事项', amount: 0, progress: '已清退违规罚没款 12 笔。', ...given };
  await unit
    .post(`/tasks/${await c.taskAt(instanceId, 'rectify')}/submit`)
    .send({ data, evidenceIds: [evidence] })
    .expect(200);
}

/** Whose inboxes show an open task at the node. */
const whoMay = async (instanceId: string, nodeId: string): Promise<string[]> =>
  (
    await c.sql<{ account: string }>(
      `SELECT p.account FROM task t JOIN person p ON p.tenant = t.tenant AND p.id = ANY(t.candidate_ids)
        WHERE t.instance_id = $1 AND t.node_id = $2 AND t.status = 'open' ORDER BY p.account`,
      [instanceId, nodeId],
    )
  ).map(({ account }) => account);

/** One of several tasks at a node: the one that this person may do. */
async function sign(account: string, instanceId: string, verb: 'approve' | 'return', body: object): Promise<void> {
  const client = await c.as(account);
  const [task] = await c.sql<{ id: string }>(
    `SELECT id FROM task WHERE instance_id = $1 AND node_id = 'countersign' AND status = 'open' AND $2 = ANY(candidate_ids)`,
    [instanceId, client.personId],
  );
  await client.post(`/tasks/${task!.id}/${verb}`).send(body).expect(200);
}

async function isClosed({ instanceId, obligationId }: Started, outcome: string): Promise<void> {
  const obligation = await (await c.as('gongan')).get(`/obligations/${obligationId}`).expect(200);
  expect(obligation.body).toMatchObject({ status: 'closed', outcome });
  const left = await c.sql(
    `SELECT node_id FROM task WHERE instance_id = $1 AND status = 'open'
      UNION ALL SELECT node_id FROM timer WHERE instance_id = $1 AND status = 'pending'
      UNION ALL SELECT node_id FROM job WHERE instance_id = $1 AND status = 'pending'
      UNION ALL SELECT node_id FROM wait WHERE instance_id = $1`,
    [instanceId],
  );
  expect(left).toEqual([]);
  expect(await p.isSound(instanceId)).toBe(true);
}

const told = (instanceId: string, title: string) =>
  c.sql<{ account: string }>(
    `SELECT p.account FROM notification n JOIN person p ON p.tenant = n.tenant AND p.id = n.person_id
      WHERE n.instance_id = $1 AND n.kind = 'flow.notify' AND n.title = $2 ORDER BY n.created_at, p.account`,
    [instanceId, title],
  );

test('two units sign, one of them returns, the mended report is signed and reviewed side by side, and the unit is told', async () => {
  const started = await c.started();
  const { instanceId } = started;
  await report(started, { kind: '重点事项', amount: 3, partners: PARTNERS });
  expect(await p.variable(instanceId, '审核路径')).toBe('会签');
  expect(await whoMay(instanceId, 'countersign')).toEqual(['shuili', 'zhengfuban']);
  // who does not sign for a unit sees no task of it
  const strangers = await c.sql<{ id: string }>(`SELECT id FROM task WHERE instance_id = $1 AND status = 'open'`, [
    instanceId,
  ]);
  const foreign = await (await c.as('dajiang')).get(`/tasks/${strangers[0]!.id}`);
  expect(foreign.status).toBe(404);

  await sign('zhengfuban', instanceId, 'return', { reason: '清退名单没有附上。' });
  expect(await p.active(instanceId)).toEqual(['rectify']);
  expect(await whoMay(instanceId, 'countersign')).toEqual([]);

  await report(started, { kind: '一般事项', amount: 50, partners: PARTNERS, progress: '附清退名单。' });
  expect(await p.variable(instanceId, '审核路径')).toBe('会签');
  await sign('shuili', instanceId, 'approve', {});
  expect(await p.active(instanceId)).toEqual(['countersign']);
  await sign('zhengfuban', instanceId, 'approve', { opinion: '名单齐全。' });
  expect(await p.variable(instanceId, '会签意见')).toEqual([
    { 单位: '水利局', 意见: 'approve' },
    { 单位: '市政府办公室', 意见: 'approve' },
  ]);
  expect(await p.active(instanceId)).toEqual(['legal', 'evidence']);
  await p.act('sifa-shenhe', instanceId, 'legal');
  await p.act('sifa-jingban', instanceId, 'evidence');
  expect(await p.active(instanceId)).toEqual(['close-notice']);
  expect(await p.work()).toBe(1);
  const people = (await told(instanceId, '督办件已办结')).map(({ account }) => account);
  expect(people).toEqual(['gongan', 'gongan-shenhe', 'gongan2']);
  await isClosed(started, 'accepted');
});

test.each([
  ['一般事项', 49.9, '直接审核'],
  ['一般事项', 50, '会签'],
  ['重点事项', 0, '会签'],
])('%s of %d 万元 goes the way %s', async (kind, amount, way) => {
  const started = await c.started();
  await report(started, { kind, amount, partners: PARTNERS });
  expect(await p.variable(started.instanceId, '审核路径')).toBe(way);
  const places = way === '会签' ? ['countersign'] : ['legal', 'evidence'];
  expect(await p.active(started.instanceId)).toEqual(places);
  expect(await p.isSound(started.instanceId)).toBe(true);
});

test('a return of one review withdraws the other, and the round is mended once', async () => {
  const started = await c.started();
  const { instanceId } = started;
  await report(started);
  await p.act('sifa-jingban', instanceId, 'evidence', 'return');
  expect(await p.active(instanceId)).toEqual(['rectify']);
  expect(await whoMay(instanceId, 'legal')).toEqual([]);
  await report(started, { progress: '二稿' });
  await p.act('sifa-shenhe', instanceId, 'legal');
  await p.act('sifa-jingban', instanceId, 'evidence');
  await p.work();
  await isClosed(started, 'accepted');
});

test('reminders come every third working day, each once however many servers look; after ten the leader is asked', async () => {
  const started = await c.started();
  const { instanceId } = started;
  const moments: string[] = [];
  for (let hour = 0; hour < 24 * 20; hour++) {
    c.clock.advance({ hours: 1 });
    const fired = await p.fireDue(3);
    if (fired === 0) continue;
    expect(fired).toBe(1);
    moments.push(new Date(c.clock.now()).toISOString());
    await Promise.all([p.work(), p.work()]);
  }
  // 1 November 2024 is a Friday
  const expected = ['2024-11-06', '2024-11-11', '2024-11-14', '2024-11-15'];
  expect(moments.map((moment) => moment.slice(0, 10))).toEqual(expected);
  const reminded = (await told(instanceId, '催办：督办件尚未报送')).map(({ account }) => account);
  expect(reminded).toEqual(Array.from({ length: 3 }, () => ['gongan', 'gongan-shenhe', 'gongan2']).flat());
  expect(await p.active(instanceId)).toEqual(['urge', 'rectify']);
  expect(await whoMay(instanceId, 'urge')).toEqual(['sifa-lingdao']);
  await p.act('sifa-lingdao', instanceId, 'urge');
  await report(started);
  await p.act('sifa-shenhe', instanceId, 'legal');
  await p.act('sifa-jingban', instanceId, 'evidence');
  await p.work();
  await isClosed(started, 'accepted');
});

test('the term stands still while the report is with others, and goes on where it stood when it comes back', async () => {
  const started = await c.started();
  const dueOf = async (): Promise<string> =>
    (
      await c.sql<{ due_at: Date }>(
        `SELECT due_at FROM task WHERE instance_id = $1 AND node_id = 'rectify' ORDER BY id DESC LIMIT 1`,
        [started.instanceId],
      )
    )[0]!.due_at.toISOString();
  const first = await dueOf();
  await report(started);
  c.clock.advance({ days: 14 });
  await p.act('sifa-shenhe', started.instanceId, 'legal', 'return');
  // ten working days were away: the second term ends ten working days after the first
  const days = (Date.parse(await dueOf()) - Date.parse(first)) / 86_400_000;
  expect(days).toBe(14);
  expect(await p.isSound(started.instanceId)).toBe(true);
});

describe('the withdrawal', () => {
  const withdraw = async (body: object): Promise<number> =>
    (await (await c.as('admin')).post('/flow-messages/messages').send({ name: '撤销督办', ...body })).status;

  test('by a message about one obligation stops all else there, and nothing elsewhere', async () => {
    const [mine, other] = [await c.started(), await c.started()];
    await report(mine, { kind: '重点事项', partners: PARTNERS });
    expect(await withdraw({ obligationId: mine.obligationId })).toBe(202);
    await p.deliver();
    expect([await p.active(mine.instanceId), await p.active(other.instanceId)]).toEqual([['register'], ['rectify']]);
    expect(await whoMay(mine.instanceId, 'countersign')).toEqual([]);
    expect(await whoMay(mine.instanceId, 'register')).toEqual(['sifa-jingban']);
    await p.act('sifa-jingban', mine.instanceId, 'register');
    await isClosed(mine, 'withdrawn');
    expect(await p.isSound(other.instanceId)).toBe(true);
  });

  test('without saying which obligation is no message, and of one that nobody knows neither', async () => {
    expect(await withdraw({})).toBe(400);
    expect(await withdraw({ key: 12, obligationId: '01930000-0000-7000-8000-000000000999' })).toBe(400);
    expect(await withdraw({ obligationId: '01930000-0000-7000-8000-000000000999' })).toBe(404);
    expect(await withdraw({ obligationId: 'x' })).toBe(400);
  });
});

describe('what goes wrong', () => {
  test('signing without units rests as an incident; an administrator names them, and it goes on', async () => {
    const started = await c.started();
    const { instanceId } = started;
    await report(started, { kind: '重点事项' });
    const admin = await c.as('admin');
    const list = (await admin.get('/instances/incidents').expect(200)).body.items as {
      instanceId: string;
      revision: number;
      incidents: { code: string; nodeName: string; token: number }[];
    }[];
    const found = list.find((item) => item.instanceId === instanceId)!;
    expect(found.incidents).toEqual([
      expect.objectContaining({
        code: 'bad-collection',
        nodeName: '有关单位会签',
        message: expect.stringMatching(/\p{Script=Han}/u),
      }),
    ]);
    const form = { kind: '重点事项', amount: 0, progress: '已清退。', partners: PARTNERS };
    const retry = { nodeId: 'countersign', token: found.incidents[0]!.token, variables: { form } };
    const unit = await c.as('gongan');
    await unit.post(`/instances/${instanceId}/retry`).send(retry).expect(403);
    const answers = await Promise.all([
      admin.post(`/instances/${instanceId}/retry`).set('If-Match', `"${found.revision}"`).send(retry),
      admin.post(`/instances/${instanceId}/retry`).set('If-Match', `"${found.revision}"`).send(retry),
    ]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
    expect(await whoMay(instanceId, 'countersign')).toEqual(['shuili', 'zhengfuban']);
    await sign('shuili', instanceId, 'approve', {});
    await sign('zhengfuban', instanceId, 'approve', {});
    await p.act('sifa-shenhe', instanceId, 'legal');
    await p.act('sifa-jingban', instanceId, 'evidence');
    await p.work();
    await isClosed(started, 'accepted');
  });

  test('a unit that nobody knows is signed for by the administrators, who are told', async () => {
    const started = await c.started();
    await report(started, { kind: '重点事项', partners: '水利局、火星办' });
    expect(await whoMay(started.instanceId, 'countersign')).toEqual(['admin', 'shuili']);
    const view = await (await c.as('gongan')).get(`/instances/${started.instanceId}`).expect(200);
    expect(view.body.history.at(-1).text).toContain('没有可以办理的人');
    expect(await p.isSound(started.instanceId)).toBe(true);
  });
});
