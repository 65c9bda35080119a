import { city, type City } from './city.js';
import { player, type Player } from './player.js';
import { answering, asking, everyWay, forStarter, refusedIn, timed } from './unattended-drawings.js';
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

describe('an obligation is left alone', () => {
  test('that was begun by hand or closed before, or while the time came', async () => {
    await s.publishAndBind('alone', everyWay('alone', 'timeDate:2024-11-18', 'timeDate:2024-11-28'), 'dajiang');
    const [byHand, closed, meanwhile, closedMeanwhile, waiting] = [
      await c.obligation({ unitId: 'dajiang' }),
      await c.obligation({ unitId: 'dajiang' }),
      await c.obligation({ unitId: 'dajiang' }),
      await c.obligation({ unitId: 'dajiang' }),
      await c.obligation({ unitId: 'dajiang' }),
    ];
    const close = (id: string) => c.sql(`UPDATE obligation SET status = 'closed' WHERE id = $1`, [id]);
    expect((await s.startByHand('dajiang', byHand)).status).toBe(201);
    await close(closed);
    c.clock.set('2024-11-18T00:00:00Z');
    await p.beginDue();
    expect(await s.told()).toEqual([meanwhile, closedMeanwhile, waiting].sort());
    expect((await s.startByHand('dajiang', meanwhile)).status).toBe(201);
    await close(closedMeanwhile);
    await p.deliver();
    const all = [byHand, closed, meanwhile, closedMeanwhile, waiting];
    expect(await Promise.all(all.map(s.begun))).toEqual([1, 0, 1, 0, 1]);
    expect(await s.told()).toEqual([]);
    expect((await s.instancesOf(meanwhile))[0]?.startedBy).not.toBeNull();
    expect((await s.startByHand('dajiang', waiting)).body).toMatchObject({ code: 'already-started' });
  });

  test('that another flow was bound to meanwhile', async () => {
    await s.publishAndBind('first', timed('first', 'timeDate:2024-11-18'), 'dajiang');
    await p.publish('second', timed('second', 'timeDate:2024-11-28'));
    const obligationId = await c.obligation({ unitId: 'dajiang' });
    c.clock.set('2024-11-18T00:00:00Z');
    await p.beginDue();
    await p.bind('second', 'dajiang');
    await p.deliver();
    expect([await s.begun(obligationId), await s.told()]).toEqual([0, []]);
  });
});

test('a start that is refused waits with its reason, harms no other, and begins with a version that is mended', async () => {
  await s.publishAndBind('turning', refusedIn('turning', '大江镇', 'timeDate:2024-11-18'), 'dajiang', 'shuiliju');
  const [refused, fine] = [await c.obligation({ unitId: 'dajiang' }), await c.obligation({ unitId: 'shuiliju' })];
  await s.at('2024-11-18T00:00:00Z');
  expect([await s.begun(refused), await s.begun(fine)]).toEqual([0, 1]);
  const kept = await c.sql<{ attempts: number; error: string }>(
    `SELECT attempts, last_error AS error FROM outbox WHERE payload->>'obligationId' = $1 AND delivered_at IS NULL`,
    [refused],
  );
  expect(kept).toEqual([{ attempts: 1, error: expect.stringMatching(/^不能开始：/) }]);
  await p.publish('turning', timed('turning', 'timeDate:2024-11-18'));
  await s.at('2024-11-18T03:00:00Z');
  expect(await s.instancesOf(refused)).toMatchObject([{ version: 2 }]);
});

describe('where nobody started it', () => {
  test('the handlers of the responsible unit stand in for the starter', async () => {
    await s.publishAndBind('for-starter', forStarter('for-starter', 'timeDate:2024-11-18'), 'gonganju');
    const obligationId = await c.obligation({ unitId: 'gonganju' });
    await s.at('2024-11-18T00:00:00Z');
    const [{ id }] = (await s.instancesOf(obligationId)) as [Started];
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
    await s.publishAndBind('asks', asking('asks', 'timeDate:2024-11-18'), 'dajiang');
    const obligationId = await c.obligation({ unitId: 'dajiang' });
    await s.at('2024-11-18T00:00:00Z');
    const beside = (await s.instancesOf(obligationId)).find(({ main }) => !main);
    expect(beside).toMatchObject({ key: 'answers', startedBy: null });
    await p.act('dajiang', beside!.id, 'confirm');
    expect(await p.isSound(beside!.id)).toBe(true);
  });
});

describe('other starts of the same flow keep working', () => {
  test('by hand before the time, at the plain start', async () => {
    await s.publishAndBind('every-way', everyWay('every-way', 'timeDate:2024-11-18', 'timeCycle:R/P1M'), 'dajiang');
    const { instanceId } = await c.started({ unitId: 'dajiang', by: 'dajiang' });
    expect(await p.active(instanceId)).toEqual(['draft']);
    const [line] = await c.sql<{ verb: string; passed: string[] }>(
      'SELECT verb, passed FROM history WHERE instance_id = $1 ORDER BY seq LIMIT 1',
      [instanceId],
    );
    expect(line).toMatchObject({ verb: 'start', passed: expect.arrayContaining(['by-hand']) });
  });

  test('by hand where a time is the only start', async () => {
    await s.publishAndBind('on-date', timed('on-date', 'timeDate:2024-11-18'), 'dajiang');
    const { instanceId, obligationId } = await c.started({ unitId: 'dajiang', by: 'dajiang' });
    expect(await p.active(instanceId)).toEqual(['draft']);
    await s.at('2024-11-18T00:00:00Z');
    expect(await s.begun(obligationId)).toBe(1);
  });

  test('by a message that comes to the node that also waits for the time', async () => {
    await p.publish('every-way', everyWay('every-way', 'timeDate:2024-11-18', 'timeCycle:R/P1M'));
    await s.publishAndBind('asks', asking('asks', 'timeDate:2024-11-20'), 'dajiang');
    const obligationId = await c.obligation({ unitId: 'dajiang' });
    await s.at('2024-11-20T00:00:00Z');
    expect((await s.instancesOf(obligationId)).map(({ key }) => key).sort()).toEqual(['asks', 'every-way']);
  });
});
