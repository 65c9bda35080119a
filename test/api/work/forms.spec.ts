import { DefinitionStore } from '../../../apps/api/src/definitions/definition.store.js';
import { PublishDefinitionUseCase } from '../../../apps/api/src/definitions/publish-definition.use-case.js';
import { TRAINING } from '../../support/forms.js';
import { TENANT } from '../../support/world.js';
import { city, type City, type Started } from './city.js';
import { TRAINING_FLOW, TWO_DRAFTS } from './form-drawings.js';
import { player, type Player } from './player.js';

// 填、读、隐 on the server: who may write and see what of a form, whatever a page sends.

let c: City;
let p: Player;
let leader: string;
beforeAll(async () => {
  c = await city();
  p = player(c);
  await publish('training', TRAINING_FLOW);
  await p.bind('training', 'dajiang');
  leader = (await c.as('gongan')).personId;
});
afterAll(() => c?.close());

/** The form comes with the flow, as it does for those that are shipped. */
async function publish(key: string, xml: string): Promise<void> {
  const at = new Date(c.clock.now());
  await c.app.get(DefinitionStore, { strict: false }).create({ tenant: TENANT, key, name: key, createdBy: null, at });
  await c.app
    .get(PublishDefinitionUseCase, { strict: false })
    .execute({ tenant: TENANT, key, xml, form: TRAINING, note: '', basedOn: 0, publishedBy: null });
}

const start = (): Promise<Started> => c.started({ unitId: 'dajiang', by: 'dajiang' });

const SESSIONS = [
  { name: '第一期', people: 70, day: '2024-10-11' },
  { name: '第二期', people: 60 },
];
const filled = (change: object = {}) => ({
  progress: '两期培训已办完。',
  cost: 12.34,
  state: '已完成',
  topics: ['法律', '案卷'],
  public: true,
  heldOn: '2024-10-31',
  leader,
  partners: ['gonganju', 'shuiliju'],
  sessions: SESSIONS,
  ...change,
});

async function act(account: string, { instanceId }: Started, node: string, verb: string, body: object) {
  const client = await c.as(account);
  const id = await c.taskAt(instanceId, node);
  return client[verb === 'draft' ? 'put' : 'post'](`/tasks/${id}/${verb}`).send(body);
}
const pageOf = async (account: string, { instanceId }: Started, node: string) =>
  (await (await c.as(account)).get(`/tasks/${await c.taskAt(instanceId, node)}`).expect(200)).body;

const submissionOf = async (account: string, { obligationId }: Started) => {
  const client = await c.as(account);
  const { items } = (await client.get(`/submissions?obligationId=${obligationId}`).expect(200)).body;
  return (await client.get(`/submissions/${items[0].id}`).expect(200)).body;
};

async function handedIn(change: object = {}): Promise<Started> {
  const started = await start();
  const answer = await act('dajiang', started, 'draft', 'submit', { data: filled(change), evidenceIds: [] });
  expect(answer.status).toBe(200);
  return started;
}
async function checked(approved = [68, 60]): Promise<Started> {
  const started = await handedIn();
  const { data } = await pageOf('sifa-jingban', started, 'check');
  const sessions = data.sessions.map(({ _row }: { _row: string }, i: number) => ({ _row, approved: approved[i] }));
  expect((await act('sifa-jingban', started, 'check', 'approve', { data: { sessions } })).status).toBe(200);
  return started;
}
const approve = (started: Started, score: number) =>
  act('sifa-shenhe', started, 'review', 'approve', { data: { score } });

