import { city, type City } from './city.js';
import { player, type Player } from './player.js';
import { everyWay, plain, timed } from './unattended-drawings.js';
import { starts, type Started, type Starts } from './unattended-starts.js';

let c: City;
let p: Player;
let s: Starts;
beforeAll(async () => {
  c = await city();
  p = player(c);
  s = starts(c, p);
});
beforeEach(() => c.clock.set('2024-11-01T01:00:00Z'));
afterEach(() => s.end());
afterAll(() => c?.close());

describe('a flow that begins on a date', () => {
  test('begins by itself for every obligation bound to it, once, and for no other', async () => {
    await s.publishAndBind('on-date', timed('on-date', 'timeDate:2024-11-18'), 'dajiang', 'shuiliju');
    const [one, two, three] = [
      await c.obligation({ unitId: 'dajiang' }),
      await c.obligation({ unitId: 'dajiang' }),
      await c.obligation({ unitId: 'shuiliju' }),
    ];
    const others = [
      await c.obligation({ unitId: 'gonganju' }),
      await c.obligation({ unitId: 'dajiang', kind: 'filing' }),
    ];
    expect(await s.at('2024-11-17T15:59:59Z')).toBe(0);
    expect(await s.at('2024-11-17T16:00:00Z')).toBe(1);
    for (const obligationId of [one, two, three]) {
      const [instance, ...more] = await s.instancesOf(obligationId);
      expect([instance, more]).toMatchObject([{ main: true, startedBy: null, key: 'on-date' }, []]);
      expect(await p.active(instance!.id)).toEqual(['draft']);
      expect(await p.isSound(instance!.id)).toBe(true);
    }
    expect(await Promise.all(others.map(s.begun))).toEqual([0, 0]);
    expect([await s.at('2024-11-19T00:00:00Z'), await s.begun(one), await s.schedule('on-date')]).toEqual([0, 1, []]);
  });

  test('says in its history that the clock began it, asks the unit to draft, and goes on as any other', async () => {
    await s.publishAndBind('on-date', timed('on-date', 'timeDate:2024-11-04'), 'dajiang');
    const obligationId = await c.obligation({ unitId: 'dajiang' });
    await s.at('2024-11-04T00:00:00Z');
    const [{ id }] = (await s.instancesOf(obligationId)) as [Started];
    const unit = await c.as('dajiang');
    const page = (await unit.get(`/instances/${id}`).expect(200)).body;
    expect(page.history[0]).toMatchObject({ actor: null, verbName: '定时开始', nodeId: 'on-time', nodeName: '到时间' });
    expect(page.current[0]).toMatchObject({ nodeId: 'draft' });
    const obligation = (await unit.get(`/obligations/${obligationId}`).expect(200)).body;
    expect(obligation).toMatchObject({ instanceId: id, status: 'drafting' });
    const form = { data: { content: '已完成' }, evidenceIds: [] };
    await unit
      .post(`/tasks/${await c.taskAt(id, 'draft')}/submit`)
      .send(form)
      .expect(200);
    await p.act('sifa-jingban', id, 'desk');
    const [ended] = await c.sql<{ status: string }>('SELECT status FROM obligation WHERE id = $1', [obligationId]);
    expect([ended?.status, await p.isSound(id)]).toEqual(['closed', true]);
  });

  test('that had passed when it was published begins at once', async () => {
    await s.publishAndBind('on-date', timed('on-date', 'timeDate:2024-10-01'), 'dajiang');
    const obligationId = await c.obligation({ unitId: 'dajiang' });
    expect([await s.at('2024-11-01T01:00:00Z'), await s.begun(obligationId)]).toEqual([1, 1]);
  });
});

test('a length of time counts from publishing, in working days of the city where it says so', async () => {
  await s.publishAndBind('after-days', timed('after-days', 'timeDuration:2个工作日'), 'dajiang');
  const obligationId = await c.obligation({ unitId: 'dajiang' });
  // published on a Friday: Monday and Tuesday count
  expect(await s.schedule('after-days')).toEqual([{ nodeId: 'on-time', dueAt: new Date('2024-11-05T16:00:00Z') }]);
  await s.at('2024-11-05T15:59:00Z');
  expect(await s.begun(obligationId)).toBe(0);
  await s.at('2024-11-05T16:00:00Z');
  expect(await s.begun(obligationId)).toBe(1);
});

