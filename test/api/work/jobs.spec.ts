import type { Handler } from '../../../apps/api/src/jobs/handlers/handler.js';
import { HANDLERS, Hopeless } from '../../../apps/api/src/jobs/handlers/handler.js';
import { RunDueJobsUseCase } from '../../../apps/api/src/jobs/run-due-jobs.use-case.js';
import { WITH_TURNS, withJob } from './outside-drawings.js';
import { city, type City } from './city.js';
import { player, type Player } from './player.js';

let c: City;
let play: Player;
beforeAll(async () => {
  c = await city();
  play = player(c);
});
afterAll(() => c?.close());

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

beforeAll(async () => {
  await play.publish('with-job', withJob('notify'));
});

test('a handler does its work once, and the flow goes on', async () => {
  const { instanceId } = await play.run('with-job', '月报');
  expect(await play.active(instanceId)).toEqual(['tell']);
  const worked = await Promise.all([play.work(), play.work(), play.work()]);
  expect(worked.reduce((sum, count) => sum + count, 0)).toBe(1);
  expect(await play.active(instanceId)).toEqual(['after']);
  const told = await c.sql(`SELECT title FROM notification WHERE instance_id = $1 AND kind = 'flow.notify'`, [
    instanceId,
  ]);
  expect(told).toEqual([{ title: '已收到：月报' }]);
  expect(await play.isSound(instanceId)).toBe(true);
});

test('a BPMN error of a handler takes the way that is drawn for it', async () => {
  const { instanceId } = await play.run('with-job');
  await withHandler(
    async () => ({ kind: 'error', code: 'REFUSED' }),
    async () => void (await play.work()),
  );
  expect(await play.active(instanceId)).toEqual(['desk']);
  expect(await play.isSound(instanceId)).toBe(true);
});

test('a handler that fails is tried again later and later, then rests as an incident that an administrator resolves', async () => {
  const { instanceId } = await play.run('with-job');
  let tries = 0;
  const failing = async (): Promise<never> => {
    tries++;
    throw new Error('网关没有应答');
  };
  await withHandler(failing, async () => {
    await play.work();
    expect(await play.active(instanceId)).toEqual(['tell']);
    expect(await play.work()).toBe(0);
    for (const minutes of [1, 5, 30, 120]) {
      c.clock.advance({ minutes });
      await play.work();
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
      expect(await play.work()).toBe(1);
    },
  );
  expect(await play.active(instanceId)).toEqual(['after']);
  expect(await play.isSound(instanceId)).toBe(true);
});

test('a failure that no second try can mend is an incident at once', async () => {
  const { instanceId } = await play.run('with-job');
  await withHandler(
    async () => {
      throw new Hopeless('没有收件人');
    },
    async () => void (await play.work()),
  );
  const [row] = await c.sql<{ status: string }>('SELECT status FROM instance WHERE id = $1', [instanceId]);
  expect(row).toEqual({ status: 'incident' });
});

test('a handler that never answers holds nothing else up', async () => {
  const { instanceId } = await play.run('with-job');
  const runner = c.app.get(RunDueJobsUseCase, { strict: false }) as unknown as { timeLimitMs: number };
  const usual = runner.timeLimitMs;
  runner.timeLimitMs = 20;
  await withHandler(
    () => new Promise<never>(() => undefined),
    async () => expect(await play.work()).toBe(0),
  );
  runner.timeLimitMs = usual;
  const kept = await c.sql('SELECT status, last_error FROM job WHERE instance_id = $1', [instanceId]);
  expect(kept).toEqual([{ status: 'pending', last_error: '没有在规定的时间内办完' }]);
  c.clock.advance({ minutes: 1 });
  expect(await play.work()).toBe(1);
});

test('a fault of a handler’s program is told to people as one', async () => {
  const { instanceId } = await play.run('with-job');
  await withHandler(
    async () => {
      throw new Hopeless('connect ECONNREFUSED');
    },
    async () => void (await play.work()),
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
  const refused = await admin.post('/definitions/strange/versions').send({ xml, note: '测试', basedOn: 0 }).expect(422);
  expect(refused.body.findings).toContainEqual(expect.objectContaining({ code: 'handler-unknown', severity: 'error' }));
});

test('an answer from which the flow would never come to rest is a failure that is seen, not an end in silence', async () => {
  await play.publish('with-turns', WITH_TURNS);
  const { instanceId } = await play.run('with-turns');
  const turning = { kind: 'done', variables: { form: { content: '已完成', turn: true } } } as const;
  await withHandler(
    async () => turning,
    async () => void (await play.work()),
  );
  const view = await (await c.as('dajiang')).get(`/instances/${instanceId}`).expect(200);
  expect(view.body.status).toBe('incident');
  expect(view.body.history.at(-1).text).toContain('停不下来');
  await (await c.as('admin')).post(`/instances/${instanceId}/retry`).send({ nodeId: 'tell' }).expect(200);
  await play.work();
  expect(await play.active(instanceId)).toEqual(['desk']);
  expect(await play.isSound(instanceId)).toBe(true);
});

test('work for a handler that the server has no more rests as an incident', async () => {
  const { instanceId } = await play.run('with-job');
  await c.sql(`UPDATE job SET handler = 'gone' WHERE instance_id = $1`, [instanceId]);
  await play.work();
  const view = await (await c.as('dajiang')).get(`/instances/${instanceId}`).expect(200);
  expect(view.body.status).toBe('incident');
  expect(view.body.history.at(-1).text).toContain('服务器没有名为“gone”的处理程序');
});

test('work whose process died is taken up by another when its lease is over', async () => {
  const { instanceId } = await play.run('with-job');
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
      void play.work().catch(() => undefined);
      while (begun === 0) await new Promise((resolve) => setImmediate(resolve));
      expect(await play.work()).toBe(0);
      c.clock.advance({ minutes: 3 });
      expect(await play.work()).toBe(1);
    },
  );
  expect(await play.active(instanceId)).toEqual(['after']);
  expect(await play.isSound(instanceId)).toBe(true);
});

test('an answer that cannot be written keeps nothing else back, and is tried again', async () => {
  const [stuck, other] = [await play.run('with-job'), await play.run('with-job')];
  const set = (format: number) =>
    c.sql(`UPDATE instance SET marking = jsonb_set(marking, '{format}', $2) WHERE id = $1`, [stuck.instanceId, format]);
  await set(0);
  expect(await play.work()).toBe(1);
  expect(await play.active(other.instanceId)).toEqual(['after']);
  await set(2);
  c.clock.advance({ minutes: 1 });
  expect(await play.work()).toBe(1);
  expect(await play.active(stuck.instanceId)).toEqual(['after']);
});

test('the answer of work that is no longer wanted is dropped', async () => {
  const { instanceId } = await play.run('with-job');
  await withHandler(
    async () => {
      await c.sql(`UPDATE job SET status = 'cancelled' WHERE instance_id = $1`, [instanceId]);
      return { kind: 'done', variables: {} };
    },
    async () => void (await play.work()),
  );
  expect(await play.active(instanceId)).toEqual(['tell']);
});

test('the list of handlers says what each reads', async () => {
  const handlers = (await (await c.as('admin')).get('/handlers').expect(200)).body;
  expect(handlers).toEqual([
    expect.objectContaining({ name: 'extendDeadline', title: '调整完成时限', needs: ['to'] }),
    expect.objectContaining({ name: 'notify', title: '发送站内消息', needs: ['title'] }),
  ]);
  expect(c.app.get(HANDLERS, { strict: false })).toHaveLength(2);
});
