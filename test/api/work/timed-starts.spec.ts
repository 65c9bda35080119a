import { city, type City } from './city.js';
import { player, type Player } from './player.js';
import { answering, asking, everyWay, forStarter, plain, refusedIn, timed } from './unattended-drawings.js';

let c: City;
let p: Player;
beforeAll(async () => {
  c = await city();
  p = player(c);
});
beforeEach(() => c.clock.set('2024-11-01T01:00:00Z'));
afterEach(async () => {
  // what one test leaves waiting must not begin in another
  await c.sql('DELETE FROM scheduled_start');
  await c.sql(`UPDATE obligation SET status = 'closed' WHERE instance_id IS NULL`);
  await c.sql(`UPDATE outbox SET delivered_at = now() WHERE topic = 'flow.start' AND delivered_at IS NULL`);
});
afterAll(() => c?.close());

interface Instance {
  readonly id: string;
  readonly main: boolean;
  readonly startedBy: string | null;
  readonly key: string;
  readonly version: number;
}

const instancesOf = (obligationId: string): Promise<Instance[]> =>
  c.sql(
    `SELECT i.id, i.main, i.started_by AS "startedBy", v.key, v.version
       FROM instance i JOIN definition_version v ON v.tenant = i.tenant AND v.id = i.definition_version_id
      WHERE i.obligation_id = $1 ORDER BY i.started_at, i.id`,
    [obligationId],
  );

const begun = async (obligationId: string): Promise<number> => (await instancesOf(obligationId)).length;

const schedule = (key: string): Promise<{ nodeId: string; dueAt: Date }[]> =>
  c.sql(
    `SELECT node_id AS "nodeId", due_at AS "dueAt" FROM scheduled_start WHERE definition_key = $1 ORDER BY due_at`,
    [key],
  );

/** Obligations whose start is still to be delivered. */
const told = async (): Promise<string[]> => {
  const rows = await c.sql<{ id: string }>(
    `SELECT payload->>'obligationId' AS id FROM outbox WHERE topic = 'flow.start' AND delivered_at IS NULL`,
  );
  return rows.map(({ id }) => id).sort();
};

/** What the server does by itself at a moment. */
async function at(moment: string): Promise<number> {
  c.clock.set(moment);
  const come = await p.beginDue();
  await p.deliver();
  return come;
}

async function publishAndBind(key: string, xml: string, ...units: readonly string[]): Promise<void> {
  await p.publish(key, xml);
  for (const unit of units) await p.bind(key, unit);
}

const startByHand = async (account: string, obligationId: string) =>
  (await c.as(account)).post(`/obligations/${obligationId}/start`).send({});

describe('a flow that begins on a date', () => {
  test('begins by itself for every obligation bound to it, once, and for no other', async () => {
    await publishAndBind('on-date', timed('on-date', 'timeDate:2024-11-18'), 'dajiang', 'shuiliju');
    const [one, two, three] = [
      await c.obligation({ unitId: 'dajiang' }),
      await c.obligation({ unitId: 'dajiang' }),
      await c.obligation({ unitId: 'shuiliju' }),
    ];
    const others = [
      await c.obligation({ unitId: 'gonganju' }),
      await c.obligation({ unitId: 'dajiang', kind: 'filing' }),
    ];
    expect(await at('2024-11-17T15:59:59Z')).toBe(0);
    expect(await at('2024-11-17T16:00:00Z')).toBe(1);
    for (const obligationId of [one, two, three]) {
      const [instance, ...more] = await instancesOf(obligationId);
      expect([instance, more]).toMatchObject([{ main: true, startedBy: null, key: 'on-date' }, []]);
      expect(await p.active(instance!.id)).toEqual(['draft']);
      expect(await p.isSound(instance!.id)).toBe(true);
    }
    expect(await Promise.all(others.map(begun))).toEqual([0, 0]);
    expect([await at('2024-11-19T00:00:00Z'), await begun(one), await schedule('on-date')]).toEqual([0, 1, []]);
  });

  test('says in its history that the clock began it, asks the unit to draft, and goes on as any other', async () => {
    await publishAndBind('on-date', timed('on-date', 'timeDate:2024-11-04'), 'dajiang');
    const obligationId = await c.obligation({ unitId: 'dajiang' });
    await at('2024-11-04T00:00:00Z');
    const [{ id }] = (await instancesOf(obligationId)) as [Instance];
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
    await publishAndBind('on-date', timed('on-date', 'timeDate:2024-10-01'), 'dajiang');
    const obligationId = await c.obligation({ unitId: 'dajiang' });
    expect([await at('2024-11-01T01:00:00Z'), await begun(obligationId)]).toEqual([1, 1]);
  });
});

