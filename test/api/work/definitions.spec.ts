import { SeedUseCase } from '../../../apps/api/src/seed/seed.use-case.js';
import { randomUUID } from 'node:crypto';
import { city, GOOD_FORM, submitted, type City } from './city.js';
import { testApp } from '../../support/app.js';
import { STAGE_RESULT, WITH_DEPUTY, WITH_PARALLEL } from './drawings.js';

let c: City;
beforeAll(async () => {
  c = await city();
});
afterAll(() => c?.close());

test('the shipped flows are published once, and seeding again changes nothing', async () => {
  const list = await (await c.as('gongan')).get('/definitions').expect(200);
  expect(list.body.items.map((item: { key: string }) => item.key)).toEqual([
    'bureau-own',
    'extension',
    'filing',
    'stage-result',
    'supervision',
  ]);
  expect(list.body.items[3]).toMatchObject({
    name: '阶段性成果报送',
    latestVersion: 1,
    publishedVersion: 1,
    runningInstances: 0,
    hasDraft: false,
  });
  const { SeedDefinitionsUseCase } = await import('../../../apps/api/src/definitions/seed-definitions.use-case.js');
  expect(await c.app.get(SeedDefinitionsUseCase, { strict: false }).execute('taishan')).toEqual([]);
});

test('version 2 with 分管局领导审核: the running instance keeps version 1, the next one takes the new step', async () => {
  const running = await submitted(c);
  const admin = await c.as('admin');
  const body = { xml: WITH_DEPUTY, note: '增加分管局领导审核', basedOn: 1 };
  const published = await admin
    .post('/definitions/stage-result/versions')
    .set('Idempotency-Key', randomUUID())
    .send(body)
    .expect(201);
  expect(published.body).toMatchObject({
    key: 'stage-result',
    version: 2,
    status: 'published',
    note: '增加分管局领导审核',
    publishedBy: { name: '系统管理员' },
  });
  expect(published.body.hash).toMatch(/^sha-256:[0-9a-f]{64}$/);

  const next = await c.started();
  const officer = await c.as('gongan');
  const file = await c.file('gongan', next.obligationId);
  expect(
    (await officer.get(`/instances/${next.instanceId}`)).body.upcoming.map((step: { name: string }) => step.name),
  ).toEqual(['分管局领导审核', '已报送', '司法局审核']);
  const page = await officer.get(`/tasks/${next.taskId}`).expect(200);
  expect(page.body).toMatchObject({ definition: { version: 2 }, form: { key: 'stage-result', evidence: { min: 1 } } });
  const sent = await officer
    .post(`/tasks/${next.taskId}/submit`)
    .send({ data: GOOD_FORM, evidenceIds: [file] })
    .expect(200);
  expect(sent.body.next).toEqual([{ name: '分管局领导审核', who: ['黄科长'] }]);
  const deputy = await c.taskAt(next.instanceId, 'deputy-review');
  await (await c.as('gongan-shenhe')).post(`/tasks/${deputy}/approve`).send({}).expect(200);
  await c.taskAt(next.instanceId, 'submitted');

  // the one that was running goes on as it was drawn then
  await (
    await c.as('sifa-jingban')
  )
    .post(`/tasks/${await c.taskAt(running.instanceId, 'submitted')}/approve`)
    .send({})
    .expect(200);
  const done = await (
    await c.as('sifa-shenhe')
  )
    .post(`/tasks/${await c.taskAt(running.instanceId, 'review')}/approve`)
    .send({})
    .expect(200);
  expect(done.body.instance.status).toBe('completed');
  const old = await officer.get(`/instances/${running.instanceId}`).expect(200);
  expect(old.body.definition).toMatchObject({ key: 'stage-result', version: 1 });
  expect((await officer.get(`/instances/${running.instanceId}/xml`).expect(200)).text).toBe(STAGE_RESULT);
  expect((await officer.get(`/instances/${next.instanceId}/xml`).expect(200)).text).toBe(WITH_DEPUTY);

  const versions = await officer.get('/definitions/stage-result/versions').expect(200);
  expect(versions.body.items).toMatchObject([
    { version: 2, runningInstances: 1 },
    { version: 1, runningInstances: 0, publishedBy: null, note: '系统自带' },
  ]);
  const xml = await officer.get('/definitions/stage-result/versions/1/xml').expect(200);
  expect(xml.headers['content-type']).toContain('application/xml');
  expect(xml.text).toBe(STAGE_RESULT);
});

