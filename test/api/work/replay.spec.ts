import { VerifyInstanceUseCase } from '../../../apps/api/src/instances/verify-instance.use-case.js';
import { FireDueUseCase } from '../../../apps/api/src/timers/fire-due.use-case.js';
import { city, GOOD_FORM, submitted, type City } from './city.js';
import { WITH_TIMER } from './drawings.js';

let c: City;
beforeAll(async () => {
  c = await city();
});
afterAll(() => c?.close());

const verify = (instanceId: string) =>
  c.app.get(VerifyInstanceUseCase, { strict: false }).execute('taishan', instanceId);

/** Every verb once: saved, released, claimed, submitted, returned against the drawing and along it, approved. */
async function eventful(): Promise<string> {
  const { taskId, instanceId, obligationId } = await c.started();
  const officer = await c.as('gongan');
  const desk = await c.as('sifa-jingban');
  const reviewer = await c.as('sifa-shenhe');
  const file = await c.file('gongan', obligationId);
  const form = { data: GOOD_FORM, evidenceIds: [file] };
  await officer
    .put(`/tasks/${taskId}/draft`)
    .send({ data: { progress: '一半' }, evidenceIds: [] })
    .expect(200);
  await officer
    .put(`/tasks/${taskId}/draft`)
    .send({ data: { progress: '大半' }, evidenceIds: [] })
    .expect(200);
  await officer.post(`/tasks/${taskId}/release`).send({}).expect(200);
  await officer.post(`/tasks/${taskId}/claim`).send({}).expect(200);
  await officer.post(`/tasks/${taskId}/submit`).send(form).expect(200);
  c.clock.advance({ hours: 3 });
  // the drawing has no way back from here: the token is moved
  await desk
    .post(`/tasks/${await c.taskAt(instanceId, 'submitted')}/return`)
    .send({ reason: '名称有误' })
    .expect(200);
  await officer
    .post(`/tasks/${await c.taskAt(instanceId, 'returned')}/submit`)
    .send(form)
    .expect(200);
  await reviewer
    .post(`/tasks/${await c.taskAt(instanceId, 'review')}/return`)
    .send({ reason: '再补充' })
    .expect(200);
  await officer
    .post(`/tasks/${await c.taskAt(instanceId, 'returned')}/submit`)
    .send(form)
    .expect(200);
  await reviewer
    .post(`/tasks/${await c.taskAt(instanceId, 'review')}/approve`)
    .send({ opinion: '好' })
    .expect(200);
  return instanceId;
}

test('the recorded events, replayed from the start, lead to exactly the stored marking', async () => {
  expect(await verify(await eventful())).toEqual({ sound: true });
});

test('an instance on its way replays as well, timers included', async () => {
  const admin = await c.as('admin');
  await admin.post('/definitions').send({ key: 'with-timer', name: '有时限', xml: WITH_TIMER }).expect(201);
  await admin.post('/definitions/with-timer/versions').send({ xml: WITH_TIMER, note: '测试', basedOn: 0 }).expect(201);
  await c.sql(
    `INSERT INTO binding VALUES ('taishan', gen_random_uuid(), NULL, NULL, 'stageResult', 'dajiang', 'with-timer')`,
  );
  const { instanceId, taskId } = await c.started({ unitId: 'dajiang', by: 'dajiang' });
  await (
    await c.as('dajiang')
  )
    .post(`/tasks/${taskId}/submit`)
    .send({ data: { content: '完成' }, evidenceIds: [] })
    .expect(200);
  c.clock.advance({ days: 2 });
  await c.app.get(FireDueUseCase, { strict: false }).execute(c.clock.now());
  expect(await verify(instanceId)).toEqual({ sound: true });
});

test('every instance of this city is sound', async () => {
  await submitted(c);
  const all = await c.sql<{ id: string }>('SELECT id FROM instance');
  expect(all.length).toBeGreaterThanOrEqual(3);
  for (const { id } of all) expect(await verify(id)).toEqual({ sound: true });
});

// The control of the tests above: what somebody changes behind the triggers' back is noticed, and where.
const tampered = async (sql: string, instanceId: string) => {
  await c.sql('ALTER TABLE history DISABLE TRIGGER history_is_append_only');
  await c.sql(sql, [instanceId]);
  await c.sql('ALTER TABLE history ENABLE TRIGGER history_is_append_only');
  return verify(instanceId);
};

test.each([
  [
    'a changed reason',
    `UPDATE history SET text = '改过' WHERE instance_id = $1 AND verb = 'return' AND seq = 6`,
    { reason: 'chain', seq: 6 },
  ],
  [
    'a changed actor',
    `UPDATE history SET actor_id = gen_random_uuid() WHERE instance_id = $1 AND seq = 3`,
    { reason: 'chain', seq: 3 },
  ],
  [
    'a changed event',
    `UPDATE history SET event = jsonb_set(event, '{act,verb}', '"approve"') WHERE instance_id = $1 AND seq = 7`,
    { reason: 'chain', seq: 7 },
  ],
  ['a line taken out', `DELETE FROM history WHERE instance_id = $1 AND seq = 4`, { reason: 'chain', seq: 4 }],
  ['the end cut off', `DELETE FROM history WHERE instance_id = $1 AND seq >= 11`, { reason: 'head' }],
  [
    'a moved token',
    `UPDATE instance SET marking = jsonb_set(marking, '{outcome}', '"filed"') WHERE id = $1`,
    { reason: 'marking' },
  ],
])('%s is found', async (_what, sql, found) => {
  const instanceId = await eventful();
  expect(await tampered(sql, instanceId)).toEqual({ sound: false, ...found });
});
