import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { testApp, type SignedInClient, type TestApp } from '../../support/app.js';

let app: TestApp;
let client: SignedInClient;
beforeAll(async () => {
  app = await testApp();
  client = await app.signIn('sifa-jingban');
});
afterAll(() => app.close());

const HEAD = '重点任务\t工作任务\t主要措施\t责任单位\t完成时限';
const list = (...rows: string[]): Buffer => Buffer.from([HEAD, ...rows].join('\n'));
const GOOD = list(
  '(一) 提升素质\t1. 强化培训。\t(1) 建立登记卡。\t各行政执法单位\t2024年6月底前完成首轮培训，持续推进',
  '\t\t(2) 制定办法。\t市司法局\t2024年10月中旬前制定办法',
);
const upload = (bytes: Buffer, name = '清单.txt') => client.post('/plan-drafts').attach('file', bytes, name);
const drafts = async () => (await app.sql<{ n: number }>('SELECT count(*) AS n FROM plan_draft'))[0]!.n;
const head = (code: string) => ({ title: '试行方案', code, periodFrom: '2024-01-01', periodTo: '2025-12-31' });
const refusedWithoutTrace = async (bytes: Buffer, name: string) => {
  const before = await drafts();
  const answer = await upload(bytes, name);
  expect(answer.status).toBe(422);
  expect(answer.body.title).toMatch(/\p{Script=Han}/u);
  expect(answer.body.detail).toMatch(/\p{Script=Han}/u);
  expect(answer.body.field).toBe('file');
  expect(await drafts()).toBe(before);
  return answer.body;
};

test('a task list becomes a reading to confirm, and the file is kept byte for byte', async () => {
  const { body } = await upload(GOOD).expect(201);
  expect(body).toMatchObject({
    fileName: '清单.txt',
    fileSha256: createHash('sha256').update(GOOD).digest('hex'),
    status: 'draft',
    revision: 1,
    planId: null,
    createdAt: '2024-11-01T01:00:00.000Z',
    createdBy: { name: '司徒经办' },
  });
  expect(body.reading.measures).toHaveLength(2);
  expect(body.reading.measures[0].deadline).toMatchObject({ milestones: [{ due: '2024-06-30' }], ongoing: true });
  const [row] = await app.sql<{ bytes: Buffer }>('SELECT file_bytes AS bytes FROM plan_draft WHERE id = $1', [body.id]);
  expect(row!.bytes.equals(GOOD)).toBe(true);
  const again = await client.get(`/plan-drafts/${body.id}`).expect(200);
  expect(again.body).toEqual(body);
});

test('the real list of 55 measures is read through the same door', async () => {
  const bytes = readFileSync('seeds/taishan/tasklist.txt');
  const { body } = await upload(bytes, '工作任务清单.txt').expect(201);
  expect(body.reading.keyTasks).toHaveLength(6);
  expect(body.reading.workTasks).toHaveLength(20);
  expect(body.reading.measures).toHaveLength(55);
});

describe('what is no task list is refused, and nothing of it stays', () => {
  test.each([
    ['an empty file', Buffer.alloc(0), '空.txt'],
    ['a program named .docx', Buffer.from('MZ\x90\x00'.padEnd(2000, '\x00'), 'latin1'), '清单.docx'],
    ['a broken Word file', Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(500, 7)]), '清单.docx'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), '清单.xlsx'],
    ['a text without a table', Buffer.from('今天天气很好。\n明天也是。'), '日记.txt'],
    ['a table without measures', list(), '清单.txt'],
    ['bytes that are no text', Buffer.from([0xff, 0xfe, 0xfd, 0x00, 0x81, 0x00]), '清单.txt'],
  ])('%s', async (_, bytes, name) => void (await refusedWithoutTrace(bytes, name)));

  test('a file above the limit', async () => {
    const before = await drafts();
    const answer = await upload(Buffer.alloc(21 * 1024 * 1024, 65));
    expect(answer.status).toBe(413);
    expect(answer.body).toMatchObject({ code: 'too-large', detail: expect.stringContaining('20 MB') });
    expect(await drafts()).toBe(before);
  });

  test('a name of 10,000 characters', async () => {
    const answer = await upload(GOOD, `${'名'.repeat(10_000)}.txt`);
    expect(answer.status).toBe(400);
    expect(answer.body.errors[0].field).toBe('file');
  });

  test('a form without a file, a file under another name, and no form at all', async () => {
    const none = await client.post('/plan-drafts').field('note', 'x').expect(400);
    expect(none.body.errors).toEqual([{ field: 'file', message: '请选择要上传的文件' }]);
    await client.post('/plan-drafts').attach('other', GOOD, 'a.txt').expect(400);
    await client.post('/plan-drafts').send({ file: 'x' }).expect(415);
  });

  test('a form that is cut off in the middle', async () => {
    const answer = await client
      .post('/plan-drafts')
      .set('Content-Type', 'multipart/form-data; boundary=x')
      .send('--x\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\nhalf');
    expect(answer.status).toBe(400);
  });
});