test('the form of the newest version can be read on its own', async () => {
  const officer = await c.as('gongan');
  const form = (await officer.get('/definitions/stage-result/form').expect(200)).body;
  expect(form).toMatchObject({ key: 'stage-result', schema: { required: ['progress', 'completion'] } });
  // in the order in which it was written
  expect(Object.keys(form.schema.properties)).toEqual(['progress', 'completion', 'problems', 'nextSteps']);
  await officer.get('/definitions/nowhere/form').expect(404);
});

test('publishing on an old version is refused and says who published meanwhile', async () => {
  const admin = await c.as('admin');
  const [latest] = (await admin.get('/definitions/stage-result/versions')).body.items;
  const answer = await admin
    .post('/definitions/stage-result/versions')
    .send({ xml: STAGE_RESULT, note: '旧', basedOn: latest.version - 1 })
    .expect(409);
  expect(answer.body).toMatchObject({ code: 'stale', current: { version: latest.version } });
});

test('of two administrators who publish at once one wins', async () => {
  const admin = await c.as('admin');
  const [latest] = (await admin.get('/definitions/filing/versions')).body.items;
  const xml = await admin.get('/definitions/filing/versions/1/xml');
  const publish = () =>
    admin.post('/definitions/filing/versions').send({ xml: xml.text, note: '同时', basedOn: latest.version });
  const answers = await Promise.all([publish(), publish()]);
  expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409]);
});

test('only a flow administrator draws and publishes; everybody may look', async () => {
  const officer = await c.as('sifa-lingdao');
  const xml = STAGE_RESULT;
  for (const call of [
    officer.post('/definitions/stage-result/versions').send({ xml, note: '我来', basedOn: 2 }),
    officer.post('/definitions/check').send({ xml }),
    officer.post('/definitions').send({ key: 'mine', name: '我的流程' }),
    officer.get('/definitions/stage-result/draft'),
    officer.put('/definitions/stage-result/draft').send({ xml }),
    officer.delete('/definitions/stage-result/draft'),
  ])
    expect((await call.expect(403)).body).toMatchObject({
      code: 'not-allowed',
      title: '只有流程管理员可以修改和发布流程',
    });
  await officer.get('/definitions/stage-result/versions').expect(200);
});

test('a new flow begins with a drawing that can be published as it is, and brings a form of its own', async () => {
  const admin = await c.as('admin');
  const made = await admin.post('/definitions').send({ key: 'special-inspection', name: '专项督察 <&">' }).expect(201);
  expect(made.body).toMatchObject({
    key: 'special-inspection',
    latestVersion: null,
    publishedVersion: null,
    hasDraft: true,
  });
  const taken = await admin.post('/definitions').send({ key: 'special-inspection', name: '又一个' }).expect(409);
  expect(taken.body).toMatchObject({ code: 'key-taken', field: 'key' });
  const draft = await admin.get('/definitions/special-inspection/draft').expect(200);
  const checked = await admin.post('/definitions/check').send({ xml: draft.body.xml }).expect(200);
  expect(checked.body).toMatchObject({ publishable: true });
  const published = await admin
    .post('/definitions/special-inspection/versions')
    .send({ xml: draft.body.xml, note: '第一版', basedOn: 0 })
    .expect(201);
  expect(published.body).toMatchObject({ version: 1, name: '专项督察 <&">' });
  expect((await admin.get('/definitions/special-inspection/draft').expect(404)).body.code).toBe('not-found');
  const bad = await admin.post('/definitions').send({ key: '../x', name: '' }).expect(400);
  expect(bad.body.errors.map((error: { field: string }) => error.field).sort()).toEqual(['key', 'name']);
});