describe('a cycle', () => {
  test('begins each time what has come since, and nothing twice', async () => {
    await s.publishAndBind('daily', timed('daily', 'timeCycle:R3/P1D'), 'dajiang');
    const early = await c.obligation({ unitId: 'dajiang' });
    expect([await s.at('2024-11-02T01:00:00Z'), await s.begun(early)]).toEqual([1, 1]);
    const later = await c.obligation({ unitId: 'dajiang' });
    expect([await s.at('2024-11-02T12:00:00Z'), await s.begun(later)]).toEqual([0, 0]);
    expect([await s.at('2024-11-03T01:00:00Z'), await s.begun(later), await s.begun(early)]).toEqual([1, 1, 1]);
    expect([await s.at('2024-11-04T01:00:00Z'), await s.schedule('daily')]).toEqual([1, []]);
    expect([await s.begun(later), await s.begun(early)]).toEqual([1, 1]);
  });

  test('after downtime begins what it should have begun, once, and keeps its rhythm', async () => {
    await s.publishAndBind('daily', timed('daily', 'timeCycle:R/P1D'), 'dajiang');
    const obligationId = await c.obligation({ unitId: 'dajiang' });
    expect([await s.at('2024-11-20T13:00:00Z'), await s.begun(obligationId)]).toEqual([1, 1]);
    expect(await s.schedule('daily')).toEqual([{ nodeId: 'on-time', dueAt: new Date('2024-11-21T01:00:00Z') }]);
  });

  test('that was over before the server came back begins all the same', async () => {
    await s.publishAndBind('daily', timed('daily', 'timeCycle:R3/P1D'), 'dajiang');
    const obligationId = await c.obligation({ unitId: 'dajiang' });
    expect([await s.at('2025-03-01T00:00:00Z'), await s.begun(obligationId)]).toEqual([1, 1]);
    expect(await s.schedule('daily')).toEqual([]);
  });

  test('tells an obligation again that could not begin the time before', async () => {
    await s.publishAndBind('daily', timed('daily', 'timeCycle:R/P1D'), 'dajiang');
    const obligationId = await c.obligation({ unitId: 'dajiang' });
    c.clock.set('2024-11-02T01:00:00Z');
    await p.beginDue();
    await c.sql(`UPDATE obligation SET status = 'closed' WHERE id = $1`, [obligationId]);
    await p.deliver();
    await c.sql(`UPDATE obligation SET status = 'pending' WHERE id = $1`, [obligationId]);
    await p.deliver();
    expect(await s.begun(obligationId)).toBe(0);
    await s.at('2024-11-03T01:00:00Z');
    expect(await s.begun(obligationId)).toBe(1);
  });
});

test('any number of processes begin each flow once', async () => {
  await s.publishAndBind('crowded', everyWay('crowded', 'timeDate:2024-11-18', 'timeDate:2024-11-18'), 'dajiang');
  const obligations = await Promise.all(Array.from({ length: 8 }, () => c.obligation({ unitId: 'dajiang' })));
  c.clock.set('2024-11-18T00:00:00Z');
  // two starts of the flow are due: each is told by one process
  expect(await p.beginDue(4)).toBe(2);
  await Promise.all([p.deliver(), p.deliver(), p.deliver(), p.beginDue()]);
  await p.deliver();
  expect(await Promise.all(obligations.map(s.begun))).toEqual(obligations.map(() => 1));
  expect(await s.told()).toEqual([]);
});