test('a length of time counts from publishing, in working days of the city where it says so', async () => {
  await publishAndBind('after-days', timed('after-days', 'timeDuration:2个工作日'), 'dajiang');
  const obligationId = await c.obligation({ unitId: 'dajiang' });
  // published on a Friday: Monday and Tuesday count
  expect(await schedule('after-days')).toEqual([{ nodeId: 'on-time', dueAt: new Date('2024-11-05T16:00:00Z') }]);
  await at('2024-11-05T15:59:00Z');
  expect(await begun(obligationId)).toBe(0);
  await at('2024-11-05T16:00:00Z');
  expect(await begun(obligationId)).toBe(1);
});

describe('a cycle', () => {
  test('begins each time what has come since, and nothing twice', async () => {
    await publishAndBind('daily', timed('daily', 'timeCycle:R3/P1D'), 'dajiang');
    const early = await c.obligation({ unitId: 'dajiang' });
    expect([await at('2024-11-02T01:00:00Z'), await begun(early)]).toEqual([1, 1]);
    const later = await c.obligation({ unitId: 'dajiang' });
    expect([await at('2024-11-02T12:00:00Z'), await begun(later)]).toEqual([0, 0]);
    expect([await at('2024-11-03T01:00:00Z'), await begun(later), await begun(early)]).toEqual([1, 1, 1]);
    expect([await at('2024-11-04T01:00:00Z'), await schedule('daily')]).toEqual([1, []]);
    expect([await begun(later), await begun(early)]).toEqual([1, 1]);
  });

  test('after downtime begins what it should have begun, once, and keeps its rhythm', async () => {
    await publishAndBind('daily', timed('daily', 'timeCycle:R/P1D'), 'dajiang');
    const obligationId = await c.obligation({ unitId: 'dajiang' });
    expect([await at('2024-11-20T13:00:00Z'), await begun(obligationId)]).toEqual([1, 1]);
    expect(await schedule('daily')).toEqual([{ nodeId: 'on-time', dueAt: new Date('2024-11-21T01:00:00Z') }]);
  });

  test('that was over before the server came back begins all the same', async () => {
    await publishAndBind('daily', timed('daily', 'timeCycle:R3/P1D'), 'dajiang');
    const obligationId = await c.obligation({ unitId: 'dajiang' });
    expect([await at('2025-03-01T00:00:00Z'), await begun(obligationId)]).toEqual([1, 1]);
    expect(await schedule('daily')).toEqual([]);
  });

  test('tells an obligation again that could not begin the time before', async () => {
    await publishAndBind('daily', timed('daily', 'timeCycle:R/P1D'), 'dajiang');
    const obligationId = await c.obligation({ unitId: 'dajiang' });
    c.clock.set('2024-11-02T01:00:00Z');
    await p.beginDue();
    await c.sql(`UPDATE obligation SET status = 'closed' WHERE id = $1`, [obligationId]);
    await p.deliver();
    await c.sql(`UPDATE obligation SET status = 'pending' WHERE id = $1`, [obligationId]);
    await p.deliver();
    expect(await begun(obligationId)).toBe(0);
    await at('2024-11-03T01:00:00Z');
    expect(await begun(obligationId)).toBe(1);
  });
});

test('any number of processes begin each flow once', async () => {
  await publishAndBind('crowded', everyWay('crowded', 'timeDate:2024-11-18', 'timeDate:2024-11-18'), 'dajiang');
  const obligations = await Promise.all(Array.from({ length: 8 }, () => c.obligation({ unitId: 'dajiang' })));
  c.clock.set('2024-11-18T00:00:00Z');
  // two starts of the flow are due: each is told by one process
  expect(await p.beginDue(4)).toBe(2);
  await Promise.all([p.deliver(), p.deliver(), p.deliver(), p.beginDue()]);
  await p.deliver();
  expect(await Promise.all(obligations.map(begun))).toEqual(obligations.map(() => 1));
  expect(await told()).toEqual([]);
});

