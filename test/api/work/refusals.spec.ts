import { city, GOOD_FORM, offered, submitted, type City } from './city.js';

let c: City;
beforeAll(async () => {
  c = await city();
});
afterAll(() => c?.close());

test('an incomplete form is refused with each field in Chinese, but can be saved', async () => {
  const { taskId } = await c.started();
  const officer = await c.as('gongan');
  const data = { progress: '  ', completion: '随便', extra: 1 };
  const answer = await officer.post(`/tasks/${taskId}/submit`).send({ data, evidenceIds: [] }).expect(422);
  expect(answer.body.code).toBe('form-incomplete');
  expect(answer.body.errors.map((error: { field: string }) => error.field).sort()).toEqual([
    'completion',
    'evidence',
    'extra',
    'progress',
  ]);
  for (const { message } of answer.body.errors) expect(message).toMatch(/\p{Script=Han}/u);
  await officer
    .put(`/tasks/${taskId}/draft`)
    .send({ data: { progress: '' }, evidenceIds: [] })
    .expect(200);
});

test('a return needs a reason of at least two characters and at most 2,000', async () => {
  const { instanceId } = await submitted(c);
  const desk = await c.as('sifa-jingban');
  await desk
    .post(`/tasks/${await c.taskAt(instanceId, 'submitted')}/approve`)
    .send({})
    .expect(200);
  const review = await c.taskAt(instanceId, 'review');
  const reviewer = await c.as('sifa-shenhe');
  for (const reason of ['', ' 补 ', '长'.repeat(2001)]) {
    const answer = await reviewer.post(`/tasks/${review}/return`).send({ reason }).expect(422);
    expect(answer.body).toMatchObject({ field: 'reason', detail: expect.stringMatching(/\p{Script=Han}/u) });
  }
  const missing = await reviewer.post(`/tasks/${review}/return`).send({}).expect(400);
  expect(missing.body.errors[0].message).toContain('退回原因');
  const tooLong = await reviewer
    .post(`/tasks/${review}/approve`)
    .send({ opinion: '长'.repeat(2001) })
    .expect(422);
  expect(tooLong.body).toMatchObject({ code: 'opinion-too-long' });
});

test('drafting and reviewing have different verbs, and each refuses the other', async () => {
  const { taskId } = await c.started();
  const officer = await c.as('gongan');
  const approve = await officer.post(`/tasks/${taskId}/approve`).send({}).expect(422);
  expect(approve.body).toMatchObject({ code: 'wrong-verb' });
  const page = await officer.get(`/tasks/${taskId}`);
  expect(offered(page, 'approve')).toBeUndefined();
  const { instanceId } = await submitted(c);
  const accept = await c.taskAt(instanceId, 'submitted');
  const submit = await (
    await c.as('sifa-jingban')
  )
    .post(`/tasks/${accept}/submit`)
    .send({ data: {}, evidenceIds: [] })
    .expect(422);
  expect(submit.body).toMatchObject({ code: 'wrong-verb' });
});

test('a closed task answers 409 and says who closed it', async () => {
  const { taskId } = await submitted(c);
  const answer = await (await c.as('gongan2')).post(`/tasks/${taskId}/claim`).send({}).expect(409);
  expect(answer.body).toMatchObject({
    code: 'task-closed',
    current: { changed: [{ verb: 'submit', actor: { name: '陈警官' } }] },
  });
  expect(answer.body.detail).toContain('陈警官于11月1日 09:00');
  const page = await (await c.as('gongan')).get(`/tasks/${taskId}`).expect(200);
  expect(page.body.offers.filter((offer: { allowed: boolean }) => offer.allowed)).toEqual([]);
});

test('a claimed task is seen by all and held by one, until it is given back', async () => {
  const { taskId } = await c.started();
  const [first, second] = [await c.as('gongan'), await c.as('gongan2')];
  await first.post(`/tasks/${taskId}/claim`).send({}).expect(200);
  const seen = await second.get('/tasks').expect(200);
  expect(seen.body.items.find((task: { id: string }) => task.id === taskId)).toMatchObject({
    holder: { name: '陈警官' },
  });
  expect((await second.post(`/tasks/${taskId}/claim`).send({}).expect(409)).body.code).toBe('held-by-another');
  expect((await first.post(`/tasks/${taskId}/claim`).send({}).expect(409)).body.code).toBe('already-claimed');
  await first.post(`/tasks/${taskId}/release`).send({}).expect(200);
  expect((await first.post(`/tasks/${taskId}/release`).send({}).expect(409)).body.code).toBe('not-claimed');
  await second.post(`/tasks/${taskId}/claim`).send({}).expect(200);
});

