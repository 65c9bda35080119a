import type { SignedInClient } from '../../support/app.js';
import { DeliverDueUseCase } from '../../../apps/api/src/outbox/deliver-due.use-case.js';
import { city, GOOD_FORM, offered, submitted, type City, type Started } from './city.js';

// What a deputy sees and does while a rule holds, and not a moment longer. 黄科长 of 市公安局 has nothing to do with the
// desks of 市司法局, so that everything seen here is seen for 司徒经办, who is away.

let c: City;
let [deputy, away]: SignedInClient[] = [];
let matter: Started & { evidenceId: string };
let accept: string;
beforeAll(async () => {
  c = await city();
  [deputy, away] = [await c.as('shuili'), await c.as('sifa-jingban')];
});
afterAll(() => c?.close());
beforeEach(async () => {
  c.clock.set('2024-11-01T01:00:00Z');
  matter = await submitted(c);
  accept = await c.taskAt(matter.instanceId, 'submitted');
});
afterEach(() => c.sql('DELETE FROM deputy_rule'));

interface Given {
  readonly by?: SignedInClient;
  readonly to?: SignedInClient;
  readonly from?: string;
  readonly until?: string;
  readonly keys?: readonly string[] | null;
}

const hand = async ({ by = away!, to = deputy!, from = '2024-11-04', until = '2024-11-08', keys = null }: Given = {}) =>
  (
    await by
      .post('/deputies')
      .send({ deputyId: to.personId, from, to: until, definitionKeys: keys, reason: '出差' })
      .expect(201)
  ).body as { id: string };
const inbox = async (who: SignedInClient): Promise<{ id: string; actingFor: { name: string } | null }[]> =>
  (await who.get('/tasks?limit=200').expect(200)).body.items;
const sees = async (who: SignedInClient): Promise<boolean> => (await inbox(who)).some((task) => task.id === accept);

test('a deputy sees the tasks from the first moment of the first day to the last of the last, in Shanghai', async () => {
  await hand();
  for (const [moment, seen] of [
    ['2024-11-03T15:59:59.999Z', false],
    ['2024-11-03T16:00:00.000Z', true],
    ['2024-11-08T15:59:59.999Z', true],
    ['2024-11-08T16:00:00.000Z', false],
  ] as const) {
    c.clock.set(moment);
    expect([moment, await sees(deputy!)]).toEqual([moment, seen]);
    expect((await deputy!.get(`/tasks/${accept}`)).status).toBe(seen ? 200 : 404);
    expect((await deputy!.post(`/tasks/${accept}/claim`).send({})).status === 404).toBe(!seen);
    if (seen) await c.sql(`UPDATE task SET holder_id = NULL WHERE id = $1`, [accept]);
  }
});

test('the task says for whom it would be done; to the one who is away it does not', async () => {
  await hand({ from: '2024-11-01' });
  const mine = (await inbox(deputy!)).find((task) => task.id === accept);
  expect(mine?.actingFor).toEqual({ id: away!.personId, name: '司徒经办' });
  expect((await deputy!.get(`/tasks/${accept}`).expect(200)).body.actingFor).toEqual(mine?.actingFor);
  expect((await inbox(away!)).find((task) => task.id === accept)?.actingFor).toBeNull();
});

test('everybody who sees the matter is told who stands in for whom', async () => {
  const standIns = async () => (await away!.get(`/instances/${matter.instanceId}`).expect(200)).body.standIns;
  await hand({ from: '2024-11-01', keys: ['filing'] });
  expect(await standIns()).toEqual([]);
  await hand({ from: '2024-11-01', keys: ['stage-result'] });
  const [principal, by] = [
    { id: away!.personId, name: '司徒经办' },
    { id: deputy!.personId, name: '李水生' },
  ];
  expect(await standIns()).toEqual([{ for: principal, by }]);
});