describe('a new version', () => {
  test('brings its own time, and runs', async () => {
    await publishAndBind('moved', timed('moved', 'timeDate:2024-11-18'), 'dajiang');
    await p.publish('moved', timed('moved', 'timeDate:2024-11-25'));
    const obligationId = await c.obligation({ unitId: 'dajiang' });
    expect([await at('2024-11-18T00:00:00Z'), await begun(obligationId)]).toEqual([0, 0]);
    expect(await at('2024-11-25T00:00:00Z')).toBe(1);
    expect(await instancesOf(obligationId)).toMatchObject([{ version: 2 }]);
  });

  test('without a time ends the schedule', async () => {
    await publishAndBind('ended', timed('ended', 'timeDate:2024-11-18'), 'dajiang');
    await p.publish('ended', plain('ended'));
    const obligationId = await c.obligation({ unitId: 'dajiang' });
    expect([await at('2024-11-19T00:00:00Z'), await begun(obligationId)]).toEqual([0, 0]);
  });

  test('published after the time had come, before a flow has begun, decides about it', async () => {
    await publishAndBind('late', timed('late', 'timeDate:2024-11-18'), 'dajiang');
    const obligationId = await c.obligation({ unitId: 'dajiang' });
    c.clock.set('2024-11-18T00:00:00Z');
    expect(await p.beginDue()).toBe(1);
    await p.publish('late', timed('late', 'timeDate:2024-11-25'));
    await p.deliver();
    expect([await begun(obligationId), await told()]).toEqual([0, []]);
    await at('2024-11-25T00:00:00Z');
    expect(await begun(obligationId)).toBe(1);
  });

  test('changes nothing of another flow’s times', async () => {
    await publishAndBind('stays', timed('stays', 'timeDate:2024-11-18'), 'dajiang');
    await p.publish('other', timed('other', 'timeDate:2024-11-19'));
    await p.publish('other', plain('other'));
    expect(await schedule('stays')).toHaveLength(1);
  });
});

describe('an obligation is left alone', () => {
  test('that was begun by hand or closed before, or while the time came', async () => {
    await publishAndBind('alone', everyWay('alone', 'timeDate:2024-11-18', 'timeDate:2024-11-28'), 'dajiang');
    const [byHand, closed, meanwhile, closedMeanwhile, waiting] = [
      await c.obligation({ unitId: 'dajiang' }),
      await c.obligation({ unitId: 'dajiang' }),
      await c.obligation({ unitId: 'dajiang' }),
      await c.obligation({ unitId: 'dajiang' }),
      await c.obligation({ unitId: 'dajiang' }),
    ];
    const close = (id: string) => c.sql(`UPDATE obligation SET status = 'closed' WHERE id = $1`, [id]);
    expect((await startByHand('dajiang', byHand)).status).toBe(201);
    await close(closed);
    c.clock.set('2024-11-18T00:00:00Z');
    await p.beginDue();
    expect(await told()).toEqual([meanwhile, closedMeanwhile, waiting].sort());
    expect((await startByHand('dajiang', meanwhile)).status).toBe(201);
    await close(closedMeanwhile);
    await p.deliver();
    const all = [byHand, closed, meanwhile, closedMeanwhile, waiting];
    expect(await Promise.all(all.map(begun))).toEqual([1, 0, 1, 0, 1]);
    expect(await told()).toEqual([]);
    expect((await instancesOf(meanwhile))[0]?.startedBy).not.toBeNull();
    expect((await startByHand('dajiang', waiting)).body).toMatchObject({ code: 'already-started' });
  });

  test('that another flow was bound to meanwhile', async () => {
    await publishAndBind('first', timed('first', 'timeDate:2024-11-18'), 'dajiang');
    await p.publish('second', timed('second', 'timeDate:2024-11-28'));
    const obligationId = await c.obligation({ unitId: 'dajiang' });
    c.clock.set('2024-11-18T00:00:00Z');
    await p.beginDue();
    await p.bind('second', 'dajiang');
    await p.deliver();
    expect([await begun(obligationId), await told()]).toEqual([0, []]);
  });
});

test('a start that is refused waits with its reason, harms no other, and begins with a version that is mended', async () => {
  await publishAndBind('turning', refusedIn('turning', '大江镇', 'timeDate:2024-11-18'), 'dajiang', 'shuiliju');
  const [refused, fine] = [await c.obligation({ unitId: 'dajiang' }), await c.obligation({ unitId: 'shuiliju' })];
  await at('2024-11-18T00:00:00Z');
  expect([await begun(refused), await begun(fine)]).toEqual([0, 1]);
  const kept = await c.sql<{ attempts: number; error: string }>(
    `SELECT attempts, last_error AS error FROM outbox WHERE payload->>'obligationId' = $1 AND delivered_at IS NULL`,
    [refused],
  );
  expect(kept).toEqual([{ attempts: 1, error: expect.stringMatching(/^不能开始：/) }]);
  await p.publish('turning', timed('turning', 'timeDate:2024-11-18'));
  await at('2024-11-18T03:00:00Z');
  expect(await instancesOf(refused)).toMatchObject([{ version: 2 }]);
});

