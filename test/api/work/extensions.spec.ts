import type request from 'supertest';
import { city, submitted, type City, type Started } from './city.js';
import { player, type Player } from './player.js';

let c: City;
let play: Player;
beforeAll(async () => {
  c = await city();
  play = player(c);
});
afterAll(() => c?.close());
beforeEach(() => c.clock.set('2024-12-20T02:00:00Z'));

const REASON = '执法证换发推迟到明年一月，培训须待换证后进行。';

async function ask(obligationId: string, account = 'gongan'): Promise<Omit<Started, 'obligationId'>> {
  const client = await c.as(account);
  const answer = await client.post(`/obligations/${obligationId}/extension`).send({}).expect(201);
  return answer.body as Omit<Started, 'obligationId'>;
}

const handIn = async (taskId: string, until: string): Promise<request.Response> =>
  (await c.as('gongan')).post(`/tasks/${taskId}/submit`).send({ data: { until, reason: REASON }, evidenceIds: [] });

/** A request that waits for 市司法局. */
async function asked(obligationId: string, until: string): Promise<Omit<Started, 'obligationId'>> {
  const begun = await ask(obligationId);
  expect((await handIn(begun.taskId, until)).status).toBe(200);
  return begun;
}

/** 市司法局 agrees, and the server does its part. */
async function agreed(instanceId: string): Promise<void> {
  await play.act('sifa-shenhe', instanceId, 'review');
  expect(await play.work()).toBe(1);
}

const page = async (obligationId: string, account = 'gongan') =>
  (await (await c.as(account)).get(`/obligations/${obligationId}`).expect(200)).body;

const ended = async (instanceId: string) =>
  (await c.sql('SELECT status, outcome FROM instance WHERE id = $1', [instanceId]))[0];

const lastLines = async (instanceId: string): Promise<string[]> =>
  (await (await c.as('gongan')).get(`/instances/${instanceId}`).expect(200)).body.history.map(
    (line: { text: string }) => line.text,
  );

test('an agreed request moves the deadline, and the original stays in sight', async () => {
  const { obligationId, instanceId: own } = await c.started({ dueOn: '2024-12-31' });
  const { instanceId } = await asked(obligationId, '2025-03-31');
  expect(await page(obligationId)).toMatchObject({ dueOn: '2024-12-31', originalDueOn: null, extensions: 0 });
  await agreed(instanceId);
  expect(await ended(instanceId)).toEqual({ status: 'completed', outcome: 'extended' });
  const after = await page(obligationId);
  expect(after).toMatchObject({
    dueOn: '2025-03-31',
    originalDueOn: '2024-12-31',
    extensions: 1,
    status: 'drafting',
    instanceId: own,
    extensionRequest: null,
    pastExtensions: [{ from: '2024-12-31', to: '2025-03-31', at: c.clock.date().toISOString() }],
  });
  expect(after.light).toMatchObject({ colour: 'green', reason: expect.stringContaining('2025年3月31日') });
  const { history } = (await (await c.as('gongan')).get(`/instances/${instanceId}`).expect(200)).body;
  expect(history.map(({ verbName }: { verbName: string }) => verbName).slice(0, 3)).toEqual([
    '申请延期',
    '提交申请',
    '同意延期',
  ]);
  expect(await lastLines(instanceId)).toContain('完成时限由2024年12月31日延到2025年3月31日');
  expect(await play.isSound(instanceId)).toBe(true);
  const request = await (await c.as('gongan')).get(`/submissions/${after.pastExtensions[0].submissionId}`).expect(200);
  expect(request.body).toMatchObject({ beside: '延期申请', rounds: [{ data: { until: '2025-03-31' } }] });
});

