import { testApp, type TestApp } from '../../support/app.js';
import { OBLIGATIONS, PLAN_ID } from '../../support/world.js';

let app: TestApp;
beforeAll(async () => (app = await testApp()));
afterAll(() => app.close());

const numbersFor = async (account: string, query = ''): Promise<string[]> => {
  const client = await app.signIn(account);
  const answer = await client.get(`/obligations${query}`).expect(200);
  return answer.body.items.map((item: { number: string }) => item.number);
};

test('a unit reads its own obligations, by due day', async () => {
  expect(await numbersFor('gongan')).toEqual(['台执督-03-006', '台执督-01-001', '台执督-02-002']);
  expect(await numbersFor('shuili')).toEqual(['台执督-02-003']);
});

test('supervisors and leaders read all of the city, a person without a role none', async () => {
  for (const account of ['sifa-jingban', 'sifa-shenhe', 'sifa-lingdao', 'shizhang'])
    expect(await numbersFor(account)).toHaveLength(6);
  expect(await numbersFor('nobody')).toEqual([]);
  expect(await numbersFor('admin')).toEqual(['台执督-02-005']);
});

test('a unit that takes part in the flow reads the obligation of another', async () => {
  expect(await numbersFor('zhengfuban')).toEqual([]);
  await app.sql(`UPDATE obligation SET reader_unit_ids = '{zhengfuban}' WHERE id = $1`, [OBLIGATIONS.sifaOwn]);
  expect(await numbersFor('zhengfuban')).toEqual(['台执督-02-005']);
  await app.sql(`UPDATE obligation SET reader_unit_ids = '{}'`);
});

test('an obligation carries its measure, its tasks, its unit and a light that explains itself', async () => {
  const client = await app.signIn('gongan');
  const { body } = await client.get(`/obligations/${OBLIGATIONS.gonganNovember}`).expect(200);
  expect(body).toEqual({
    id: OBLIGATIONS.gonganNovember,
    number: '台执督-01-001',
    planId: PLAN_ID,
    measureNo: 1,
    measureText: '落实“导师制”培训机制',
    keyTaskNo: 1,
    keyTaskTitle: '提升人员素质',
    workTaskNo: 1,
    workTaskTitle: '培训',
    unit: { id: 'gonganju', name: '市公安局' },
    kind: 'stageResult',
    kindName: '阶段性成果',
    requirement: '形成阶段性成果',
    deadlineText: '每年11月中旬前将培训情况报市司法局，持续推进',
    dueOn: '2024-11-20',
    originalDueOn: null,
    extensions: 0,
    status: 'pending',
    statusName: '未开始',
    outcome: null,
    light: { colour: 'green', word: '正常', reason: expect.stringContaining('2024年11月20日') },
    instanceId: null,
    openTaskId: null,
    pastExtensions: [],
    extensionRequest: null,
    offers: [
      { verb: 'start', label: '开始填报', allowed: true },
      { verb: 'extend', label: '申请延期', allowed: true },
    ],
  });
});

test('the obligation of another unit does not exist for a unit', async () => {
  const client = await app.signIn('gongan');
  const answer = await client.get(`/obligations/${OBLIGATIONS.shuiliDecember}`).expect(404);
  expect(answer.body).toMatchObject({ code: 'not-found', title: '没有找到这个承办事项' });
});

test('what is no id at all is not found either', async () => {
  const client = await app.signIn('gongan');
  await client.get('/obligations/1').expect(404);
  await client.get(`/obligations/${'x'.repeat(200)}`).expect(404);
});

test('somebody who may only look learns why there is no start', async () => {
  const client = await app.signIn('sifa-shenhe');
  const { body } = await client.get(`/obligations/${OBLIGATIONS.gonganNovember}`).expect(200);
  expect(body.offers).toEqual([
    expect.objectContaining({ verb: 'start', allowed: false, reason: '只有市公安局的经办人可以开始填报' }),
    expect.objectContaining({ verb: 'extend', allowed: false, reason: '只有市公安局的经办人可以申请延期' }),
  ]);
});

test('lists narrow by unit, measure, status, day and words', async () => {
  expect(await numbersFor('sifa-shenhe', '?unitId=dajiang')).toEqual(['台执督-03-004']);
  expect(await numbersFor('sifa-shenhe', '?measureNo=2')).toHaveLength(3);
  expect(await numbersFor('sifa-shenhe', '?status=closed')).toEqual([]);
  expect(await numbersFor('sifa-shenhe', '?status=open')).toHaveLength(6);
  expect(await numbersFor('sifa-shenhe', '?dueBefore=2024-11-01')).toEqual(['台执督-03-006']);
  expect(await numbersFor('sifa-shenhe', `?q=${encodeURIComponent('案卷评查')}`)).toHaveLength(2);
  expect(await numbersFor('sifa-shenhe', '?q=100%25')).toEqual([]);
  expect(await numbersFor('sifa-shenhe', `?planId=${PLAN_ID}`)).toHaveLength(6);
});

test('pages follow each other without gap or repetition', async () => {
  const client = await app.signIn('sifa-shenhe');
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const path: string = `/obligations?limit=4${cursor === null ? '' : `&cursor=${cursor}`}`;
    const { body } = await client.get(path).expect(200);
    seen.push(...body.items.map((item: { number: string }) => item.number));
    cursor = body.nextCursor;
  } while (cursor !== null);
  expect(seen).toEqual(await numbersFor('sifa-shenhe'));
});

test.each([
  '?cursor=abc',
  '?cursor=WyJhIl0',
  '?cursor=WzEsMl0',
  '?limit=201',
  '?limit=0',
  '?status=x',
  '?dueBefore=2024-02-30',
  '?foo=1',
  `?q=${'长'.repeat(101)}`,
])('a query that makes no sense is refused: %s', async (query) => {
  const client = await app.signIn('sifa-shenhe');
  const { body } = await client.get(`/obligations${encodeURI(query)}`).expect(400);
  expect(body.detail).toMatch(/\p{Script=Han}/u);
});

test('a cursor that holds other than a day and an id is refused, not a fault', async () => {
  const client = await app.signIn('sifa-shenhe');
  const cursor = Buffer.from(JSON.stringify(['not a day', 'not an id'])).toString('base64url');
  await client.get(`/obligations?cursor=${cursor}`).expect(400);
});