describe('where nobody started it', () => {
  test('the handlers of the responsible unit stand in for the starter', async () => {
    await publishAndBind('for-starter', forStarter('for-starter', 'timeDate:2024-11-18'), 'gonganju');
    const obligationId = await c.obligation({ unitId: 'gonganju' });
    await at('2024-11-18T00:00:00Z');
    const [{ id }] = (await instancesOf(obligationId)) as [Instance];
    const unit = await c.as('gongan');
    const page = (await unit.get(`/instances/${id}`).expect(200)).body;
    expect(page.upcoming.find((step: { nodeId: string }) => step.nodeId === 'confirm')).toMatchObject({
      who: ['陈警官', '梁警官'],
    });
    const form = { data: { content: '已完成' }, evidenceIds: [] };
    await unit
      .post(`/tasks/${await c.taskAt(id, 'draft')}/submit`)
      .send(form)
      .expect(200);
    await p.act('sifa-jingban', id, 'desk');
    await p.act('gongan2', id, 'confirm');
    expect([await p.active(id), await p.isSound(id)]).toEqual([[], true]);
  });

  test('a flow that it starts beside itself has no starter either', async () => {
    await p.publish('answers', answering('answers'));
    await publishAndBind('asks', asking('asks', 'timeDate:2024-11-18'), 'dajiang');
    const obligationId = await c.obligation({ unitId: 'dajiang' });
    await at('2024-11-18T00:00:00Z');
    const beside = (await instancesOf(obligationId)).find(({ main }) => !main);
    expect(beside).toMatchObject({ key: 'answers', startedBy: null });
    await p.act('dajiang', beside!.id, 'confirm');
    expect(await p.isSound(beside!.id)).toBe(true);
  });
});

describe('other starts of the same flow keep working', () => {
  test('by hand before the time, at the plain start', async () => {
    await publishAndBind('every-way', everyWay('every-way', 'timeDate:2024-11-18', 'timeCycle:R/P1M'), 'dajiang');
    const { instanceId } = await c.started({ unitId: 'dajiang', by: 'dajiang' });
    expect(await p.active(instanceId)).toEqual(['draft']);
    const [line] = await c.sql<{ verb: string; passed: string[] }>(
      'SELECT verb, passed FROM history WHERE instance_id = $1 ORDER BY seq LIMIT 1',
      [instanceId],
    );
    expect(line).toMatchObject({ verb: 'start', passed: expect.arrayContaining(['by-hand']) });
  });

  test('by hand where a time is the only start', async () => {
    await publishAndBind('on-date', timed('on-date', 'timeDate:2024-11-18'), 'dajiang');
    const { instanceId, obligationId } = await c.started({ unitId: 'dajiang', by: 'dajiang' });
    expect(await p.active(instanceId)).toEqual(['draft']);
    await at('2024-11-18T00:00:00Z');
    expect(await begun(obligationId)).toBe(1);
  });

  test('by a message that comes to the node that also waits for the time', async () => {
    await p.publish('every-way', everyWay('every-way', 'timeDate:2024-11-18', 'timeCycle:R/P1M'));
    await publishAndBind('asks', asking('asks', 'timeDate:2024-11-20'), 'dajiang');
    const obligationId = await c.obligation({ unitId: 'dajiang' });
    await at('2024-11-20T00:00:00Z');
    expect((await instancesOf(obligationId)).map(({ key }) => key).sort()).toEqual(['asks', 'every-way']);
  });
});

test('a time that a flow can never begin at is told before publishing and at publishing, and does not stop it', async () => {
  const xml = timed('never', 'timeDuration:P8000Y');
  const admin = await c.as('admin');
  const checked = await admin.post('/definitions/check').send({ xml }).expect(200);
  const finding = { code: 'start-not-watched', severity: 'warning', message: expect.stringContaining('9999') };
  expect(checked.body.publishable).toBe(true);
  expect(checked.body.findings).toContainEqual(expect.objectContaining(finding));
  await p.publish('never', xml);
  expect(await schedule('never')).toEqual([]);
});

test('what the database cannot say for a moment is tried again, and the cycle counts from when it was due', async () => {
  await publishAndBind('daily', timed('daily', 'timeCycle:R/P1D'), 'dajiang');
  const obligationId = await c.obligation({ unitId: 'dajiang' });
  await c.sql(`ALTER TABLE outbox ADD CONSTRAINT planted CHECK (topic <> 'flow.start') NOT VALID`);
  expect([await at('2024-11-02T01:00:00Z'), await begun(obligationId)]).toEqual([0, 0]);
  const rows = await c.sql<{ attempts: number; error: string }>(
    `SELECT attempts, last_error AS error FROM scheduled_start WHERE definition_key = 'daily'`,
  );
  expect(rows).toEqual([{ attempts: 1, error: expect.stringContaining('planted') }]);
  await c.sql('ALTER TABLE outbox DROP CONSTRAINT planted');
  expect([await at('2024-11-02T01:05:00Z'), await begun(obligationId)]).toEqual([1, 1]);
  expect(await schedule('daily')).toEqual([{ nodeId: 'on-time', dueAt: new Date('2024-11-03T01:00:00Z') }]);
});
