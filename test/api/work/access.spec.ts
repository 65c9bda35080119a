import { city, GOOD_FORM, offered, submitted, type City, type Started } from './city.js';

let c: City;
let running: Started & { evidenceId: string };
beforeAll(async () => {
  c = await city();
  running = await submitted(c);
});
afterAll(() => c?.close());

test('another unit sees neither obligation, task, instance, submission nor file', async () => {
  const stranger = await c.as('shuili');
  const [submission] = await c.sql<{ id: string }>('SELECT id FROM submission WHERE instance_id = $1', [
    running.instanceId,
  ]);
  for (const path of [
    `/obligations/${running.obligationId}`,
    `/tasks/${running.taskId}`,
    `/instances/${running.instanceId}`,
    `/instances/${running.instanceId}/xml`,
    `/submissions/${submission!.id}`,
    `/evidence/${running.evidenceId}/content`,
  ]) {
    const answer = await stranger.get(path).expect(404);
    expect(answer.body).toMatchObject({ code: 'not-found' });
    expect(answer.headers['content-type']).toContain('application/problem+json');
  }
  expect((await stranger.get('/submissions').expect(200)).body.items).toEqual([]);
});

test('another unit can neither start, act on, upload to nor delete what is not its own', async () => {
  const stranger = await c.as('shuili');
  const fresh = await c.obligation();
  await stranger.post(`/obligations/${fresh}/start`).send({}).expect(404);
  await stranger.post(`/tasks/${running.taskId}/submit`).send({ data: GOOD_FORM, evidenceIds: [] }).expect(404);
  await stranger.post(`/evidence?obligationId=${fresh}`).attach('file', Buffer.from('%PDF-1.4'), 'a.pdf').expect(404);
  await stranger.delete(`/evidence/${running.evidenceId}`).expect(404);
});

test('an address of another city leads nowhere', async () => {
  const officer = await c.as('gongan');
  const answer = await c
    .http()
    .get(`/api/v1/nowhere/tasks/${running.taskId}`)
    .set('Cookie', officer.cookie)
    .expect(404);
  expect(answer.body.code).toBe('tenant-not-found');
  const neighbour = await c.http().get(`/api/v1/kaiping/tasks/${running.taskId}`).set('Cookie', officer.cookie);
  expect([401, 404]).toContain(neighbour.status);
});

test('a reviewer of the unit sees the obligation but may not start it, and is told who may', async () => {
  const fresh = await c.obligation();
  const answer = await (await c.as('gongan-shenhe')).post(`/obligations/${fresh}/start`).send({}).expect(403);
  expect(answer.body).toMatchObject({ code: 'not-allowed', title: '只有市公安局的经办人可以开始填报' });
});

test('who is not a candidate gets 403 with the reason, and the button said so before', async () => {
  const reviewer = await c.as('sifa-shenhe');
  const accept = await c.taskAt(running.instanceId, 'submitted');
  const page = await reviewer.get(`/tasks/${accept}`).expect(200);
  expect(offered(page, 'approve')).toMatchObject({
    allowed: false,
    code: 'not-candidate',
    reason: '您不是这件待办的办理人。',
  });
  const answer = await reviewer.post(`/tasks/${accept}/approve`).send({}).expect(403);
  expect(answer.body).toMatchObject({ code: 'not-candidate', title: '您不是这件待办的办理人。' });
  expect(answer.body.detail).toMatch(/\p{Script=Han}/u);
});

test('leaders read everything and act on nothing', async () => {
  const leader = await c.as('shizhang');
  const accept = await c.taskAt(running.instanceId, 'submitted');
  await leader.get(`/instances/${running.instanceId}`).expect(200);
  const page = await leader.get(`/tasks/${accept}`).expect(200);
  expect(page.body.offers.filter((offer: { allowed: boolean }) => offer.allowed)).toEqual([]);
  await leader.post(`/tasks/${accept}/claim`).send({}).expect(403);
});

test('a draft is seen inside the unit only: supervisors see the task without it, and cannot fetch its files', async () => {
  const { taskId, obligationId } = await c.started();
  const file = await c.file('gongan', obligationId);
  await (
    await c.as('gongan')
  )
    .put(`/tasks/${taskId}/draft`)
    .send({ data: { progress: '还没写完' }, evidenceIds: [file] })
    .expect(200);
  expect((await (await c.as('gongan-shenhe')).get(`/tasks/${taskId}`).expect(200)).body.draft.data).toEqual({
    progress: '还没写完',
  });
  const supervisor = await c.as('sifa-jingban');
  expect((await supervisor.get(`/tasks/${taskId}`).expect(200)).body.draft).toBeNull();
  await supervisor.get(`/evidence/${file}/content`).expect(404);
  await (await c.as('gongan2')).get(`/evidence/${file}/content`).expect(200);
});

test('the one who drafted may not review, wherever the task came from', async () => {
  // 司徒经办 drafts for the bureau and also accepts what units hand in
  const { instanceId, taskId, obligationId } = await c.started({
    unitId: 'sifaju',
    kind: 'stageResult',
    by: 'sifa-jingban',
  });
  const drafter = await c.as('sifa-jingban');
  const file = await c.file('sifa-jingban', obligationId);
  await drafter
    .post(`/tasks/${taskId}/submit`)
    .send({ data: GOOD_FORM, evidenceIds: [file] })
    .expect(200);
  const accept = await c.taskAt(instanceId, 'submitted');
  const page = await drafter.get(`/tasks/${accept}`).expect(200);
  expect(offered(page, 'approve')).toMatchObject({ allowed: false, code: 'drafter-cannot-review' });
  const answer = await drafter.post(`/tasks/${accept}/approve`).send({}).expect(403);
  expect(answer.body).toMatchObject({ code: 'drafter-cannot-review', title: '您参与了这份材料的起草，不能再审核它。' });
  // the next one up has it
  const leader = await c.as('sifa-shenhe');
  await leader.post(`/tasks/${accept}/approve`).send({}).expect(200);
  expect((await drafter.get(`/instances/${instanceId}`).expect(200)).body.history).not.toContainEqual(
    expect.objectContaining({ verb: 'unassigned' }),
  );
});

test('without a session nothing is open', async () => {
  for (const path of [
    '/tasks',
    `/tasks/${running.taskId}`,
    '/submissions',
    '/definitions',
    '/notifications',
    `/evidence/${running.evidenceId}/content`,
  ])
    expect((await c.http().get(`/api/v1/taishan${path}`)).body.code).toBe('not-signed-in');
});

test('an act without the token of the page is refused', async () => {
  const officer = await c.as('gongan');
  const fresh = await c.obligation();
  const answer = await c
    .http()
    .post(`/api/v1/taishan/obligations/${fresh}/start`)
    .set('Cookie', officer.cookie)
    .send({})
    .expect(403);
  expect(answer.body.code).toBe('csrf-failed');
});
