import type { Handler } from '../../../apps/api/src/jobs/handlers/handler.js';
import { HANDLERS, Hopeless } from '../../../apps/api/src/jobs/handlers/handler.js';
import { RunDueJobsUseCase } from '../../../apps/api/src/jobs/run-due-jobs.use-case.js';
import { DeliverDueUseCase } from '../../../apps/api/src/outbox/deliver-due.use-case.js';
import { FireDueUseCase } from '../../../apps/api/src/timers/fire-due.use-case.js';
import { VerifyInstanceUseCase } from '../../../apps/api/src/instances/verify-instance.use-case.js';
import { TENANT } from '../../support/world.js';
import { city, type City, type Started } from './city.js';
import {
  legalReview,
  WITH_CALL,
  WITH_CYCLE,
  WITH_MESSAGE,
  WITH_POOLS,
  WITH_SIGNAL,
  WITH_TURNS,
  withJob,
  withSeats,
} from './outside-drawings.js';
import { WITH_INCIDENT } from './drawings.js';

let c: City;
beforeAll(async () => {
  c = await city();
});
afterAll(() => c?.close());

async function publish(key: string, xml: string): Promise<void> {
  const admin = await c.as('admin');
  const known = await admin.get(`/definitions/${key}/versions`);
  if (known.status === 404) await admin.post('/definitions').send({ key, name: key, xml }).expect(201);
  const basedOn = known.status === 404 ? 0 : known.body.items.length;
  await admin.post(`/definitions/${key}/versions`).send({ xml, note: '测试', basedOn }).expect(201);
}

/** Opens an instance of a published flow in one unit and hands in its draft. */
async function run(key: string, content = '已完成'): Promise<Started> {
  await c.sql(`DELETE FROM binding WHERE unit_id = 'dajiang'`);
  const bound = `INSERT INTO binding VALUES ('taishan', gen_random_uuid(), NULL, NULL, 'stageResult', 'dajiang', $1)`;
  await c.sql(bound, [key]);
  const started = await c.started({ unitId: 'dajiang', by: 'dajiang' });
  const unit = await c.as('dajiang');
  await unit.post(`/tasks/${started.taskId}/submit`).send({ data: { content }, evidenceIds: [] }).expect(200);
  return started;
}

const work = (): Promise<number> => c.app.get(RunDueJobsUseCase, { strict: false }).execute();
const deliver = (): Promise<number> => c.app.get(DeliverDueUseCase, { strict: false }).execute();
const fireDue = (): Promise<number> => c.app.get(FireDueUseCase, { strict: false }).execute(c.clock.now());

const active = async (instanceId: string): Promise<string[]> =>
  (
    await c.sql<{ active: string[] }>(`SELECT marking->'active' AS active FROM instance WHERE id = $1`, [instanceId])
  )[0]!.active;

const openTasks = (instanceId: string, nodeId: string) =>
  c.sql<{ id: string }>(
    `SELECT id FROM task WHERE instance_id = $1 AND node_id = $2 AND status = 'open' ORDER BY token`,
    [instanceId, nodeId],
  );

async function approve(account: string, instanceId: string, nodeId: string): Promise<void> {
  const client = await c.as(account);
  await client
    .post(`/tasks/${await c.taskAt(instanceId, nodeId)}/approve`)
    .send({})
    .expect(200);
}

const sound = async (instanceId: string): Promise<void> =>
  expect(await c.app.get(VerifyInstanceUseCase, { strict: false }).execute(TENANT, instanceId)).toEqual({
    sound: true,
  });

/** Puts a handler of a test in the place of the server's own for as long as the test runs. */
async function withHandler(run: Handler['run'], test: () => Promise<void>): Promise<void> {
  const runner = c.app.get(RunDueJobsUseCase, { strict: false }) as unknown as { handlers: Map<string, Handler> };
  const { handlers } = runner;
  const own = handlers.get('notify')!;
  handlers.set('notify', { ...own, run });
  try {
    await test();
  } finally {
    handlers.set('notify', own);
  }
}