describe('a drafting task', () => {
  test('is told what it may write and must fill in; what is hidden from it is nowhere in its page', async () => {
    const page = await pageOf('dajiang', await start(), 'draft');
    expect(page.access.progress).toEqual({ access: 'write', required: true });
    expect(page.access.sessions.columns).toEqual({
      name: { access: 'write', required: true },
      people: { access: 'write', required: true },
      day: { access: 'write', required: false },
    });
    const text = JSON.stringify(page);
    for (const word of ['score', '评分', 'approved', '核定数']) expect(text).not.toContain(word);
  });

  test('keeps every kind of field in its draft, half filled in as it may be, and shows it again', async () => {
    const started = await start();
    const roster = await c.file('dajiang', started.obligationId, '签到表.pdf');
    const data = filled({
      rosters: [roster],
      progress: '',
      sessions: [{ people: '七十' }, { _row: 'mine', name: '二' }],
    });
    expect((await act('dajiang', started, 'draft', 'draft', { data, evidenceIds: [] })).status).toBe(200);
    const page = await pageOf('dajiang', started, 'draft');
    expect(page.draft.data).toEqual({
      ...data,
      sessions: [
        { _row: 'r1', people: '七十' },
        { _row: 'mine', name: '二' },
      ],
    });
    expect(page.names).toMatchObject({ [leader]: '陈警官', gonganju: '市公安局', shuiliju: '市水利局' });
    expect(page.files).toEqual([expect.objectContaining({ id: roster, fileName: '签到表.pdf' })]);
  });

  test.each([
    ['score', { score: 100 }],
    ['sessions/0/approved', { sessions: [{ name: '一', people: 1, approved: 1 }] }],
  ])('cannot plant %s, neither when it is handed in nor as a draft', async (field, change) => {
    const started = await start();
    for (const verb of ['submit', 'draft']) {
      const answer = await act('dajiang', started, 'draft', verb, { data: filled(change), evidenceIds: [] });
      expect([answer.status, answer.body.code, answer.body.field]).toEqual([422, 'field-not-writable', field]);
    }
    expect((await pageOf('dajiang', started, 'draft')).draft).toBeNull();
    expect(await p.variable(started.instanceId, 'form')).toEqual(expect.not.objectContaining({ score: 100 }));
  });

  test.each([
    ['leader', { leader: '01930000-0000-7000-8000-00000000ffff' }],
    ['leader', { leader: '陈警官' }],
    ['partners', { partners: ['gonganju', 'huoxing'] }],
    ['rosters', { rosters: ['01930000-0000-7000-8000-00000000ffff'] }],
    ['heldOn', { heldOn: '2030-01-01' }],
    ['cost', { cost: 1.005 }],
    ['sessions/1/people', { sessions: [SESSIONS[0], { name: '二', people: 0 }] }],
    ['sessions', { sessions: [] }],
  ])('is refused at %s for what does not exist or does not fit', async (field, change) => {
    const started = await start();
    const answer = await act('dajiang', started, 'draft', 'submit', { data: filled(change), evidenceIds: [] });
    expect([answer.status, answer.body.code]).toEqual([422, 'form-incomplete']);
    expect(answer.body.errors).toEqual([{ field, message: expect.stringMatching(/\p{Script=Han}/u) }]);
  });

  test('cannot name a file of another obligation', async () => {
    const [mine, other] = [await start(), await start()];
    const foreign = await c.file('dajiang', other.obligationId);
    const data = filled({ rosters: [foreign] });
    const answer = await act('dajiang', mine, 'draft', 'submit', { data, evidenceIds: [] });
    expect([answer.status, answer.body.field]).toEqual([422, 'rosters']);
  });

  test('hands in files of its fields with the round: they cannot be taken away any more', async () => {
    const started = await start();
    const roster = await c.file('dajiang', started.obligationId);
    const data = filled({ rosters: [roster] });
    expect((await act('dajiang', started, 'draft', 'submit', { data, evidenceIds: [] })).status).toBe(200);
    const gone = await (await c.as('dajiang')).delete(`/evidence/${roster}`);
    expect([gone.status, gone.body.code]).toEqual([409, 'evidence-used']);
    expect((await pageOf('sifa-jingban', started, 'check')).files).toEqual([expect.objectContaining({ id: roster })]);
  });
});