test('only the supervising unit imports', async () => {
  for (const account of ['gongan', 'shizhang', 'admin']) {
    const other = await app.signIn(account);
    const answer = await other.post('/plan-drafts').attach('file', GOOD, 'a.txt').expect(403);
    expect(answer.body).toMatchObject({
      code: 'not-allowed',
      title: '只有督办单位（市司法局）的人员可以导入和确认方案',
    });
    await other.get('/plan-drafts').expect(403);
  }
});

describe('correcting a reading', () => {
  const UNCLEAR = list('(一) 提升素质\t1. 强化培训。\t(1) 建立登记卡。\t市局某单位\t择机完成');
  let id: string;
  beforeEach(async () => void (id = (await upload(UNCLEAR).expect(201)).body.id));
  const correct = (body: object) => client.patch(`/plan-drafts/${id}/measures/1`).send(body);

  test('unknown words must be put right before the plan goes live', async () => {
    const refused = await client.post(`/plan-drafts/${id}/confirm`).send(head('改一')).expect(422);
    expect(refused.body.code).toBe('reading-unsettled');
    expect(refused.body.findings.length).toBeGreaterThan(0);
    expect(await app.sql(`SELECT FROM plan WHERE code = '改一'`)).toEqual([]);

    await correct({ units: ['市公安局'] }).expect(200);
    const deadline = { milestones: [{ due: '2024-12-31', requirement: '完成登记' }], ongoing: false };
    const { body } = await correct({ deadline }).expect(200);
    expect(body.reading.measures[0]).toMatchObject({
      units: ['市公安局'],
      deadline: { text: '择机完成', ...deadline },
    });
    expect(body.reading.measures[0].source.cells.units).toBe('市局某单位');
    expect(body.reading.findings.filter((f: { severity: string }) => f.severity === 'error')).toEqual([]);
    const live = await client.post(`/plan-drafts/${id}/confirm`).send(head('改一')).expect(200);
    expect(live.body.obligationCount).toBe(1);
  });

  test('a unit that nobody knows is refused with the name', async () => {
    const { body } = await correct({ units: ['市气象局'] }).expect(422);
    expect(body).toMatchObject({ code: 'reading-invalid', title: expect.stringContaining('市气象局') });
    expect(body.findings).toHaveLength(1);
  });

  test.each([
    [{}, 'units'],
    [{ units: [] }, 'units'],
    [{ units: [''] }, 'units'],
    [{ units: 'x' }, 'units'],
    [
      { deadline: { milestones: [{ due: '2024-02-30', requirement: '' }], ongoing: false } },
      'deadline.milestones.0.due',
    ],
    [
      { deadline: { milestones: [{ yearly: '13-01', requirement: '' }], ongoing: false } },
      'deadline.milestones.0.yearly',
    ],
    [{ deadline: { milestones: [{ requirement: '' }], ongoing: false } }, 'deadline.milestones.0'],
    [
      { deadline: { milestones: [{ due: '2024-01-01', yearly: '01-01', requirement: '' }], ongoing: false } },
      'deadline.milestones.0',
    ],
    [{ deadline: { ongoing: true } }, 'deadline.milestones'],
  ])('%j is refused at the field %s', async (body, field) => {
    const answer = await correct(body).expect(400);
    expect(answer.body.errors[0].field).toBe(field);
    expect(answer.body.errors[0].message).toMatch(/\p{Script=Han}/u);
  });

  test('a deadline that leaves nothing to do is refused', async () => {
    const { body } = await correct({ deadline: { milestones: [], ongoing: false } }).expect(422);
    expect(body.title).toContain('完成时限');
  });

  test('a stale page is told so', async () => {
    await correct({ units: ['市公安局'] }).expect(200);
    const answer = await correct({ units: ['市水利局'] })
      .set('If-Match', '"1"')
      .expect(409);
    expect(answer.body).toMatchObject({ code: 'stale', current: { revision: 2 } });
    await correct({ units: ['市水利局'] })
      .set('If-Match', '"2"')
      .expect(200);
    await correct({ units: ['市水利局'] })
      .set('If-Match', 'two')
      .expect(400);
  });

  test('a measure or a draft that does not exist is not found', async () => {
    await client
      .patch(`/plan-drafts/${id}/measures/9`)
      .send({ units: ['市公安局'] })
      .expect(404);
    await client
      .patch(`/plan-drafts/${id}/measures/x`)
      .send({ units: ['市公安局'] })
      .expect(400);
    await client.get('/plan-drafts/01930000-0000-7000-8000-00000000ffff').expect(404);
    await client.post('/plan-drafts/01930000-0000-7000-8000-00000000ffff/confirm').send(head('无')).expect(404);
  });
});

