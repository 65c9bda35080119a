import { city, GOOD_FORM, offered, PDF, type City } from './city.js';

let c: City;
beforeAll(async () => {
  c = await city();
});
afterAll(() => c?.close());

test('from an obligation to an accepted stage result: drafted, submitted, returned, corrected, accepted, and everybody sees who did what', async () => {
  const officer = await c.as('gongan');
  const desk = await c.as('sifa-jingban');
  const reviewer = await c.as('sifa-shenhe');
  const obligationId = await c.obligation();

  const before = await officer.get(`/obligations/${obligationId}`).expect(200);
  expect(before.body).toMatchObject({ status: 'pending', instanceId: null });
  expect(offered(before, 'start')).toMatchObject({ allowed: true });

  const started = await officer.post(`/obligations/${obligationId}/start`).send({}).expect(201);
  const { instanceId, taskId } = started.body as { instanceId: string; taskId: string };
  const page = await officer.get(`/tasks/${taskId}`).expect(200);
  expect(page.headers['etag']).toBe('"1"');
  expect(page.body).toMatchObject({
    name: '草稿',
    purpose: 'draft',
    status: 'open',
    draft: null,
    rounds: [],
    revision: 1,
    unit: { id: 'gonganju', name: '市公安局' },
    form: { key: 'stage-result' },
    definition: { key: 'stage-result', version: 1 },
    obligation: { id: obligationId, status: 'drafting' },
  });

  // the draft is kept, and saving it claims the task
  const saved = await officer
    .put(`/tasks/${taskId}/draft`)
    .set('If-Match', '"1"')
    .send({ data: { progress: '写到一半' }, evidenceIds: [] })
    .expect(200);
  expect(saved.headers['etag']).toBe('"2"');
  expect(saved.body.task.holder).toMatchObject({ name: '陈警官' });
  const draft = await officer.get(`/tasks/${taskId}`).expect(200);
  expect(draft.body.draft).toMatchObject({ data: { progress: '写到一半' }, evidence: [], savedBy: { name: '陈警官' } });

  // a file, then the first round
  c.clock.advance({ hours: 1 });
  const evidence = await officer
    .post(`/evidence?obligationId=${obligationId}`)
    .attach('file', PDF, '培训 签到表.pdf')
    .expect(201);
  expect(evidence.body).toMatchObject({ fileName: '培训 签到表.pdf', size: PDF.length, mediaType: 'application/pdf' });
  const submit = await officer
    .post(`/tasks/${taskId}/submit`)
    .set('If-Match', '"2"')
    .send({ data: GOOD_FORM, evidenceIds: [evidence.body.id] })
    .expect(200);
  expect(submit.body).toMatchObject({
    task: { status: 'completed', holder: { name: '陈警官' }, closedAt: '2024-11-01T02:00:00.000Z' },
    instance: { id: instanceId, status: 'running', revision: 3 },
    next: [{ name: '已报送', who: ['司徒经办'] }],
  });
  expect((await officer.get(`/obligations/${obligationId}`)).body.status).toBe('submitted');

  // 受理
  const accept = await c.taskAt(instanceId, 'submitted');
  const inbox = await desk.get('/tasks').expect(200);
  expect(inbox.body.items.map((task: { id: string }) => task.id)).toContain(accept);
  const acceptPage = await desk.get(`/tasks/${accept}`).expect(200);
  expect(offered(acceptPage, 'approve')).toMatchObject({ label: '受理', allowed: true });
  expect(acceptPage.body.rounds).toMatchObject([
    { no: 1, data: GOOD_FORM, outcome: 'pending', evidence: [{ fileName: '培训 签到表.pdf' }] },
  ]);
  expect(acceptPage.body.draft).toBeNull();
  await desk.post(`/tasks/${accept}/approve`).send({}).expect(200);

  // 退回, with a reason
  c.clock.advance({ days: 1 });
  const review = await c.taskAt(instanceId, 'review');
  const returned = await reviewer
    .post(`/tasks/${review}/return`)
    .send({ reason: '请补充各镇街的培训人数。' })
    .expect(200);
  expect(returned.body.next).toEqual([{ name: '退回', who: ['陈警官', '梁警官'] }]);
  const sentBack = await officer.get(`/obligations/${obligationId}`).expect(200);
  expect(sentBack.body).toMatchObject({ status: 'returned', light: { colour: 'yellow', word: '退回' } });

  // corrected by a colleague: what was handed in before is there to start from
  const colleague = await c.as('gongan2');
  const again = await c.taskAt(instanceId, 'returned');
  const againPage = await colleague.get(`/tasks/${again}`).expect(200);
  expect(againPage.body.draft).toMatchObject({ data: GOOD_FORM, evidence: [{ id: evidence.body.id }] });
  expect(againPage.body.rounds).toMatchObject([
    { no: 1, outcome: 'returned', reason: '请补充各镇街的培训人数。', decidedBy: { name: '谭审核' } },
  ]);
  expect(offered(againPage, 'submit')).toMatchObject({ label: '重新报送', allowed: true });
  const second = { ...GOOD_FORM, progress: '已培训 210 人次，其中大江镇 30 人次。' };
  await colleague
    .post(`/tasks/${again}/submit`)
    .send({ data: second, evidenceIds: [evidence.body.id] })
    .expect(200);

  // 通过
  const reviewAgain = await c.taskAt(instanceId, 'review');
  const approved = await reviewer.post(`/tasks/${reviewAgain}/approve`).send({ opinion: '材料齐全。' }).expect(200);
  expect(approved.body).toMatchObject({ instance: { status: 'completed' }, next: [] });

  // closed, for everybody, with the rounds as they were
  const closed = await officer.get(`/obligations/${obligationId}`).expect(200);
  expect(closed.body).toMatchObject({ status: 'closed', outcome: 'accepted', light: { colour: 'grey', word: '办结' } });
  const [submission] = (await colleague.get('/submissions?mine=true').expect(200)).body.items;
  expect(submission).toMatchObject({
    obligationId,
    status: 'closed',
    rounds: 2,
    lastRound: { no: 2, outcome: 'approved' },
  });
  const rounds = (await officer.get(`/submissions/${submission.id}`).expect(200)).body.rounds;
  expect(rounds).toMatchObject([
    { no: 1, data: GOOD_FORM, submittedBy: { name: '陈警官' }, outcome: 'returned' },
    {
      no: 2,
      data: second,
      submittedBy: { name: '梁警官' },
      outcome: 'approved',
      decidedBy: { name: '谭审核' },
      reason: '材料齐全。',
    },
  ]);

  const instance = await officer.get(`/instances/${instanceId}`).expect(200);
  expect(instance.body).toMatchObject({
    status: 'completed',
    outcome: 'accepted',
    upcoming: [],
    diagram: { active: [] },
  });
  expect(instance.body.diagram.done).toEqual(
    expect.arrayContaining(['draft', 'submitted', 'review', 'returned', 'accepted']),
  );
  expect(
    instance.body.history.map((line: { verbName: string; actor: { name: string } | null }) => [
      line.verbName,
      line.actor?.name,
    ]),
  ).toEqual([
    ['开始填报', '陈警官'],
    ['保存草稿', '陈警官'],
    ['报送', '陈警官'],
    ['受理', '司徒经办'],
    ['退回', '谭审核'],
    ['重新报送', '梁警官'],
    ['通过', '谭审核'],
    ['办结', undefined],
  ]);
  const done = await reviewer.get('/tasks?status=done').expect(200);
  expect(done.body.items.map((task: { id: string }) => task.id)).toEqual(expect.arrayContaining([review, reviewAgain]));
});