describe('service tasks', () => {
  beforeAll(async () => {
    await publish('with-job', withJob('notify'));
  });

  test('a handler does its work once, and the flow goes on', async () => {
    const { instanceId } = await run('with-job', '月报');
    expect(await active(instanceId)).toEqual(['tell']);
    const worked = await Promise.all([work(), work(), work()]);
    expect(worked.reduce((sum, count) => sum + count, 0)).toBe(1);
    expect(await active(instanceId)).toEqual(['after']);
    const told = await c.sql(`SELECT title FROM notification WHERE instance_id = $1 AND kind = 'flow.notify'`, [
      instanceId,
    ]);
    expect(told).toEqual([{ title: '已收到：月报' }]);
    await sound(instanceId);
  });

  test('a BPMN error of a handler takes the way that is drawn for it', async () => {
    const { instanceId } = await run('with-job');
    await withHandler(
      async () => ({ kind: 'error', code: 'REFUSED' }),
      async () => void (await work()),
    );
    expect(await active(instanceId)).toEqual(['desk']);
    await sound(instanceId);
  });

  test('a handler that fails is tried again later and later, then rests as an incident that an administrator resolves', async () => {
    const { instanceId } = await run('with-job');
    let tries = 0;
    const failing = async (): Promise<never> => {
      tries++;
      throw new Error('网关没有应答');
    };
    await withHandler(failing, async () => {
      await work();
      expect(await active(instanceId)).toEqual(['tell']);
      expect(await work()).toBe(0);
      for (const minutes of [1, 5, 30, 120]) {
        c.clock.advance({ minutes });
        await work();
      }
    });
    expect(tries).toBe(5);
    const admin = await c.as('admin');
    const list = (await admin.get('/instances/incidents').expect(200)).body.items;
    const found = list.find((item: { instanceId: string }) => item.instanceId === instanceId);
    expect(found).toMatchObject({
      unitName: '大江镇',
      incidents: [{ nodeName: '告知责任单位', code: 'job-failed', message: '“告知责任单位”没有办成：网关没有应答。' }],
    });
    await withHandler(
      async () => ({ kind: 'done', variables: {} }),
      async () => {
        const retry = { nodeId: 'tell', token: found.incidents[0].token };
        const stale = await admin.post(`/instances/${instanceId}/retry`).set('If-Match', '"1"').send(retry).expect(409);
        expect(stale.body.code).toBe('stale');
        const retried = await admin
          .post(`/instances/${instanceId}/retry`)
          .set('If-Match', `"${found.revision}"`)
          .send(retry)
          .expect(200);
        expect(retried.body).toEqual({ revision: found.revision + 1, status: 'running' });
        expect(await work()).toBe(1);
      },
    );
    expect(await active(instanceId)).toEqual(['after']);
    await sound(instanceId);
  });

  test('a failure that no second try can mend is an incident at once', async () => {
    const { instanceId } = await run('with-job');
    await withHandler(
      async () => {
        throw new Hopeless('没有收件人');
      },
      async () => void (await work()),
    );
    const [row] = await c.sql<{ status: string }>('SELECT status FROM instance WHERE id = $1', [instanceId]);
    expect(row).toEqual({ status: 'incident' });
  });

  test('a handler that never answers holds nothing else up', async () => {
    const { instanceId } = await run('with-job');
    const runner = c.app.get(RunDueJobsUseCase, { strict: false }) as unknown as { timeLimitMs: number };
    const usual = runner.timeLimitMs;
    runner.timeLimitMs = 20;
    await withHandler(
      () => new Promise<never>(() => undefined),
      async () => expect(await work()).toBe(0),
    );
    runner.timeLimitMs = usual;
    const kept = await c.sql('SELECT status, last_error FROM job WHERE instance_id = $1', [instanceId]);
    expect(kept).toEqual([{ status: 'pending', last_error: '没有在规定的时间内办完' }]);
    c.clock.advance({ minutes: 1 });
    expect(await work()).toBe(1);
  });

  test('a fault of a handler’s program is told to people as one', async () => {
    const { instanceId } = await run('with-job');
    await withHandler(
      async () => {
        throw new Hopeless('connect ECONNREFUSED');
      },
      async () => void (await work()),
    );
    const view = await (await c.as('dajiang')).get(`/instances/${instanceId}`).expect(200);
    expect(view.body.history.at(-1).text).toBe(
      '“告知责任单位”没有办成：处理程序出错，请把这段话交给系统维护人员：connect ECONNREFUSED。',
    );
  });

  test('what is not in the list of handlers is not published', async () => {
    const admin = await c.as('admin');
    const xml = withJob('rm -rf');
    await admin.post('/definitions').send({ key: 'strange', name: 'strange', xml }).expect(201);
    const refused = await admin
      .post('/definitions/strange/versions')
      .send({ xml, note: '测试', basedOn: 0 })
      .expect(422);
    expect(refused.body.findings).toContainEqual(
      expect.objectContaining({ code: 'handler-unknown', severity: 'error' }),
    );
  });

  test('an answer from which the flow would never come to rest is a failure that is seen, not an end in silence', async () => {
    await publish('with-turns', WITH_TURNS);
    const { instanceId } = await run('with-turns');
    const turning = { kind: 'done', variables: { form: { content: '已完成', turn: true } } } as const;
    await withHandler(
      async () => turning,
      async () => void (await work()),
    );
    const view = await (await c.as('dajiang')).get(`/instances/${instanceId}`).expect(200);
    expect(view.body.status).toBe('incident');
    expect(view.body.history.at(-1).text).toContain('停不下来');
    await (await c.as('admin')).post(`/instances/${instanceId}/retry`).send({ nodeId: 'tell' }).expect(200);
    await work();
    expect(await active(instanceId)).toEqual(['desk']);
    await sound(instanceId);
  });

  test('work for a handler that the server has no more rests as an incident', async () => {
    const { instanceId } = await run('with-job');
    await c.sql(`UPDATE job SET handler = 'gone' WHERE instance_id = $1`, [instanceId]);
    await work();
    const view = await (await c.as('dajiang')).get(`/instances/${instanceId}`).expect(200);
    expect(view.body.status).toBe('incident');
    expect(view.body.history.at(-1).text).toContain('服务器没有名为“gone”的处理程序');
  });

  test('work whose process died is taken up by another when its lease is over', async () => {
    const { instanceId } = await run('with-job');
    let begun = 0;
    await withHandler(
      async () => {
        begun++;
        // the first process is killed in the middle: its answer never comes
        if (begun === 1) return new Promise<never>(() => undefined);
        return { kind: 'done', variables: {} };
      },
      async () => {
        // it runs into its time limit long after this test
        void work().catch(() => undefined);
        while (begun === 0) await new Promise((resolve) => setImmediate(resolve));
        expect(await work()).toBe(0);
        c.clock.advance({ minutes: 3 });
        expect(await work()).toBe(1);
      },
    );
    expect(await active(instanceId)).toEqual(['after']);
    await sound(instanceId);
  });

  test('an answer that cannot be written keeps nothing else back, and is tried again', async () => {
    const [stuck, other] = [await run('with-job'), await run('with-job')];
    const set = (format: number) =>
      c.sql(`UPDATE instance SET marking = jsonb_set(marking, '{format}', $2) WHERE id = $1`, [
        stuck.instanceId,
        format,
      ]);
    await set(0);
    expect(await work()).toBe(1);
    expect(await active(other.instanceId)).toEqual(['after']);
    await set(2);
    c.clock.advance({ minutes: 1 });
    expect(await work()).toBe(1);
    expect(await active(stuck.instanceId)).toEqual(['after']);
  });

  test('the answer of work that is no longer wanted is dropped', async () => {
    const { instanceId } = await run('with-job');
    await withHandler(
      async () => {
        await c.sql(`UPDATE job SET status = 'cancelled' WHERE instance_id = $1`, [instanceId]);
        return { kind: 'done', variables: {} };
      },
      async () => void (await work()),
    );
    expect(await active(instanceId)).toEqual(['tell']);
  });

  test('the list of handlers says what each reads', async () => {
    const handlers = (await (await c.as('admin')).get('/handlers').expect(200)).body;
    expect(handlers).toEqual([expect.objectContaining({ name: 'notify', title: '发送站内消息' })]);
    expect(c.app.get(HANDLERS, { strict: false })).toHaveLength(1);
  });
});