describe('a review', () => {
  test('that must fill in a column is refused until it has, cell by cell', async () => {
    const started = await handedIn();
    const none = await act('sifa-jingban', started, 'check', 'approve', {});
    expect([none.status, none.body.code]).toEqual([422, 'form-incomplete']);
    expect(none.body.errors.map(({ field }: { field: string }) => field)).toEqual([
      'sessions/0/approved',
      'sessions/1/approved',
    ]);
  });

  test.each([
    ['progress', { progress: '改了' }],
    ['sessions/0/people', { sessions: [{ _row: 'r1', people: 700, approved: 1 }] }],
    ['sessions/0', { sessions: [{ _row: 'neu', approved: 1 }] }],
    ['score', { score: 100 }],
  ])('cannot plant %s', async (field, data) => {
    const started = await handedIn();
    for (const [verb, body] of [
      ['approve', { data }],
      ['return', { data, reason: '请补充。' }],
    ] as const) {
      const answer = await act('sifa-jingban', started, 'check', verb, body);
      expect([answer.status, answer.body.code, answer.body.field]).toEqual([422, 'field-not-writable', field]);
    }
    expect(await p.active(started.instanceId)).toEqual(['check']);
  });

  test('writes beside the round, which stays as it was; the next one sees it, and conditions read it', async () => {
    const started = await checked();
    const [round] = await c.sql<{ data: { sessions: object[] } }>(
      `SELECT r.data FROM submission_round r JOIN instance i ON i.submission_id = r.submission_id WHERE i.id = $1`,
      [started.instanceId],
    );
    expect(JSON.stringify(round!.data)).not.toContain('approved');
    const page = await pageOf('sifa-shenhe', started, 'review');
    expect(page.data.sessions.map(({ approved }: { approved: number }) => approved)).toEqual([68, 60]);
    expect(page.rounds[0].reviews).toEqual([
      expect.objectContaining({ nodeId: 'check', by: expect.objectContaining({ name: '司徒经办' }) }),
    ]);
    expect((await approve(started, 60)).status).toBe(200);
    expect(await p.active(started.instanceId)).toEqual([]);
    expect(await p.isSound(started.instanceId)).toBe(true);
  });

  test('sees nothing of what its node hides, on whatever page', async () => {
    const started = await checked();
    for (const page of [await pageOf('sifa-shenhe', started, 'review'), await submissionOf('sifa-shenhe', started)]) {
      expect(JSON.stringify(page)).not.toMatch(/"cost"|经费|12\.34/);
      expect(page.rounds[0].data.progress).toBe('两期培训已办完。');
    }
  });

  test('that returns may leave its fields empty, and what it writes stays', async () => {
    const started = await checked();
    const answer = await act('sifa-shenhe', started, 'review', 'return', {
      reason: '请补充签到表。',
      data: { score: 50 },
    });
    expect(answer.status).toBe(200);
    expect(await p.variable(started.instanceId, 'form')).toMatchObject({ score: 50, cost: 12.34 });
    expect(await p.isSound(started.instanceId)).toBe(true);
  });
});

describe('regression 15: a node that may write nothing', () => {
  test('wipes nothing, and the gateway after it reads the form: people, units, sums of a table', async () => {
    const started = await checked();
    expect((await approve(started, 30)).status).toBe(200);
    expect(await p.active(started.instanceId)).toEqual(['note']);
    const before = await p.variable(started.instanceId, 'form');
    const page = await pageOf('dajiang', started, 'note');
    expect(page.data.progress).toBe('两期培训已办完。');
    expect(JSON.stringify(page.draft)).not.toContain('score');
    expect((await act('dajiang', started, 'note', 'submit', { data: {}, evidenceIds: [] })).status).toBe(200);
    expect(await p.variable(started.instanceId, 'form')).toEqual(before);
    expect(await p.active(started.instanceId)).toEqual(['check']);
    const rounds = (await submissionOf('sifa-jingban', started)).rounds;
    expect(rounds[1].data).toEqual({ ...rounds[0].data, sessions: before && expect.any(Array) });
    expect(await p.isSound(started.instanceId)).toBe(true);
  });

  test('refuses what is planted at it all the same', async () => {
    const started = await checked();
    await approve(started, 30);
    const answer = await act('dajiang', started, 'note', 'submit', { data: { progress: '改了' }, evidenceIds: [] });
    expect([answer.status, answer.body.field]).toEqual([422, 'progress']);
  });
});