test('a deputy reads the matter in all its parts while the rule holds, and nothing of others', async () => {
  const [submission] = await c.sql<{ id: string }>('SELECT id FROM submission WHERE instance_id = $1', [
    matter.instanceId,
  ]);
  const parts = [
    `/obligations/${matter.obligationId}`,
    `/instances/${matter.instanceId}`,
    `/instances/${matter.instanceId}/xml`,
    `/submissions/${submission!.id}`,
    `/evidence/${matter.evidenceId}/content`,
  ];
  const answers = async () => Promise.all(parts.map(async (path) => (await deputy!.get(path)).status));
  expect(await answers()).toEqual([404, 404, 404, 404, 404]);
  const { id } = await hand({ from: '2024-11-01' });
  expect(await answers()).toEqual([200, 200, 200, 200, 200]);
  const { body: obligation } = await deputy!.get(parts[0]!);
  expect(obligation).toMatchObject({ openTaskId: accept });
  const listed = (await deputy!.get('/obligations?limit=200').expect(200)).body.items.map((o: { id: string }) => o.id);
  expect(listed).toContain(matter.obligationId);
  const untouched = await c.obligation();
  expect(listed).not.toContain(untouched);
  await deputy!.get(`/obligations/${untouched}`).expect(404);
  await away!.post(`/deputies/${id}/end`).send({}).expect(200);
  expect(await answers()).toEqual([404, 404, 404, 404, 404]);
});

test('a deputy takes part in the talk about the matter: asks, is named and found, and hears nothing of a unit’s own', async () => {
  const [thread, unit] = [`/instances/${matter.instanceId}/comments`, await c.as('gongan')];
  const say = (who: SignedInClient, text: string, given: object = {}) =>
    who.post(thread).send({ text, scope: 'matter', ...given });
  const named = { mentionIds: [deputy!.personId] };
  await say(unit, '请李水生看一下', named).expect(422);
  await hand({ from: '2024-11-01' });
  await say(unit, '请李水生看一下', named).expect(201);
  await say(unit, '数据还没有核实', { scope: 'unit' }).expect(201);
  await say(deputy!, '材料收到').expect(201);
  const { items } = (await deputy!.get(thread).expect(200)).body;
  expect(items.map((item: { text: string }) => item.text).sort()).toEqual(['材料收到', '请李水生看一下']);
  const found = (await unit.get(`${thread}/people?q=${encodeURIComponent('李水生')}`).expect(200)).body.items;
  expect(found).toMatchObject([{ id: deputy!.personId }]);
});

test('a rule for chosen flows shows the tasks of those and of no other', async () => {
  await hand({ from: '2024-11-01', keys: ['filing'] });
  expect(await sees(deputy!)).toBe(false);
  await deputy!.get(`/instances/${matter.instanceId}`).expect(404);
  await c.sql('DELETE FROM deputy_rule');
  await hand({ from: '2024-11-01', keys: ['filing', 'stage-result'] });
  expect(await sees(deputy!)).toBe(true);
  await deputy!.get(`/instances/${matter.instanceId}`).expect(200);
});

test('a deputy of the deputy sees nothing: it does not chain', async () => {
  const third = await c.as('dajiang');
  await hand({ from: '2024-11-01' });
  await hand({ from: '2024-11-01', by: deputy!, to: third });
  expect(await sees(deputy!)).toBe(true);
  expect(await sees(third)).toBe(false);
});

test('what a unit is still drafting stays closed to the deputy of a reviewer', async () => {
  await hand({ from: '2024-11-01' });
  const { taskId, obligationId } = await c.started();
  const file = await c.file('gongan', obligationId);
  await (
    await c.as('gongan')
  )
    .put(`/tasks/${taskId}/draft`)
    .send({ data: { progress: '还没写完' }, evidenceIds: [file] })
    .expect(200);
  await deputy!.get(`/tasks/${taskId}`).expect(404);
  await deputy!.get(`/evidence/${file}/content`).expect(404);
});