test('what was overdue is no longer so by the new deadline, in the list and the overview too', async () => {
  const id = await c.obligation({ dueOn: '2024-12-10' });
  expect((await page(id)).light.colour).toBe('red');
  const overdue = async (): Promise<number> => {
    const [row] = await c.sql<{ planId: string }>('SELECT plan_id AS "planId" FROM obligation WHERE id = $1', [id]);
    const client = await c.as('sifa-shenhe');
    return (await client.get(`/plans/${row?.planId}/overview`).expect(200)).body.totals.overdue;
  };
  const before = await overdue();
  await agreed((await asked(id, '2025-02-28')).instanceId);
  expect((await page(id)).light.colour).toBe('green');
  expect(await overdue()).toBe(before - 1);
  const list = (await (await c.as('gongan')).get('/obligations?dueBefore=2025-03-01').expect(200)).body.items;
  expect(list.find((item: { id: string }) => item.id === id)).toMatchObject({
    dueOn: '2025-02-28',
    originalDueOn: '2024-12-10',
    extensions: 1,
  });
});

test('a second extension keeps the first deadline as the original', async () => {
  const id = await c.obligation({ dueOn: '2024-12-31' });
  await agreed((await asked(id, '2025-01-31')).instanceId);
  await agreed((await asked(id, '2025-02-28')).instanceId);
  const { dueOn, originalDueOn, extensions, pastExtensions } = await page(id);
  expect({ dueOn, originalDueOn, extensions }).toEqual({
    dueOn: '2025-02-28',
    originalDueOn: '2024-12-31',
    extensions: 2,
  });
  expect(pastExtensions.map((each: { from: string; to: string }) => [each.from, each.to])).toEqual([
    ['2024-12-31', '2025-01-31'],
    ['2025-01-31', '2025-02-28'],
  ]);
});

test('a request that is returned or refused changes nothing', async () => {
  const id = await c.obligation({ dueOn: '2024-12-31' });
  const { instanceId } = await asked(id, '2025-12-31');
  await play.act('sifa-shenhe', instanceId, 'review', 'return');
  expect(await play.active(instanceId)).toEqual(['draft']);
  expect(await page(id)).toMatchObject({ dueOn: '2024-12-31', status: 'pending' });
  await handIn(await c.taskAt(instanceId, 'draft'), '2025-06-30');
  const desk = await c.as('sifa-shenhe');
  await desk
    .post(`/tasks/${await c.taskAt(instanceId, 'review')}/reject`)
    .send({ reason: '理由不充分，请按期完成。' })
    .expect(200);
  expect(await play.work()).toBe(0);
  expect(await ended(instanceId)).toEqual({ status: 'completed', outcome: 'rejected' });
  expect(await page(id)).toMatchObject({
    dueOn: '2024-12-31',
    originalDueOn: null,
    status: 'pending',
    pastExtensions: [],
    extensionRequest: null,
  });
  expect((await ask(id)).taskId).toEqual(expect.any(String));
});

test('a day that is not later than the deadline and than today is refused when it is handed in', async () => {
  const id = await c.obligation({ dueOn: '2024-12-31' });
  const { taskId } = await ask(id);
  for (const until of ['2024-12-31', '2024-12-25']) {
    const refused = await handIn(taskId, until);
    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({
      code: 'form-incomplete',
      errors: [{ field: 'until', message: '“延期到”应当晚于现在的完成时限（2024-12-31）。' }],
    });
  }
  const late = await c.obligation({ dueOn: '2024-12-10' });
  const other = await ask(late);
  expect((await handIn(other.taskId, '2024-12-20')).body.errors).toEqual([
    { field: 'until', message: '“延期到”应当晚于今天（2024-12-20）。' },
  ]);
  expect((await handIn(other.taskId, '2024-12-21')).status).toBe(200);
});