describe('a new version', () => {
  test('brings its own time, and runs', async () => {
    await s.publishAndBind('moved', timed('moved', 'timeDate:2024-11-18'), 'dajiang');
    await p.publish('moved', timed('moved', 'timeDate:2024-11-25'));
    const obligationId = await c.obligation({ unitId: 'dajiang' });
    expect([await s.at('2024-11-18T00:00:00Z'), await s.begun(obligationId)]).toEqual([0, 0]);
    expect(await s.at('2024-11-25T00:00:00Z')).toBe(1);
    expect(await s.instancesOf(obligationId)).toMatchObject([{ version: 2 }]);
  });

  test('without a time ends the schedule', async () => {
    await s.publishAndBind('ended', timed('ended', 'timeDate:2024-11-18'), 'dajiang');
    await p.publish('ended', plain('ended'));
    const obligationId = await c.obligation({ unitId: 'dajiang' });
    expect([await s.at('2024-11-19T00:00:00Z'), await s.begun(obligationId)]).toEqual([0, 0]);
  });

  test('published after the time had come, before a flow has begun, decides about it', async () => {
    await s.publishAndBind('late', timed('late', 'timeDate:2024-11-18'), 'dajiang');
    const obligationId = await c.obligation({ unitId: 'dajiang' });
    c.clock.set('2024-11-18T00:00:00Z');
    expect(await p.beginDue()).toBe(1);
    await p.publish('late', timed('late', 'timeDate:2024-11-25'));
    await p.deliver();
    expect([await s.begun(obligationId), await s.told()]).toEqual([0, []]);
    await s.at('2024-11-25T00:00:00Z');
    expect(await s.begun(obligationId)).toBe(1);
  });

  test('changes nothing of another flow’s times', async () => {
    await s.publishAndBind('stays', timed('stays', 'timeDate:2024-11-18'), 'dajiang');
    await p.publish('other', timed('other', 'timeDate:2024-11-19'));
    await p.publish('other', plain('other'));
    expect(await s.schedule('stays')).toHaveLength(1);
  });
});

test('before publishing it is told when the flow would begin, and for how many obligations', async () => {
  await s.publishAndBind('told', timed('told', 'timeDate:2024-12-02'), 'dajiang');
  for (const unitId of ['dajiang', 'dajiang', 'shuiliju']) await c.obligation({ unitId });
  const admin = await c.as('admin');
  const check = async (body: object) => (await admin.post('/definitions/check').send(body).expect(200)).body;
  expect(await check({ key: 'told', xml: timed('told', 'timeDate:2024-10-01') })).toMatchObject({
    starts: [{ nodeId: 'on-time', nodeName: '到时间', dueAt: '2024-09-30T16:00:00.000Z' }],
    awaiting: 2,
  });
  expect(await check({ key: 'told', xml: plain('told') })).toMatchObject({ starts: [], awaiting: 0 });
  expect(await check({ xml: timed('told', 'timeDate:2024-10-01') })).toMatchObject({ awaiting: 0 });
  await admin
    .post('/definitions/check')
    .send({ key: 7, xml: plain('told') })
    .expect(400);
});

test('a time that a flow can never begin at is told before publishing and at publishing, and does not stop it', async () => {
  const xml = timed('never', 'timeDuration:P8000Y');
  const admin = await c.as('admin');
  const checked = await admin.post('/definitions/check').send({ xml }).expect(200);
  const finding = { code: 'start-not-watched', severity: 'warning', message: expect.stringContaining('9999') };
  expect(checked.body.publishable).toBe(true);
  expect(checked.body.findings).toContainEqual(expect.objectContaining(finding));
  await p.publish('never', xml);
  expect(await s.schedule('never')).toEqual([]);
});

test('what the database cannot say for a moment is tried again, and the cycle counts from when it was due', async () => {
  await s.publishAndBind('daily', timed('daily', 'timeCycle:R/P1D'), 'dajiang');
  const obligationId = await c.obligation({ unitId: 'dajiang' });
  await c.sql(`ALTER TABLE outbox ADD CONSTRAINT planted CHECK (topic <> 'flow.start') NOT VALID`);
  expect([await s.at('2024-11-02T01:00:00Z'), await s.begun(obligationId)]).toEqual([0, 0]);
  const rows = await c.sql<{ attempts: number; error: string }>(
    `SELECT attempts, last_error AS error FROM scheduled_start WHERE definition_key = 'daily'`,
  );
  expect(rows).toEqual([{ attempts: 1, error: expect.stringContaining('planted') }]);
  await c.sql('ALTER TABLE outbox DROP CONSTRAINT planted');
  expect([await s.at('2024-11-02T01:05:00Z'), await s.begun(obligationId)]).toEqual([1, 1]);
  expect(await s.schedule('daily')).toEqual([{ nodeId: 'on-time', dueAt: new Date('2024-11-03T01:00:00Z') }]);
});
