import { jest } from '@jest/globals';
import { FlowsReadModel } from '../../../apps/api/src/definitions/flows.read-model.js';
import { FireDueUseCase } from '../../../apps/api/src/timers/fire-due.use-case.js';
import { city, type City, type Started } from './city.js';
import { WITH_EMPTY_SEAT, WITH_INCIDENT, WITH_LOOP, WITH_PARALLEL, WITH_TIMER } from './drawings.js';

let c: City;
beforeAll(async () => {
  c = await city();
});
afterAll(() => c?.close());

/** Publishes a drawing and binds it to obligations of one unit; opens an instance and hands in its draft. */
async function run(key: string, xml: string, content = '已完成'): Promise<Started> {
  const admin = await c.as('admin');
  if ((await admin.get(`/definitions/${key}/versions`)).status === 404) {
    await admin.post('/definitions').send({ key, name: key, xml }).expect(201);
    await admin.post(`/definitions/${key}/versions`).send({ xml, note: '测试', basedOn: 0 }).expect(201);
  }
  await c.sql(`DELETE FROM binding WHERE unit_id = 'dajiang'`);
  await c.sql(`INSERT INTO binding VALUES ('taishan', gen_random_uuid(), NULL, NULL, 'stageResult', 'dajiang', $1)`, [
    key,
  ]);
  const started = await c.started({ unitId: 'dajiang', by: 'dajiang' });
  await (
    await c.as('dajiang')
  )
    .post(`/tasks/${started.taskId}/submit`)
    .send({ data: { content }, evidenceIds: [] })
    .expect(200);
  return started;
}

const fireDue = (): Promise<number> => c.app.get(FireDueUseCase, { strict: false }).execute(c.clock.now());
const timers = (instanceId: string) =>
  c.sql<{ status: string; attempts: number; due_at: Date; last_error: string | null }>(
    'SELECT * FROM timer WHERE instance_id = $1',
    [instanceId],
  );

test('a binding of a unit comes before that of a kind', async () => {
  const { instanceId } = await run('with-parallel', WITH_PARALLEL);
  expect((await (await c.as('dajiang')).get(`/instances/${instanceId}`)).body.definition).toMatchObject({
    key: 'with-parallel',
  });
});

test('a timer fires when its moment has come, not before, and only once', async () => {
  const { instanceId } = await run('with-timer', WITH_TIMER);
  expect(await timers(instanceId)).toMatchObject([{ status: 'pending' }]);
  c.clock.advance({ days: 1, hours: 23 });
  expect(await fireDue()).toBe(0);
  c.clock.advance({ hours: 1 });
  const fired = await Promise.all([fireDue(), fireDue(), fireDue()]);
  expect(fired.reduce((sum, count) => sum + count, 0)).toBe(1);
  expect(await timers(instanceId)).toMatchObject([{ status: 'fired' }]);
  const view = (await (await c.as('dajiang')).get(`/instances/${instanceId}`).expect(200)).body;
  expect(view.diagram.active).toEqual(['senior']);
  expect(view.history.at(-1)).toMatchObject({ verb: 'timer', verbName: '时限已到', actor: null, nodeName: '超时' });
  const [review] = await c.sql<{ status: string }>(
    `SELECT status FROM task WHERE instance_id = $1 AND node_id = 'review'`,
    [instanceId],
  );
  expect(review).toMatchObject({ status: 'cancelled' });
  await (
    await c.as('sifa-shenhe')
  )
    .post(`/tasks/${await c.taskAt(instanceId, 'senior')}/approve`)
    .send({})
    .expect(200);
});

test('a timer dies with the task it watches', async () => {
  const { instanceId } = await run('with-timer', WITH_TIMER);
  await (
    await c.as('sifa-jingban')
  )
    .post(`/tasks/${await c.taskAt(instanceId, 'review')}/approve`)
    .send({})
    .expect(200);
  expect(await timers(instanceId)).toMatchObject([{ status: 'cancelled' }]);
  c.clock.advance({ days: 3 });
  expect(await fireDue()).toBe(0);
});