describe('incidents', () => {
  test('are mended with what was missing, by flow administrators only', async () => {
    await publish('with-incident', WITH_INCIDENT);
    const { instanceId } = await run('with-incident');
    const retry = { nodeId: 'which', variables: { form: { content: '已完成', score: 80 } } };
    const unit = await c.as('dajiang');
    expect((await unit.post(`/instances/${instanceId}/retry`).send(retry).expect(403)).body.code).toBe('not-allowed');
    await (await c.as('shuili')).post(`/instances/${instanceId}/retry`).send(retry).expect(404);
    const admin = await c.as('admin');
    expect((await admin.post(`/instances/${instanceId}/retry`).send({ nodeId: 'review' }).expect(409)).body.code).toBe(
      'not-active',
    );
    const again = await admin.post(`/instances/${instanceId}/retry`).send({ nodeId: 'which' }).expect(200);
    expect(again.body.status).toBe('incident');
    const mended = await admin.post(`/instances/${instanceId}/retry`).send(retry).expect(200);
    expect(mended.body.status).toBe('running');
    expect(await active(instanceId)).toEqual(['review']);
    const view = await unit.get(`/instances/${instanceId}`).expect(200);
    expect(view.body.history.at(-1)).toMatchObject({
      verbName: '重试',
      actor: { name: '系统管理员' },
      nodeName: '是否达标',
    });
    await sound(instanceId);
  });

  test('of other units are in nobody else’s list', async () => {
    await run('with-incident');
    const units = async (account: string): Promise<Set<string>> =>
      new Set(
        (await (await c.as(account)).get('/instances/incidents').expect(200)).body.items.map(
          (item: { unitName: string }) => item.unitName,
        ),
      );
    expect(await units('shuili')).toEqual(new Set());
    expect(await units('dajiang')).toEqual(new Set(['大江镇']));
    const page = (await (await c.as('admin')).get('/instances/incidents?limit=1').expect(200)).body;
    const next = (await (await c.as('admin')).get(`/instances/incidents?limit=1&cursor=${page.nextCursor}`).expect(200))
      .body;
    expect(next.items[0].instanceId < page.items[0].instanceId).toBe(true);
  });
});