test('only whoever may start the work may ask, and only while it is open', async () => {
  const id = await c.obligation({ dueOn: '2024-12-31' });
  const ask = async (account: string, obligationId: string) =>
    (await c.as(account)).post(`/obligations/${obligationId}/extension`).send({});
  expect((await ask('gongan-shenhe', id)).body).toMatchObject({ code: 'not-allowed' });
  expect((await ask('sifa-shenhe', id)).status).toBe(403);
  expect((await ask('shuili', id)).status).toBe(404);
  expect((await page(id, 'sifa-shenhe')).offers[1]).toMatchObject({
    verb: 'extend',
    allowed: false,
    code: 'not-allowed',
  });
  await c.sql(`UPDATE obligation SET status = 'closed', closed_at = now() WHERE id = $1`, [id]);
  const closed = await ask('gongan', id);
  expect(closed.status).toBe(409);
  expect(closed.body).toMatchObject({ code: 'obligation-closed', detail: expect.stringContaining('重开') });
  expect((await page(id)).offers[1]).toMatchObject({ verb: 'extend', allowed: false, code: 'obligation-closed' });
});

test('one request runs at a time, also of several that arrive together, and a repeated one gets the same answer', async () => {
  const id = await c.obligation({ dueOn: '2024-12-31' });
  const client = await c.as('gongan');
  const send = (key: string) => client.post(`/obligations/${id}/extension`).set('Idempotency-Key', key).send({});
  const together = await Promise.all([send('a'), send('b'), send('c')]);
  expect(together.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  const first = together.findIndex(({ status }) => status === 201);
  const again = await send('abc'[first]!);
  expect(again.status).toBe(201);
  expect(again.body).toEqual(together[first]!.body);
  const other = together.find(({ status }) => status === 409);
  expect(other?.body).toMatchObject({ code: 'extension-requested', detail: expect.stringContaining('撤销') });
  const { offers, extensionRequest } = await page(id);
  expect(offers[1]).toMatchObject({ verb: 'extend', allowed: false, code: 'extension-requested' });
  expect(extensionRequest).toMatchObject({
    startedBy: '陈警官',
    step: '延期申请',
    taskId: together[first]!.body.taskId,
    submissionId: null,
  });
});

test('the obligation does not follow the request: its status, its own task and its rounds stay its own', async () => {
  const { obligationId, instanceId: own } = await submitted(c, { dueOn: '2024-12-31' });
  const { instanceId, taskId } = await asked(obligationId, '2025-01-31');
  const { status, instanceId: followed, openTaskId } = await page(obligationId);
  expect({ status, followed, openTaskId }).toEqual({ status: 'submitted', followed: own, openTaskId: null });
  expect((await page(obligationId, 'sifa-shenhe')).openTaskId).toBeNull();
  expect((await page(obligationId, 'sifa-jingban')).openTaskId).toBe(await c.taskAt(own, 'submitted'));
  const task = (await (await c.as('gongan')).get(`/tasks/${taskId}`).expect(200)).body;
  expect(task).toMatchObject({ beside: '延期申请', definition: { key: 'extension' }, form: { title: '延期申请' } });
  const list = (await (await c.as('gongan')).get(`/submissions?obligationId=${obligationId}`).expect(200)).body.items;
  expect(list.map((each: { instanceId: string; beside: string | null }) => [each.instanceId, each.beside])).toEqual(
    expect.arrayContaining([
      [own, null],
      [instanceId, '延期申请'],
    ]),
  );
});

test('a request that is decided after the obligation is closed changes nothing, and its record says so', async () => {
  const id = await c.obligation({ dueOn: '2024-12-31' });
  const { instanceId } = await asked(id, '2025-01-31');
  await c.sql(`UPDATE obligation SET status = 'closed', closed_at = $2 WHERE id = $1`, [id, c.clock.date()]);
  await agreed(instanceId);
  expect(await ended(instanceId)).toEqual({ status: 'completed', outcome: 'unchanged' });
  expect(await lastLines(instanceId)).toContain('承办事项此前已经办结，完成时限没有改变');
  expect(await page(id)).toMatchObject({ dueOn: '2024-12-31', originalDueOn: null, pastExtensions: [] });
  expect(await play.isSound(instanceId)).toBe(true);
});

test('the work of moving the deadline done twice moves it once', async () => {
  const id = await c.obligation({ dueOn: '2024-12-31' });
  const { instanceId } = await asked(id, '2025-01-31');
  await play.act('sifa-shenhe', instanceId, 'review');
  const worked = await Promise.all([play.work(), play.work(), play.work()]);
  expect(worked.reduce((sum, count) => sum + count, 0)).toBe(1);
  await c.sql(`UPDATE job SET status = 'pending', closed_at = NULL WHERE instance_id = $1`, [instanceId]);
  await play.work();
  expect(await page(id)).toMatchObject({ dueOn: '2025-01-31', extensions: 1 });
});

test('a step that cannot be written leaves the deadline where it was, and is tried again', async () => {
  const id = await c.obligation({ dueOn: '2024-12-31' });
  const { instanceId } = await asked(id, '2025-01-31');
  await play.act('sifa-shenhe', instanceId, 'review');
  const set = (format: number) =>
    c.sql(`UPDATE instance SET marking = jsonb_set(marking, '{format}', $2) WHERE id = $1`, [instanceId, format]);
  await set(0);
  expect(await play.work()).toBe(0);
  expect(await page(id)).toMatchObject({ dueOn: '2024-12-31', extensions: 0 });
  await set(2);
  c.clock.advance({ minutes: 1 });
  expect(await play.work()).toBe(1);
  expect(await page(id)).toMatchObject({ dueOn: '2025-01-31', extensions: 1 });
});

test('an extension on record can be neither changed nor deleted', async () => {
  const id = await c.obligation({ dueOn: '2024-12-31' });
  await agreed((await asked(id, '2025-01-31')).instanceId);
  await expect(
    c.sql(`UPDATE obligation_extension SET to_on = '2026-01-31' WHERE obligation_id = $1`, [id]),
  ).rejects.toThrow(/never changed or deleted/);
  await expect(c.sql('DELETE FROM obligation_extension WHERE obligation_id = $1', [id])).rejects.toThrow(
    /never changed or deleted/,
  );
});

test('a decided request is asked for anew, not reopened', async () => {
  const id = await c.obligation({ dueOn: '2024-12-31' });
  const { instanceId } = await asked(id, '2025-01-31');
  await agreed(instanceId);
  const desk = await c.as('sifa-shenhe');
  const refused = await desk.post(`/instances/${instanceId}/reopen`).send({ reason: '再办一次。' }).expect(422);
  expect(refused.body.code).toBe('request-not-reopened');
  const { offers } = (await desk.get(`/instances/${instanceId}`).expect(200)).body;
  expect(offers.map(({ verb }: { verb: string }) => verb)).not.toContain('reopen');
});

test('another flow may be bound for requests, and a flow bound to the measure for its own work is not taken for one', async () => {
  const id = await c.obligation({ unitId: 'shuiliju', dueOn: '2024-12-31' });
  const bind = (kind: string | null, key: string) =>
    c.sql(`INSERT INTO binding VALUES ('taishan', gen_random_uuid(), NULL, NULL, $1, 'shuiliju', $2)`, [kind, key]);
  await bind(null, 'filing');
  const keyOf = async (instanceId: string): Promise<string | undefined> => {
    const rows = await c.sql<{ key: string }>(
      `SELECT v.key FROM instance i JOIN definition_version v ON v.id = i.definition_version_id WHERE i.id = $1`,
      [instanceId],
    );
    return rows[0]?.key;
  };
  const first = await ask(id, 'shuili');
  expect(await keyOf(first.instanceId)).toBe('extension');
  await bind('extension', 'bureau-own');
  const other = await c.obligation({ unitId: 'shuiliju', dueOn: '2024-12-31' });
  expect(await keyOf((await ask(other, 'shuili')).instanceId)).toBe('bureau-own');
  await c.sql(`DELETE FROM binding WHERE unit_id = 'shuiliju' OR kind = 'extension'`);
  const refused = await (await c.as('shuili')).post(`/obligations/${other}/extension`).send({});
  expect(refused.body).toMatchObject({ code: 'no-flow-bound', title: '延期申请还没有可用的流程' });
});