test('a timer and a person at the same moment: one of them acts, never both', async () => {
  const { instanceId } = await run('with-timer', WITH_TIMER);
  const review = await c.taskAt(instanceId, 'review');
  c.clock.advance({ days: 2 });
  const desk = await c.as('sifa-jingban');
  const [fired, answer] = await Promise.all([fireDue(), desk.post(`/tasks/${review}/approve`).send({})]);
  const late = fired + (await fireDue());
  expect(late + (answer.status === 200 ? 1 : 0)).toBe(1);
  const lines = await c.sql(`SELECT 1 FROM history WHERE instance_id = $1 AND verb IN ('timer', 'approve')`, [
    instanceId,
  ]);
  expect(lines).toHaveLength(1);
});

test('fifty timers at once all fire, with several processes looking', async () => {
  const started: Started[] = [];
  for (let i = 0; i < 50; i++) started.push(await run('with-timer', WITH_TIMER));
  c.clock.advance({ days: 2 });
  const counts = await Promise.all([fireDue(), fireDue()]);
  expect(counts[0]! + counts[1]! + (await fireDue())).toBe(50);
}, 120_000);

test('a timer that fails does not stand before the others, and is tried again later', async () => {
  const bad = await run('with-timer', WITH_TIMER);
  const good = await run('with-timer', WITH_TIMER);
  await c.sql(`UPDATE timer SET due_at = due_at - interval '1 hour' WHERE instance_id = $1`, [bad.instanceId]);
  c.clock.advance({ days: 2 });
  const flows = c.app.get(FlowsReadModel, { strict: false });
  const flow = flows.flow.bind(flows);
  const broken = jest.spyOn(flows, 'flow').mockImplementationOnce(() => Promise.reject(new Error('disk on fire')));
  expect(await fireDue()).toBe(1);
  broken.mockImplementation(flow);
  expect(await timers(good.instanceId)).toMatchObject([{ status: 'fired' }]);
  expect(await timers(bad.instanceId)).toMatchObject([{ status: 'pending', attempts: 1, last_error: 'disk on fire' }]);
  c.clock.advance({ minutes: 2 });
  expect(await fireDue()).toBe(1);
  broken.mockRestore();
});

test('a term in working days ends on the evening of its last one', async () => {
  c.clock.set('2024-11-08T01:00:00Z'); // a Friday
  const { instanceId } = await run('with-timer', WITH_TIMER);
  const [task] = await c.sql<{ due_at: Date }>(
    `SELECT due_at FROM task WHERE instance_id = $1 AND node_id = 'review'`,
    [instanceId],
  );
  expect(task!.due_at.toISOString()).toBe('2024-11-13T16:00:00.000Z');
});

test('a condition that gives no answer is an incident with a name: told to administrators, seen by all, nothing lost', async () => {
  const { instanceId } = await run('with-incident', WITH_INCIDENT, '正在推进');
  const view = (await (await c.as('dajiang')).get(`/instances/${instanceId}`).expect(200)).body;
  expect(view).toMatchObject({ status: 'incident', upcoming: [], diagram: { active: ['which'] } });
  expect(view.history.at(-1)).toMatchObject({
    verb: 'incident',
    verbName: '流程异常',
    text: expect.stringContaining('是否达标'),
  });
  const told = await c.sql<{ topic: string }>(
    `SELECT topic FROM outbox WHERE instance_id = $1 AND topic = 'instance.incident'`,
    [instanceId],
  );
  expect(told).toHaveLength(1);
  const rounds = await c.sql(
    'SELECT 1 FROM submission_round r JOIN submission s ON s.id = r.submission_id WHERE s.instance_id = $1',
    [instanceId],
  );
  expect(rounds).toHaveLength(1);
});

test('a seat that nobody holds goes to the flow administrators, with a remark and a message', async () => {
  const { instanceId } = await run('with-empty-seat', WITH_EMPTY_SEAT);
  const admin = await c.as('admin');
  const review = await c.taskAt(instanceId, 'review');
  expect((await admin.get('/tasks').expect(200)).body.items.map((task: { id: string }) => task.id)).toContain(review);
  const history = (await admin.get(`/instances/${instanceId}`).expect(200)).body.history;
  expect(history.at(-1)).toMatchObject({
    verb: 'unassigned',
    text: '“review”没有可以办理的人，已转给流程管理员（系统管理员）。',
  });
  await admin.post(`/tasks/${review}/approve`).send({}).expect(200);
});