describe('messages and signals', () => {
  test('a message goes to the one flow that waits for its key, and brings what it carries', async () => {
    await publish('with-message', WITH_MESSAGE);
    const mine = await run('with-message', '复议1号');
    const other = await run('with-message', '复议2号');
    const admin = await c.as('admin');
    const message = { name: '行政复议决定', key: '复议1号', variables: { result: '维持' } };
    await (await c.as('dajiang')).post('/flow-messages/messages').send(message).expect(403);
    await admin.post('/flow-messages/messages').send(message).expect(202);
    await Promise.all([deliver(), deliver()]);
    expect([await active(mine.instanceId), await active(other.instanceId)]).toEqual([['desk'], ['wait']]);
    const [row] = await c.sql<{ decision: string }>(
      `SELECT marking->'variables'->>'decision' AS decision FROM instance WHERE id = $1`,
      [mine.instanceId],
    );
    expect(row).toEqual({ decision: '维持' });
    expect(await c.sql('SELECT 1 FROM wait WHERE instance_id = $1', [mine.instanceId])).toEqual([]);
    await sound(mine.instanceId);
  });

  test('a message that comes too early waits for its flow', async () => {
    const admin = await c.as('admin');
    await admin.post('/flow-messages/messages').send({ name: '行政复议决定', key: '复议3号' }).expect(202);
    await deliver();
    const { instanceId } = await run('with-message', '复议3号');
    expect(await active(instanceId)).toEqual(['wait']);
    c.clock.advance({ hours: 1 });
    await deliver();
    expect(await active(instanceId)).toEqual(['desk']);
  });

  test('a signal reaches every flow that waits for it', async () => {
    await publish('with-signal', WITH_SIGNAL);
    const instances = [await run('with-signal'), await run('with-signal'), await run('with-signal')];
    await (await c.as('admin')).post('/flow-messages/signals').send({ name: '专项检查启动' }).expect(202);
    while ((await deliver()) > 0);
    for (const { instanceId } of instances) {
      expect(await active(instanceId)).toEqual(['desk']);
      await sound(instanceId);
    }
  });

  test('a message that its flow cannot take is kept until it can', async () => {
    const { instanceId } = await run('with-message', '复议4号');
    // as if the place were another one than the flow's
    await c.sql('UPDATE wait SET token = token + 100 WHERE instance_id = $1', [instanceId]);
    await (
      await c.as('admin')
    )
      .post('/flow-messages/messages')
      .send({ name: '行政复议决定', key: '复议4号' })
      .expect(202);
    await deliver();
    const kept = await c.sql<{ last_error: string }>(
      `UPDATE outbox SET attempts = 5000 WHERE payload->>'key' = '复议4号' AND delivered_at IS NULL RETURNING last_error`,
    );
    expect(kept).toEqual([[{ last_error: '这个流程现在没有在等“行政复议决定”。' }], 1]);
    c.clock.advance({ minutes: 5 });
    // tried for months
    await deliver();
    await c.sql('UPDATE wait SET token = token - 100 WHERE instance_id = $1', [instanceId]);
    c.clock.advance({ hours: 1 });
    await deliver();
    expect(await active(instanceId)).toEqual(['desk']);
  });

  test('who begins to wait after a signal was given does not hear it, however late it is told', async () => {
    const before = await run('with-signal');
    await (await c.as('admin')).post('/flow-messages/signals').send({ name: '专项检查启动' }).expect(202);
    c.clock.advance({ minutes: 1 });
    const after = await run('with-signal');
    while ((await deliver()) > 0);
    expect([await active(before.instanceId), await active(after.instanceId)]).toEqual([['desk'], ['wait']]);
  });

  test('pools of one drawing talk: a message starts the other process, whose answer comes back to the same obligation', async () => {
    await publish('with-pools', WITH_POOLS);
    const [mine, other] = [await run('with-pools'), await run('with-pools')];
    while ((await deliver()) > 0);
    const beside = await c.sql<{ id: string; obligation_id: string }>(
      `SELECT id, obligation_id FROM instance WHERE NOT main AND obligation_id IN ($1, $2)`,
      [mine.obligationId, other.obligationId],
    );
    expect(beside.map((row) => row.obligation_id).sort()).toEqual([mine.obligationId, other.obligationId].sort());
    const office = beside.find((row) => row.obligation_id === mine.obligationId)!.id;
    await approve('sifa-shenhe', office, 'opinion');
    while ((await deliver()) > 0);
    expect([await active(mine.instanceId), await active(other.instanceId)]).toEqual([['desk'], ['wait']]);
    const [obligation] = await c.sql<{ status: string; instance_id: string }>(
      'SELECT status, instance_id FROM obligation WHERE id = $1',
      [mine.obligationId],
    );
    expect(obligation).toEqual({ status: 'submitted', instance_id: mine.instanceId });
    await sound(office);
    await sound(mine.instanceId);
  });
});

