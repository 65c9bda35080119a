import { testApp, type SignedInClient, type TestApp } from '../../support/app.js';

let app: TestApp;
let client: SignedInClient;
let draftId: string;

const LIST = [
  '重点任务\t工作任务\t主要措施\t责任单位\t完成时限',
  '(一) 提升素质\t1. 强化培训。\t(1) 开展培训。\t市公安局\t2024年12月底前形成阶段性成果',
].join('\n');

beforeAll(async () => (app = await testApp()));
afterAll(() => app.close());
beforeEach(async () => {
  client = await app.signIn('sifa-jingban');
  const { body } = await client.post('/plan-drafts').attach('file', Buffer.from(LIST), '清单.txt').expect(201);
  draftId = body.id;
});

const head = (code: string) => ({ title: '测试方案', code, periodFrom: '2024-01-01', periodTo: '2024-12-31' });
const confirm = (key: string, code: string) =>
  client.post(`/plan-drafts/${draftId}/confirm`).set('Idempotency-Key', key).send(head(code));
const plansWithCode = (code: string) => app.sql('SELECT FROM plan WHERE code = $1', [code]);
const correct = (key: string, unit: string) =>
  client
    .patch(`/plan-drafts/${draftId}/measures/1`)
    .set('Idempotency-Key', key)
    .send({ units: [unit] });

test('the same key gets the same answer and has one effect', async () => {
  const first = await correct('key-1', '市水利局').expect(200);
  expect(first.headers['etag']).toBe('"2"');
  const second = await correct('key-1', '市水利局').expect(200);
  expect(second.body).toEqual(first.body);
  expect(second.headers['etag']).toBe('"2"');
  expect(second.headers['idempotency-replayed']).toBe('true');
  expect((await client.get(`/plan-drafts/${draftId}`)).body.revision).toBe(2);
});

test('a double click waits for the first and gets its answer', async () => {
  const answers = await Promise.all(Array.from({ length: 5 }, () => correct('key-2', '大江镇')));
  expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200, 200]);
  expect(new Set(answers.map((answer) => JSON.stringify(answer.body))).size).toBe(1);
  expect(answers.filter((answer) => answer.headers['idempotency-replayed'])).toHaveLength(4);
  expect((await client.get(`/plan-drafts/${draftId}`)).body.revision).toBe(2);
});

test('without a key each request counts for itself', async () => {
  for (let i = 0; i < 2; i++)
    await client
      .patch(`/plan-drafts/${draftId}/measures/1`)
      .send({ units: ['大江镇'] })
      .expect(200);
  expect((await client.get(`/plan-drafts/${draftId}`)).body.revision).toBe(3);
});

test('the same key for another content is refused', async () => {
  await correct('key-3', '市水利局').expect(200);
  const other = await correct('key-3', '大江镇').expect(422);
  expect(other.body).toMatchObject({ code: 'idempotency-key-reused', title: '同一个操作编号用在了不同的内容上' });
});

test('a refused act leaves its key free', async () => {
  await confirm('key-4', '').expect(400);
  const body = head('测四');
  await client
    .post(`/plan-drafts/${draftId}/confirm`)
    .set('Idempotency-Key', 'key-4')
    .send({ ...body, periodTo: '2023-01-01' })
    .expect(422);
  await confirm('key-4', '测四').expect(200);
  expect(await plansWithCode('测四')).toHaveLength(1);
});

test('the key of one person means nothing for another', async () => {
  await confirm('key-5', '测五').expect(200);
  const other = await app.signIn('sifa-shenhe');
  const answer = await other
    .post(`/plan-drafts/${draftId}/confirm`)
    .set('Idempotency-Key', 'key-5')
    .send(head('测五'))
    .expect(200);
  expect(answer.headers['idempotency-replayed']).toBeUndefined();
  expect(await plansWithCode('测五')).toHaveLength(1);
});

test('a fault in the middle takes key and effect back together', async () => {
  await app.sql(`CREATE FUNCTION fail() RETURNS trigger AS $$ BEGIN RAISE 'planted'; END $$ LANGUAGE plpgsql`);
  await app.sql('CREATE TRIGGER planted BEFORE UPDATE ON idempotency_key FOR EACH ROW EXECUTE FUNCTION fail()');
  await confirm('key-6', '测六').expect(500);
  expect(await plansWithCode('测六')).toHaveLength(0);
  await app.sql('DROP TRIGGER planted ON idempotency_key');
  await confirm('key-6', '测六').expect(200);
  expect(await plansWithCode('测六')).toHaveLength(1);
});

test.each(['has space', 'x'.repeat(129), '中文'.normalize()])('a key that is no key is refused: %.20s', async (key) => {
  const answer = await client
    .post(`/plan-drafts/${draftId}/confirm`)
    .set('Idempotency-Key', Buffer.from(key).toString('latin1'))
    .send(head('测七'));
  expect(answer.status).toBe(400);
  expect(answer.body.code).toBe('invalid-idempotency-key');
});

test('answers older than a week are forgotten', async () => {
  await correct('key-8', '市水利局').expect(200);
  app.clock.advance({ days: 8 });
  const { Housekeeping } = await import('../../../apps/api/src/ops/housekeeping.js');
  await app.app.get(Housekeeping).run();
  expect(await app.sql('SELECT FROM idempotency_key')).toEqual([]);
});