test('parallel reviews: each closes its own, the instance ends with the last', async () => {
  const { instanceId } = await run('with-parallel', WITH_PARALLEL);
  const first = await (
    await c.as('sifa-jingban')
  )
    .post(`/tasks/${await c.taskAt(instanceId, 'left')}/approve`)
    .send({})
    .expect(200);
  expect(first.body).toMatchObject({ instance: { status: 'running' }, next: [] });
  const last = await (
    await c.as('sifa-shenhe')
  )
    .post(`/tasks/${await c.taskAt(instanceId, 'right')}/approve`)
    .send({})
    .expect(200);
  expect(last.body.instance.status).toBe('completed');
});

test('a return from one of parallel reviews comes straight back to it, and what the other has decided stays', async () => {
  const { instanceId } = await run('with-parallel', WITH_PARALLEL);
  await (
    await c.as('sifa-jingban')
  )
    .post(`/tasks/${await c.taskAt(instanceId, 'left')}/approve`)
    .send({})
    .expect(200);
  const right = async () => `/tasks/${await c.taskAt(instanceId, 'right')}`;
  const reviewer = await c.as('sifa-shenhe');
  await reviewer
    .post(`${await right()}/return`)
    .send({ reason: '还要补充' })
    .expect(200);
  await (
    await c.as('dajiang')
  )
    .post(`/tasks/${await c.taskAt(instanceId, 'draft')}/submit`)
    .send({ data: { content: '已补充' }, evidenceIds: [] })
    .expect(200);
  const last = await reviewer
    .post(`${await right()}/approve`)
    .send({})
    .expect(200);
  expect(last.body.instance.status).toBe('completed');
});

test('two people at once on two parallel tasks of one instance both succeed', async () => {
  const { instanceId } = await run('with-parallel', WITH_PARALLEL);
  const [left, right] = [await c.taskAt(instanceId, 'left'), await c.taskAt(instanceId, 'right')];
  const answers = await Promise.all([
    (await c.as('sifa-jingban')).post(`/tasks/${left}/approve`).send({}),
    (await c.as('sifa-shenhe')).post(`/tasks/${right}/approve`).send({}),
  ]);
  expect(answers.map((answer) => answer.status)).toEqual([200, 200]);
  expect((await (await c.as('dajiang')).get(`/instances/${instanceId}`)).body.status).toBe('completed');
});

test('a task that leads back to itself closes and opens anew in one act', async () => {
  const { instanceId, taskId } = await run('with-loop', WITH_LOOP, '未完');
  const again = await c.taskAt(instanceId, 'draft');
  expect(again).not.toBe(taskId);
  const officer = await c.as('dajiang');
  const page = (await officer.get(`/tasks/${again}`).expect(200)).body;
  expect(page).toMatchObject({
    status: 'open',
    draft: { data: { content: '未完' } },
    obligation: { status: 'drafting' },
  });
  expect(page.rounds).toMatchObject([{ no: 1 }]);
  await officer
    .post(`/tasks/${again}/submit`)
    .send({ data: { content: '写完' }, evidenceIds: [] })
    .expect(200);
  await c.taskAt(instanceId, 'review');
});

test('what comes next is shown as far as it is known, and asking never fails', async () => {
  await run('with-loop', WITH_LOOP, '写完');
  const { instanceId } = await c.started({ unitId: 'dajiang', by: 'dajiang' });
  const officer = await c.as('dajiang');
  // the way depends on what is not filled in yet: which field, not a guess
  const view = (await officer.get(`/instances/${instanceId}`).expect(200)).body;
  expect(view).toMatchObject({ upcoming: [], prediction: { next: [], unknown: { fields: ['办理情况'] } } });
  const filled = await officer
    .post(`/instances/${instanceId}/prediction`)
    .send({ form: { content: '写完' } })
    .expect(200);
  expect(filled.body).toMatchObject({ next: [{ nodeId: 'review', who: [{ name: '司徒经办' }] }], unknown: null });
  await run('with-incident', WITH_INCIDENT);
  const unknown = await c.started({ unitId: 'dajiang', by: 'dajiang' });
  expect((await officer.get(`/instances/${unknown.instanceId}`).expect(200)).body.upcoming).toEqual([]);
});