test('what cannot be stored is cleaned, what is too much is refused, and neither is a fault', async () => {
  const { taskId } = await c.started();
  const officer = await c.as('gongan');
  const put = (data: unknown) => officer.put(`/tasks/${taskId}/draft`).send({ data, evidenceIds: [] } as object);
  await put({ progress: '零\u0000字符', problems: '半个\ud83d字' }).expect(200);
  const kept = (await officer.get(`/tasks/${taskId}`)).body.draft.data;
  expect(kept).toEqual({ progress: '零字符', problems: '半个\ufffd字' });
  expect((await put({ progress: '长'.repeat(600_000) })).status).toBe(422);
  const nested = (levels: number): object => (levels === 0 ? {} : { deeper: nested(levels - 1) });
  expect((await put(nested(20))).body).toMatchObject({ code: 'form-too-large' });
  expect([400, 422]).toContain((await put(nested(2000))).status);
  expect((await put('不是表单')).status).toBe(400);
  expect((await put(null)).status).toBe(400);
  expect(
    (
      await officer
        .put(`/tasks/${taskId}/draft`)
        .send({ data: {}, evidenceIds: Array.from({ length: 101 }, () => taskId) })
    ).status,
  ).toBe(400);
});

test('a reason with characters that cannot be stored is kept without them', async () => {
  const { instanceId } = await submitted(c);
  const accept = await c.taskAt(instanceId, 'submitted');
  await (
    await c.as('sifa-jingban')
  )
    .post(`/tasks/${accept}/return`)
    .send({ reason: '请补\u0000充\ud83d材料' })
    .expect(200);
  const history = (await (await c.as('gongan')).get(`/instances/${instanceId}`)).body.history;
  expect(history.at(-1)).toMatchObject({ verb: 'return', text: '请补充\ufffd材料' });
});

test('an approval may come without a body', async () => {
  const { instanceId } = await submitted(c);
  const answer = await (await c.as('sifa-jingban')).post(`/tasks/${await c.taskAt(instanceId, 'submitted')}/approve`);
  expect(answer.status).toBe(200);
});

test('ids that are none are not found', async () => {
  const officer = await c.as('gongan');
  for (const path of ['/tasks/nonsense', '/instances/1', '/submissions/x', '/evidence/x/content', '/obligations/x'])
    expect((await officer.get(path).expect(404)).body.code).toBe('not-found');
  await officer.post('/tasks/nonsense/claim').send({}).expect(404);
  await officer.post('/tasks/01930000-0000-7000-8000-00000000dead/claim').send({}).expect(404);
  await officer.post('/obligations/01930000-0000-7000-8000-00000000dead/start').send({}).expect(404);
});

test('ten rounds: returned and handed in again and again, each round stays as it was', async () => {
  const { instanceId, evidenceId } = await submitted(c);
  const officer = await c.as('gongan');
  const reviewer = await c.as('sifa-shenhe');
  await (
    await c.as('sifa-jingban')
  )
    .post(`/tasks/${await c.taskAt(instanceId, 'submitted')}/approve`)
    .send({})
    .expect(200);
  for (let round = 2; round <= 10; round++) {
    await reviewer
      .post(`/tasks/${await c.taskAt(instanceId, 'review')}/return`)
      .send({ reason: `第 ${round - 1} 轮还不够` })
      .expect(200);
    const data = { ...GOOD_FORM, progress: `第 ${round} 稿` };
    await officer
      .post(`/tasks/${await c.taskAt(instanceId, 'returned')}/submit`)
      .send({ data, evidenceIds: [evidenceId] })
      .expect(200);
  }
  await reviewer
    .post(`/tasks/${await c.taskAt(instanceId, 'review')}/approve`)
    .send({})
    .expect(200);
  const [submission] = await c.sql<{ id: string }>('SELECT id FROM submission WHERE instance_id = $1', [instanceId]);
  const { rounds } = (await officer.get(`/submissions/${submission!.id}`).expect(200)).body;
  expect(rounds.map((round: { data: { progress: string } }) => round.data.progress).slice(1)).toEqual(
    Array.from({ length: 9 }, (_, i) => `第 ${i + 2} 稿`),
  );
  expect(rounds.map((round: { outcome: string }) => round.outcome)).toEqual([
    ...Array<string>(9).fill('returned'),
    'approved',
  ]);
});