test('of two drafts at once each keeps what it has, and the second is laid over the first', async () => {
  await publish('two-drafts', TWO_DRAFTS);
  await p.bind('two-drafts', 'dajiang');
  const started = await start().finally(() => p.bind('training', 'dajiang'));
  const { progress, ...figures } = filled();
  const saved = { data: { ...figures, cost: 1 }, evidenceIds: [] };
  expect((await act('dajiang', started, 'figures', 'draft', saved)).status).toBe(200);
  const words = { data: { progress }, evidenceIds: [] };
  expect((await act('dajiang', started, 'words', 'submit', words)).status).toBe(200);
  const page = await pageOf('dajiang', started, 'figures');
  expect([page.draft.data.cost, page.draft.data.progress]).toEqual([1, progress]);
  expect((await act('dajiang', started, 'figures', 'submit', { data: figures, evidenceIds: [] })).status).toBe(200);
  const { data } = await pageOf('sifa-shenhe', started, 'review');
  expect([data.progress, data.cost, data.sessions.length]).toEqual([progress, 12.34, 2]);
  expect(await p.isSound(started.instanceId)).toBe(true);
});

describe('who has no task', () => {
  test('reads what the most generous node of their unit shows', async () => {
    const started = await checked();
    const unit = JSON.stringify(await submissionOf('dajiang', started));
    expect(unit).not.toMatch(/"score"|评分/);
    expect(unit).toContain('核定数');
    const desk = JSON.stringify(await submissionOf('sifa-jingban', started));
    expect(desk).toContain('经费');
    expect(desk).toContain('核定数');
  });

  test('and no node either sees only what no node hides', async () => {
    const started = await checked();
    await approve(started, 80);
    const page = JSON.stringify(await submissionOf('shizhang', started));
    for (const word of ['评分', '经费', '核定数']) expect(page).not.toContain(word);
    expect(page).toContain('两期培训已办完');
  });

  test('but stands in for somebody, reads what they do, in the flows that were handed over and in no other', async () => {
    const started = await checked();
    const deputyId = (await c.as('shizhang')).personId;
    const away = await c.as('sifa-shenhe');
    const days = { from: '2024-11-01', to: '2024-11-01', reason: '出差' };
    for (const [key, sees] of [
      ['filing', false],
      ['training', true],
    ] as const) {
      await away
        .post('/deputies')
        .send({ ...days, deputyId, definitionKeys: [key] })
        .expect(201);
      const page = JSON.stringify(await submissionOf('shizhang', started));
      expect([key, page.includes('评分'), page.includes('经费')]).toEqual([key, sees, false]);
    }
    await c.sql('DELETE FROM deputy_rule');
  });
});

test('whoever may open a task finds people to name by a part of their name, and nobody else does', async () => {
  const started = await start();
  const id = await c.taskAt(started.instanceId, 'draft');
  const found = await (await c.as('dajiang')).get(`/tasks/${id}/people?q=${encodeURIComponent('警官')}`).expect(200);
  expect(found.body.items.map(({ name }: { name: string }) => name)).toEqual(['陈警官', '梁警官']);
  await (await c.as('shuili')).get(`/tasks/${id}/people`).expect(404);
});

test('a form that cannot be filled in is not published, with what is wrong', async () => {
  const broken = { ...TRAINING, ui: { ...TRAINING.ui, progress: { widget: 'slider' } } } as never;
  const command = { tenant: TENANT, key: 'training', xml: TRAINING_FLOW, note: '', basedOn: 1, publishedBy: null };
  const publishing = c.app.get(PublishDefinitionUseCase, { strict: false }).execute({ ...command, form: broken });
  await expect(publishing).rejects.toMatchObject({
    details: { code: 'flow-not-publishable' },
  });
  const planted = TRAINING_FLOW.replace('name="score" access="write"', 'name="points" access="write"');
  const checkedXml = await (await c.as('admin')).post('/definitions/check').send({ xml: planted }).expect(200);
  expect(checkedXml.body.findings.map(({ code }: { code: string }) => code)).toContain('field-access');
});