describe('several tokens at one node', () => {
  test('three seats have three tasks; two approvals are enough and close the third', async () => {
    await publish('with-seats', withSeats(false));
    const { instanceId } = await run('with-seats');
    const seats = await openTasks(instanceId, 'seat');
    expect(seats).toHaveLength(3);
    const desk = await c.as('sifa-jingban');
    await desk.post(`/tasks/${seats[2]!.id}/approve`).send({}).expect(200);
    expect(await openTasks(instanceId, 'seat')).toEqual(seats.slice(0, 2));
    await desk.post(`/tasks/${seats[0]!.id}/approve`).send({}).expect(200);
    expect(await openTasks(instanceId, 'seat')).toEqual([]);
    expect(await active(instanceId)).toEqual(['after']);
    expect((await desk.post(`/tasks/${seats[1]!.id}/approve`).send({}).expect(409)).body.code).toBe('task-closed');
    await sound(instanceId);
  });

  test('seats one after the other have one task at a time', async () => {
    await publish('with-seats', withSeats(true));
    const { instanceId } = await run('with-seats');
    for (const _ of [1, 2]) {
      const [seat, ...more] = await openTasks(instanceId, 'seat');
      expect(more).toEqual([]);
      await (await c.as('sifa-jingban')).post(`/tasks/${seat!.id}/approve`).send({}).expect(200);
    }
    expect(await active(instanceId)).toEqual(['after']);
    await sound(instanceId);
  });
});

