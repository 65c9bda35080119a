import { testApp, type TestApp } from '../../support/app.js';
import { OBLIGATIONS, PLAN_ID } from '../../support/world.js';

let app: TestApp;
beforeAll(async () => (app = await testApp()));
afterAll(() => app.close());

const get = async (account: string, path: string) => (await (await app.signIn(account)).get(path).expect(200)).body;

test('units are there for everybody, of this city only', async () => {
  const { items } = await get('gongan', '/units');
  expect(items.map((unit: { id: string }) => unit.id)).toEqual([
    'gonganju',
    'shuiliju',
    'sifaju',
    'zhengfuban',
    'dajiang',
  ]);
  expect(items[0]).toEqual({ id: 'gonganju', name: '市公安局', shortName: '市公安局', kind: 'department' });
});

test('a unit that has ended is no longer listed', async () => {
  await app.sql(`UPDATE unit SET valid_to = '2024-10-31' WHERE id = 'dajiang'`);
  const { items } = await get('gongan', '/units');
  await app.sql(`UPDATE unit SET valid_to = NULL WHERE id = 'dajiang'`);
  expect(items).toHaveLength(4);
});

test('people are listed for flow administrators and supervisors, with their roles', async () => {
  const { items } = await get('admin', '/people?unitId=gonganju');
  expect(items.map((person: { account: string }) => person.account)).toEqual(['gongan', 'gongan-shenhe', 'gongan2']);
  expect(items[1]).toMatchObject({
    name: '黄科长',
    memberships: [{ unitId: 'gonganju', unitName: '市公安局', role: 'reviewer', roleName: '审核人' }],
  });
  expect((await get('sifa-shenhe', '/people')).items).toHaveLength(12);
  const refused = await (await app.signIn('gongan')).get('/people').expect(403);
  expect(refused.body).toMatchObject({ code: 'not-allowed', title: '只有流程管理员和督办人员可以查看人员名单' });
});

test('a plan counts the obligations that the reader may see', async () => {
  const plan = { id: PLAN_ID, title: '行政执法质量三年行动', code: '台执督', status: 'live', measureCount: 3 };
  const period = { periodFrom: '2024-01-01', periodTo: '2025-12-31' };
  expect((await get('sifa-shenhe', '/plans')).items).toEqual([{ ...plan, ...period, obligationCount: 6 }]);
  expect(await get('gongan', `/plans/${PLAN_ID}`)).toEqual({ ...plan, ...period, obligationCount: 3 });
});

test('measures come in the order of the document, with the progress that the reader may see', async () => {
  const { items } = await get('sifa-shenhe', `/plans/${PLAN_ID}/measures`);
  expect(items.map((measure: { no: number }) => measure.no)).toEqual([1, 2, 3]);
  expect(items[2]).toEqual({
    no: 3,
    keyTaskNo: 2,
    keyTaskTitle: '规范执法',
    workTaskNo: 3,
    workTaskTitle: '评查',
    text: '制定执法案卷评查办法',
    units: ['市公安局', '大江镇'],
    deadlineText: '2024年11月底前将办法报送市司法局备案',
    progress: { total: 2, closed: 0, overdue: 1 },
  });
  const own = await get('shuili', `/plans/${PLAN_ID}/measures`);
  expect(own.items.map((measure: { progress: { total: number } }) => measure.progress.total)).toEqual([0, 1, 0]);
});

test('the overview counts by key task and by unit, and only what the reader may see', async () => {
  await app.sql(`UPDATE obligation SET status = 'closed', closed_at = now() WHERE id = $1`, [
    OBLIGATIONS.dajiangFiling,
  ]);
  const all = await get('shizhang', `/plans/${PLAN_ID}/overview`);
  expect(all).toEqual({
    asOf: '2024-11-01T01:00:00.000Z',
    totals: { total: 6, pending: 5, drafting: 0, inReview: 0, returned: 0, closed: 1, overdue: 1, dueSoon: 0 },
    byKeyTask: [
      { no: 1, title: '提升人员素质', total: 4, closed: 0, overdue: 0, dueSoon: 0 },
      { no: 2, title: '规范执法', total: 2, closed: 1, overdue: 1, dueSoon: 0 },
    ],
    byUnit: [
      { unitId: 'gonganju', unitName: '市公安局', total: 3, closed: 0, overdue: 1, dueSoon: 0 },
      { unitId: 'dajiang', unitName: '大江镇', total: 1, closed: 1, overdue: 0, dueSoon: 0 },
      { unitId: 'shuiliju', unitName: '市水利局', total: 1, closed: 0, overdue: 0, dueSoon: 0 },
      { unitId: 'sifaju', unitName: '市司法局', total: 1, closed: 0, overdue: 0, dueSoon: 0 },
    ],
  });
  const own = await get('shuili', `/plans/${PLAN_ID}/overview`);
  expect(own.totals.total).toBe(1);
  expect(own.byUnit).toHaveLength(1);
  const nothing = await get('nobody', `/plans/${PLAN_ID}/overview`);
  expect(nothing.totals).toEqual({
    total: 0,
    pending: 0,
    drafting: 0,
    inReview: 0,
    returned: 0,
    closed: 0,
    overdue: 0,
    dueSoon: 0,
  });
});

test('a plan that does not exist is not found on any of its pages', async () => {
  const client = await app.signIn('gongan');
  for (const page of ['', '/measures', '/overview'])
    await client.get(`/plans/01930000-0000-7000-8000-00000000ffff${page}`).expect(404);
  await client.get('/plans/1').expect(404);
});