describe('confirming', () => {
  test('makes the plan live with its obligations, once, however often it is asked', async () => {
    const { body } = await upload(GOOD).expect(201);
    const confirm = () => client.post(`/plan-drafts/${body.id}/confirm`).send(head('确一'));
    const answers = await Promise.all([confirm(), confirm(), confirm()]);
    answers.push(await confirm());
    // 公安 and 水利: 2024-06-30 and the progress of 2025 each; 司法局: one
    expect(answers.map((answer) => answer.body.obligationCount)).toEqual([5, 5, 5, 5]);
    expect(new Set(answers.map((answer) => answer.body.planId)).size).toBe(1);
    const rows = await app.sql<{ number: string; kind: string }>(
      'SELECT number, kind FROM obligation WHERE plan_id = $1 ORDER BY number',
      [answers[0]!.body.planId],
    );
    expect(rows.map((row) => `${row.number} ${row.kind}`)).toEqual([
      '确一-01-001 stageResult',
      '确一-01-002 stageResult',
      '确一-01-003 progress',
      '确一-01-004 progress',
      '确一-02-001 bureauOwn',
    ]);
    const after = await client.get(`/plan-drafts/${body.id}`);
    expect(after.body).toMatchObject({ status: 'confirmed', planId: answers[0]!.body.planId });
    const late = await client
      .patch(`/plan-drafts/${body.id}/measures/1`)
      .send({ units: ['市公安局'] })
      .expect(422);
    expect(late.body.code).toBe('draft-confirmed');
  });

  test('refuses a code that is taken, a period that ends before it begins, and bad fields', async () => {
    const { body } = await upload(GOOD).expect(201);
    const confirm = (fields: object) =>
      client.post(`/plan-drafts/${body.id}/confirm`).send({ ...head('确二'), ...fields });
    expect((await confirm({ code: '台执督' }).expect(422)).body).toMatchObject({
      code: 'plan-code-taken',
      field: 'code',
    });
    expect((await confirm({ periodTo: '2023-12-31' }).expect(422)).body.code).toBe('period-reversed');
    expect((await confirm({ code: 'a b' }).expect(400)).body.errors[0].message).toContain('方案代号');
    expect((await confirm({ title: '长'.repeat(10_000) }).expect(400)).body.errors[0].message).toBe(
      '方案名称最多 200 个字',
    );
    expect((await confirm({ title: '  ' }).expect(400)).body.errors[0].field).toBe('title');
    expect((await confirm({ periodFrom: '2024-13-01' }).expect(400)).body.errors[0].message).toBe(
      '起始日期应当是日期，例如 2024-12-31',
    );
    expect(await app.sql(`SELECT FROM plan WHERE code = '确二'`)).toEqual([]);
  });

  test('imports are listed with the newest first', async () => {
    app.clock.advance({ minutes: 1 });
    const { body } = await upload(GOOD, '最新.txt').expect(201);
    const { items } = (await client.get('/plan-drafts').expect(200)).body;
    expect(items[0]).toMatchObject({
      id: body.id,
      fileName: '最新.txt',
      status: 'draft',
      measureCount: 2,
      planId: null,
    });
  });
});