describe('for somebody who drafts', () => {
  let started: Started;
  let drafter: SignedInClient;
  beforeEach(async () => {
    drafter = await c.as('gongan');
    started = await c.started();
  });

  test('a deputy reads the draft and its files, adds files and takes them back', async () => {
    await hand({ from: '2024-11-01', by: drafter });
    const file = await c.file('gongan', started.obligationId);
    await drafter
      .put(`/tasks/${started.taskId}/draft`)
      .send({ data: GOOD_FORM, evidenceIds: [file] })
      .expect(200);
    expect((await deputy!.get(`/tasks/${started.taskId}`).expect(200)).body.draft.data).toEqual(GOOD_FORM);
    await deputy!.get(`/evidence/${file}/content`).expect(200);
    const own = await c.file('shuili', started.obligationId, '补充.pdf');
    await deputy!.delete(`/evidence/${own}`).expect(204);
  });

  test('once it is handed in, the deputy of its drafter adds nothing more', async () => {
    await hand({ from: '2024-11-01', by: drafter });
    const file = await c.file('gongan', started.obligationId);
    await drafter
      .post(`/tasks/${started.taskId}/submit`)
      .send({ data: GOOD_FORM, evidenceIds: [file] })
      .expect(200);
    const answer = await deputy!
      .post(`/evidence?obligationId=${started.obligationId}`)
      .attach('file', Buffer.from('%PDF-1.4'), 'a.pdf')
      .expect(403);
    expect(answer.body.title).toBe('只有市公安局的经办人可以上传附件');
    await deputy!.get(`/evidence/${file}/content`).expect(200);
  });
});

test('a deputy is told of the tasks that open meanwhile, and for whom', async () => {
  await hand({ from: '2024-11-01' });
  const { instanceId } = await submitted(c);
  await c.app.get(DeliverDueUseCase, { strict: false }).execute();
  const told = await c.sql<{ payload: object; deliveredAt: Date | null }>(
    `SELECT payload, delivered_at AS "deliveredAt" FROM outbox WHERE topic LIKE 'deputy.task.%' AND instance_id = $1`,
    [instanceId],
  );
  const taskId = await c.taskAt(instanceId, 'submitted');
  const note = { personIds: [deputy!.personId], title: '代司徒经办办理：待办：已报送', taskId };
  // once, and itself delivered: a deputy's own deputy would be told by it, if that chained
  expect(told).toMatchObject([{ payload: note, deliveredAt: expect.any(Date) }]);
  const [kept] = await c.sql<{ count: number }>(
    `SELECT count(*)::int AS count FROM notification WHERE person_id = $1 AND instance_id = $2`,
    [deputy!.personId, instanceId],
  );
  expect(kept!.count).toBe(1);
});

test('the deputy approves for the one who is away; the record holds both names', async () => {
  await hand({ from: '2024-11-01' });
  const page = await deputy!.get(`/tasks/${accept}`).expect(200);
  expect(offered(page, 'approve')).toMatchObject({ allowed: true });
  const answer = await deputy!.post(`/tasks/${accept}/approve`).send({ opinion: '材料齐全' }).expect(200);
  expect(answer.body.task.status).toBe('completed');
  const { history } = (await deputy!.get(`/instances/${matter.instanceId}`).expect(200)).body;
  const line = history.find((each: { verb: string; text: string }) => each.text === '材料齐全');
  expect(line).toMatchObject({
    actor: { id: deputy!.personId, name: '李水生' },
    for: { id: away!.personId, name: '司徒经办' },
  });
  const done = (await deputy!.get('/tasks?status=done').expect(200)).body.items;
  expect(done.map((task: { id: string }) => task.id)).toContain(accept);
});

test('a deputy who drafted does not review for the one who is away, and the button says so', async () => {
  const drafter = await c.as('gongan');
  await hand({ from: '2024-11-01', to: drafter });
  const page = await drafter.get(`/tasks/${accept}`).expect(200);
  expect(offered(page, 'approve')).toMatchObject({ allowed: false, code: 'drafter-cannot-review' });
  const answer = await drafter.post(`/tasks/${accept}/approve`).send({}).expect(403);
  expect(answer.body.code).toBe('drafter-cannot-review');
});

test('the one who is away acts as before: a rule takes nothing away', async () => {
  await hand({ from: '2024-11-01' });
  await away!.post(`/tasks/${accept}/approve`).send({}).expect(200);
});
