import { randomUUID } from 'node:crypto';
import { city, GOOD_FORM, submitted, type City } from './city.js';

let c: City;
beforeAll(async () => {
  c = await city();
});
afterAll(() => c?.close());

const revisionOf = async (instanceId: string): Promise<number> =>
  (await c.sql<{ revision: number }>('SELECT revision FROM instance WHERE id = $1', [instanceId]))[0]!.revision;

test('a double click with one key happens once, and both clicks get the same answer', async () => {
  const { taskId, instanceId, obligationId } = await c.started();
  const file = await c.file('gongan', obligationId);
  const officer = await c.as('gongan');
  const key = randomUUID();
  const click = () =>
    officer
      .post(`/tasks/${taskId}/submit`)
      .set('Idempotency-Key', key)
      .set('If-Match', '"1"')
      .send({ data: GOOD_FORM, evidenceIds: [file] });
  const answers = await Promise.all([click(), click(), click()]);
  expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200]);
  expect(answers[1]!.body).toEqual(answers[0]!.body);
  expect(answers[2]!.body).toEqual(answers[0]!.body);
  expect(await revisionOf(instanceId)).toBe(2);
  const later = await click().expect(200);
  expect(later.body).toEqual(answers[0]!.body);
  expect(later.headers['etag']).toBe(answers[0]!.headers['etag']);
  expect(
    await c.sql(
      'SELECT 1 FROM submission_round r JOIN submission s ON s.id = r.submission_id WHERE s.instance_id = $1',
      [instanceId],
    ),
  ).toHaveLength(1);
});

test('starting twice with one key opens one flow; without a key the second learns that it runs', async () => {
  const obligationId = await c.obligation();
  const officer = await c.as('gongan');
  const key = randomUUID();
  const click = () => officer.post(`/obligations/${obligationId}/start`).set('Idempotency-Key', key).send({});
  const [first, second] = await Promise.all([click(), click()]);
  expect([first!.status, second!.status]).toEqual([201, 201]);
  expect(second!.body).toEqual(first!.body);
  const again = await officer.post(`/obligations/${obligationId}/start`).send({}).expect(409);
  expect(again.body).toMatchObject({ code: 'already-started', title: '这个承办事项已经开始填报' });
  expect(await c.sql('SELECT 1 FROM instance WHERE obligation_id = $1', [obligationId])).toHaveLength(1);
});

test('two people who start one obligation at once open one flow', async () => {
  const obligationId = await c.obligation();
  const clients = await Promise.all([c.as('gongan'), c.as('gongan2')]);
  const answers = await Promise.all(
    clients.map((client) => client.post(`/obligations/${obligationId}/start`).send({})),
  );
  expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409]);
});

test('one key on another content is refused', async () => {
  const { taskId } = await c.started();
  const officer = await c.as('gongan');
  const key = randomUUID();
  await officer
    .put(`/tasks/${taskId}/draft`)
    .set('Idempotency-Key', key)
    .send({ data: { progress: '一' }, evidenceIds: [] })
    .expect(200);
  const other = await officer
    .put(`/tasks/${taskId}/draft`)
    .set('Idempotency-Key', key)
    .send({ data: { progress: '二' }, evidenceIds: [] })
    .expect(422);
  expect(other.body.code).toBe('idempotency-key-reused');
});

test('a refused act does not use its key up', async () => {
  const { taskId, obligationId } = await c.started();
  const officer = await c.as('gongan');
  const key = randomUUID();
  const submit = () =>
    officer
      .post(`/tasks/${taskId}/submit`)
      .set('Idempotency-Key', key)
      .send({ data: GOOD_FORM, evidenceIds: [file] });
  const file = await c.file('gongan', obligationId);
  await (await c.as('gongan2')).post(`/tasks/${taskId}/claim`).send({}).expect(200);
  expect((await submit().expect(409)).body.code).toBe('held-by-another');
  await (await c.as('gongan2')).post(`/tasks/${taskId}/release`).send({}).expect(200);
  await submit().expect(200);
});

test('of two people who act at once one wins, and the other learns who did what', async () => {
  const { taskId, instanceId } = await c.started();
  const people = [await c.as('gongan'), await c.as('gongan2')];
  const answers = await Promise.all(
    people.map((client) => client.post(`/tasks/${taskId}/claim`).set('If-Match', '"1"').send({})),
  );
  expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
  const winner = answers.find((answer) => answer.status === 200)!;
  const loser = answers.find((answer) => answer.status === 409)!;
  expect(loser.body).toMatchObject({
    code: 'stale',
    current: {
      revision: 2,
      changed: [{ verb: 'claim', verbName: '签收', actor: { name: winner.body.task.holder.name } }],
    },
  });
  expect(loser.body.detail).toContain(winner.body.task.holder.name);
  expect(await revisionOf(instanceId)).toBe(2);
});

test('ten people at once: exactly one approves, and every other answer is plain', async () => {
  const { instanceId } = await submitted(c);
  const desk = await c.as('sifa-jingban');
  const accept = await c.taskAt(instanceId, 'submitted');
  const answers = await Promise.all(Array.from({ length: 10 }, () => desk.post(`/tasks/${accept}/approve`).send({})));
  expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
  for (const answer of answers.filter((each) => each.status !== 200)) {
    expect(answer.status).toBe(409);
    expect(answer.body).toMatchObject({ code: 'task-closed', current: { changed: [{ verb: 'approve' }] } });
  }
});

test('a stale page is refused with everything that happened since, and nothing is lost', async () => {
  const { taskId } = await c.started();
  const officer = await c.as('gongan');
  await officer
    .put(`/tasks/${taskId}/draft`)
    .set('If-Match', '"1"')
    .send({ data: { progress: '新' }, evidenceIds: [] })
    .expect(200);
  const stale = await officer
    .put(`/tasks/${taskId}/draft`)
    .set('If-Match', '"1"')
    .send({ data: { progress: '旧' }, evidenceIds: [] })
    .expect(409);
  expect(stale.body).toMatchObject({
    code: 'stale',
    current: { revision: 2, changed: [{ verb: 'save', actor: { name: '陈警官' } }] },
  });
  // saved once more, which leaves no line in the history: the stale page is still told who saved
  await officer
    .put(`/tasks/${taskId}/draft`)
    .set('If-Match', '"2"')
    .send({ data: { progress: '更新' }, evidenceIds: [] })
    .expect(200);
  const again = await officer
    .put(`/tasks/${taskId}/draft`)
    .set('If-Match', '"2"')
    .send({ data: { progress: '旧' }, evidenceIds: [] })
    .expect(409);
  expect(again.body.current).toMatchObject({ revision: 3, changed: [{ verb: 'save', actor: { name: '陈警官' } }] });
  expect((await officer.get(`/tasks/${taskId}`)).body.draft.data).toEqual({ progress: '更新' });
});

test('a revision or key that cannot be one is told so', async () => {
  const { taskId } = await c.started();
  const officer = await c.as('gongan');
  expect((await officer.post(`/tasks/${taskId}/claim`).set('If-Match', 'soon').send({}).expect(400)).body.code).toBe(
    'invalid-if-match',
  );
  expect(
    (await officer.post(`/tasks/${taskId}/claim`).set('Idempotency-Key', 'a'.repeat(200)).send({}).expect(400)).body
      .code,
  ).toBe('invalid-idempotency-key');
});