describe('moments that come again', () => {
  test('a timer that its flow cannot take waits until it can', async () => {
    await publish('with-cycle', WITH_CYCLE);
    const { instanceId } = await run('with-cycle');
    const set = (format: number) =>
      c.sql(`UPDATE instance SET marking = jsonb_set(marking, '{format}', $2) WHERE id = $1`, [instanceId, format]);
    await set(0);
    // for months
    await c.sql('UPDATE timer SET attempts = 5000 WHERE instance_id = $1', [instanceId]);
    c.clock.advance({ days: 1 });
    expect(await fireDue()).toBe(0);
    const kept = await c.sql('SELECT status, last_error FROM timer WHERE instance_id = $1', [instanceId]);
    expect(kept).toEqual([{ status: 'pending', last_error: '流程实例的运行位置与流程图对不上，没有执行。' }]);
    await set(2);
    c.clock.advance({ hours: 1 });
    expect(await fireDue()).toBe(1);
    expect(await openTasks(instanceId, 'remind')).toHaveLength(1);
    await approve('sifa-jingban', instanceId, 'desk');
  });

  test('each comes once, and after a pause the late ones come in their order', async () => {
    await publish('with-cycle', WITH_CYCLE);
    const { instanceId } = await run('with-cycle');
    const due = async () =>
      (
        await c.sql<{ due_at: Date }>(`SELECT due_at FROM timer WHERE instance_id = $1 ORDER BY due_at`, [instanceId])
      ).map((row) => row.due_at.getTime());
    const [first] = await due();
    c.clock.advance({ days: 1 });
    expect((await Promise.all([fireDue(), fireDue(), fireDue()])).reduce((a, b) => a + b, 0)).toBe(1);
    expect(await openTasks(instanceId, 'remind')).toHaveLength(1);
    // the server was down for weeks
    c.clock.advance({ days: 20 });
    let fired = 0;
    for (let round = 0; round < 4; round++)
      fired += (await Promise.all([fireDue(), fireDue()])).reduce((a, b) => a + b, 0);
    expect(fired).toBe(2);
    const day = 86_400_000;
    expect(await due()).toEqual([first!, first! + day, first! + 2 * day]);
    expect(await openTasks(instanceId, 'remind')).toHaveLength(3);
    await approve('sifa-jingban', instanceId, 'desk');
    expect(await active(instanceId)).toEqual(['remind']);
    await sound(instanceId);
  });
});

describe('called flows', () => {
  test('a call is bound to what is published now; a later version changes nothing that runs', async () => {
    const admin = await c.as('admin');
    await admin.post('/definitions').send({ key: 'with-call', name: 'with-call', xml: WITH_CALL }).expect(201);
    const refused = await admin
      .post('/definitions/with-call/versions')
      .send({ xml: WITH_CALL, note: '测试', basedOn: 0 })
      .expect(422);
    expect(refused.body.findings).toContainEqual(
      expect.objectContaining({ code: 'called-flow-unknown', severity: 'error' }),
    );
    await publish('legal-review', legalReview('lawyer'));
    await publish('with-call', WITH_CALL);
    const { instanceId } = await run('with-call');
    await publish('legal-review', legalReview('lawyer', 'chief'));
    expect(await active(instanceId)).toEqual(['legal-review/lawyer']);
    await approve('sifa-jingban', instanceId, 'legal-review/lawyer');
    expect(await active(instanceId)).toEqual(['after']);
    await sound(instanceId);
  });
});