test('a filing ends as filed, not as accepted', async () => {
  const { obligationId, instanceId, taskId } = await c.started({ kind: 'filing', unitId: 'shuiliju', by: 'shuili' });
  const officer = await c.as('shuili');
  const page = await officer.get(`/tasks/${taskId}`).expect(200);
  const data = Object.fromEntries(
    page.body.form.schema.required.map((field: string) => [field, valueFor(page.body.form, field)]),
  );
  const file = await c.file('shuili', obligationId);
  await officer
    .post(`/tasks/${taskId}/submit`)
    .send({ data, evidenceIds: [file] })
    .expect(200);
  for (let acts = 0; acts < 4; acts++) {
    const [open] = await c.sql<{ id: string; node_id: string; candidate_ids: string[] }>(
      `SELECT id, node_id, candidate_ids FROM task WHERE instance_id = $1 AND status = 'open'`,
      [instanceId],
    );
    if (!open) break;
    const account = open.node_id === 'submitted' ? 'sifa-jingban' : 'sifa-shenhe';
    await (await c.as(account)).post(`/tasks/${open.id}/approve`).send({}).expect(200);
  }
  expect((await officer.get(`/obligations/${obligationId}`)).body).toMatchObject({
    status: 'closed',
    outcome: 'filed',
  });
});

function valueFor(
  form: {
    schema: { properties: Record<string, { type: string; enum?: string[] }> };
    ui: Record<string, { widget?: string }>;
  },
  field: string,
): unknown {
  const { type, enum: values } = form.schema.properties[field]!;
  if (type === 'number') return 1;
  if (type === 'boolean') return true;
  return values?.[0] ?? (form.ui[field]?.widget === 'date' ? '2024-10-31' : '已按要求完成并形成文件。');
}

test('what the supervising office does itself is drafted there, reviewed by its leader and decided by the office above', async () => {
  const { obligationId, instanceId, taskId } = await c.started({
    kind: 'bureauOwn',
    unitId: 'sifaju',
    by: 'sifa-jingban',
  });
  const drafter = await c.as('sifa-jingban');
  const page = await drafter.get(`/tasks/${taskId}`).expect(200);
  const data = Object.fromEntries(
    page.body.form.schema.required.map((field: string) => [field, valueFor(page.body.form, field)]),
  );
  const file = await c.file('sifa-jingban', obligationId);
  await drafter
    .post(`/tasks/${taskId}/submit`)
    .send({ data, evidenceIds: [file] })
    .expect(200);
  await (
    await c.as('sifa-lingdao')
  )
    .post(`/tasks/${await c.taskAt(instanceId, 'internal-review')}/approve`)
    .send({})
    .expect(200);
  const office = await c.as('zhengfuban');
  const last = await c.taskAt(instanceId, 'office-review');
  expect((await office.get(`/tasks/${last}`).expect(200)).body.rounds).toHaveLength(1);
  await office.get(`/evidence/${file}/content`).expect(200);
  await office.post(`/tasks/${last}/approve`).send({}).expect(200);
  expect((await drafter.get(`/obligations/${obligationId}`)).body).toMatchObject({
    status: 'closed',
    outcome: 'accepted',
  });
});

test('rounds, verdicts and history are never changed, not even by a hand in the database', async () => {
  for (const table of ['submission_round', 'submission_verdict', 'history', 'definition_version']) {
    const [{ count }] = (await c.sql<{ count: number }>(`SELECT count(*)::int AS count FROM ${table}`)) as [
      { count: number },
    ];
    expect(count).toBeGreaterThan(0);
    await expect(c.sql(`UPDATE ${table} SET tenant = tenant`)).rejects.toThrow('never changed');
    await expect(c.sql(`DELETE FROM ${table}`)).rejects.toThrow(/never changed|foreign key/);
  }
});