test('a drawing that names another form is published with that form, and keeps it when it names an unknown one', async () => {
  const admin = await c.as('admin');
  await admin.post('/definitions').send({ key: 'with-form', name: '选表单' }).expect(201);
  const { xml } = (await admin.get('/definitions/with-form/draft').expect(200)).body;
  const formAfter = async (drawn: string, basedOn: number): Promise<string> => {
    await admin.post('/definitions/with-form/versions').send({ xml: drawn, note: '表单', basedOn }).expect(201);
    return (await admin.get('/definitions/with-form/form').expect(200)).body.key;
  };
  expect(await formAfter(xml, 0)).toBe('with-form');
  const naming = (form: string): string => xml.replace(' isExecutable', ` chengban:form="${form}" isExecutable`);
  expect(await formAfter(naming('filing'), 1)).toBe('filing');
  expect(await formAfter(naming('nothing'), 2)).toBe('filing');
});

test('a draft is kept as it is drawn, and a second administrator is told instead of overwritten', async () => {
  const admin = await c.as('admin');
  await admin.post('/definitions').send({ key: 'drawn-twice', name: '两人同画', xml: WITH_PARALLEL }).expect(201);
  const first = await admin
    .put('/definitions/drawn-twice/draft')
    .set('If-Match', '"1"')
    .send({ xml: '<not yet drawn' })
    .expect(200);
  expect(first.headers['etag']).toBe('"2"');
  const stale = await admin
    .put('/definitions/drawn-twice/draft')
    .set('If-Match', '"1"')
    .send({ xml: WITH_PARALLEL })
    .expect(409);
  expect(stale.body).toMatchObject({ code: 'stale', current: { revision: 2 } });
  expect((await admin.get('/definitions/drawn-twice/draft')).body).toMatchObject({
    xml: '<not yet drawn',
    revision: 2,
  });
  await admin.delete('/definitions/drawn-twice/draft').set('If-Match', '"1"').expect(409);
  await admin.delete('/definitions/drawn-twice/draft').set('If-Match', '"2"').expect(204);
  await admin.put('/definitions/nowhere/draft').send({ xml: '<x/>' }).expect(404);
});

test('pages of a list follow one another, and a forged position is refused', async () => {
  const admin = await c.as('admin');
  const first = await admin.get('/definitions?limit=2').expect(200);
  expect(first.body.items).toHaveLength(2);
  const second = await admin.get(`/definitions?limit=2&cursor=${first.body.nextCursor}`).expect(200);
  expect(second.body.items[0].key > first.body.items[1].key).toBe(true);
  expect((await admin.get('/definitions?cursor=forged').expect(400)).body.code).toBe('invalid-cursor');
  const forged = Buffer.from(JSON.stringify(['x', 'y'])).toString('base64url');
  for (const list of ['/tasks', '/tasks?status=done', '/submissions', '/notifications'])
    expect((await admin.get(`${list}${list.includes('?') ? '&' : '?'}cursor=${forged}`).expect(400)).body.code).toBe(
      'invalid-cursor',
    );
  await admin.get('/definitions/nowhere/versions').expect(404);
  await admin.get('/definitions/stage-result/versions/99/xml').expect(404);
  await admin.get('/definitions/stage-result/versions/abc/xml').expect(400);
});

test('a city from before a flow was shipped has it after the next start', async () => {
  const older = await testApp();
  try {
    await older.app.get(SeedUseCase, { strict: false }).run();
    const rows = await older.sql<{ kind: string; key: string }>(
      `SELECT kind, definition_key AS key FROM binding WHERE tenant = 'taishan' AND kind = 'extension'`,
    );
    expect(rows).toEqual([{ kind: 'extension', key: 'extension' }]);
  } finally {
    await older.close();
  }
});
