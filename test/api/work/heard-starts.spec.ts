import pg from 'pg';
import { city, type City } from './city.js';
import { waiting } from './gate.js';
import { player, type Player } from './player.js';
import { heard } from './unattended-drawings.js';
import { starts, type Started, type Starts } from './unattended-starts.js';

let c: City;
let p: Player;
let s: Starts;
beforeAll(async () => {
  c = await city();
  p = player(c);
  s = starts(c, p);
});
afterEach(() => s.end());
afterAll(() => c?.close());

const begun = (...obligationIds: readonly string[]): Promise<number[]> => Promise.all(obligationIds.map(s.begun));

async function say(kind: 'messages' | 'signals', body: object): Promise<void> {
  await (await c.as('admin')).post(`/flow-messages/${kind}`).send(body).expect(202);
  await p.deliver();
}

describe('a signal from outside', () => {
  test('begins every flow that starts with it, once for each obligation that waits, and brings what it carries', async () => {
    await s.publishAndBind('on-signal', heard('on-signal', 'signal', '专项检查启动'), 'dajiang', 'shuiliju');
    await s.publishAndBind('on-other', heard('on-other', 'signal', '专项检查结束'), 'gonganju');
    const [one, two, other, closed] = [
      await c.obligation({ unitId: 'dajiang' }),
      await c.obligation({ unitId: 'shuiliju' }),
      await c.obligation({ unitId: 'gonganju' }),
      await c.obligation({ unitId: 'dajiang' }),
    ];
    await c.sql(`UPDATE obligation SET status = 'closed' WHERE id = $1`, [closed]);
    await say('signals', { name: '专项检查启动', variables: { 号: 7 } });
    expect(await begun(one, two, other, closed)).toEqual([1, 1, 0, 0]);
    const [{ id, startedBy }] = (await s.instancesOf(one)) as [Started];
    expect([startedBy, await p.active(id), await p.variable(id, '文号')]).toEqual([null, ['draft'], 7]);
    const page = (await (await c.as('dajiang')).get(`/instances/${id}`).expect(200)).body;
    expect(page.history[0]).toMatchObject({ actor: null, verbName: '由信号开始', nodeName: '听到' });
    expect(await p.isSound(id)).toBe(true);
    const later = await c.obligation({ unitId: 'dajiang' });
    await say('signals', { name: '专项检查启动', variables: { 号: 8 } });
    expect(await begun(one, two, later)).toEqual([1, 1, 1]);
  });

  test('told twice begins nothing twice', async () => {
    await s.publishAndBind('on-signal', heard('on-signal', 'signal', '专项检查启动'), 'dajiang');
    const obligationId = await c.obligation({ unitId: 'dajiang' });
    await say('signals', { name: '专项检查启动' });
    await c.sql(`UPDATE outbox SET delivered_at = NULL WHERE topic IN ('flow.signal', 'flow.start')`);
    await Promise.all([p.deliverOnce(), p.deliverOnce()]);
    expect(await begun(obligationId)).toEqual([1]);
  });
});

describe('a message from outside about an obligation', () => {
  test('begins nothing beside work that somebody reopens at the same moment, and waits for who takes it', async () => {
    await s.publishAndBind('on-message', heard('on-message', 'message', '上级来文'), 'dajiang');
    const obligationId = await c.obligation({ unitId: 'dajiang' });
    await say('messages', { name: '上级来文', obligationId });
    const [{ id }] = (await s.instancesOf(obligationId)) as [Started];
    await c.sql(`UPDATE instance SET status = 'completed' WHERE id = $1`, [id]);
    await c.sql('UPDATE obligation SET instance_id = NULL WHERE id = $1', [obligationId]);
    const other = new pg.Client({ connectionString: c.database.url });
    await other.connect();
    await other.query('BEGIN');
    await other.query(`UPDATE instance SET status = 'running' WHERE id = $1`, [id]);
    await (await c.as('admin')).post('/flow-messages/messages').send({ name: '上级来文', obligationId }).expect(202);
    const delivered = p.deliverOnce();
    while ((await waiting(c)) === 0);
    await other.query('COMMIT');
    await other.end();
    await delivered;
    await c.sql('UPDATE obligation SET instance_id = $2 WHERE id = $1', [obligationId, id]);
    const [left] = await c.sql(
      `DELETE FROM outbox WHERE topic = 'flow.message' AND delivered_at IS NULL AND payload->>'obligationId' = $1 RETURNING attempts`,
      [obligationId],
    );
    expect(left).toEqual([{ attempts: 1 }]);
    expect((await s.instancesOf(obligationId)).map((each) => each.id)).toEqual([id]);
  });

  test('begins its flow where that starts with the message, and no other', async () => {
    await s.publishAndBind('on-message', heard('on-message', 'message', '上级来文'), 'dajiang');
    const [one, other] = [await c.obligation({ unitId: 'dajiang' }), await c.obligation({ unitId: 'dajiang' })];
    await say('messages', { name: '上级来文', obligationId: one, variables: { 号: 12 } });
    expect(await begun(one, other)).toEqual([1, 0]);
    const [{ id }] = (await s.instancesOf(one)) as [Started];
    expect([await p.active(id), await p.variable(id, '文号')]).toEqual([['draft'], 12]);
    const page = (await (await c.as('dajiang')).get(`/instances/${id}`).expect(200)).body;
    expect(page.history[0]).toMatchObject({ actor: null, verbName: '由消息开始' });
    expect(await p.isSound(id)).toBe(true);
  });

  test('that nothing begins with waits, and is told of, instead of being lost', async () => {
    await s.publishAndBind('on-message', heard('on-message', 'message', '上级来文'), 'dajiang');
    const [begins, closed] = [await c.obligation({ unitId: 'dajiang' }), await c.obligation({ unitId: 'dajiang' })];
    await c.sql(`UPDATE obligation SET status = 'closed' WHERE id = $1`, [closed]);
    await say('messages', { name: '上级来文', obligationId: closed });
    await say('messages', { name: '别的来文', obligationId: begins });
    expect(await begun(begins, closed)).toEqual([0, 0]);
    const kept = await c.sql<{ last_error: string }>(
      `SELECT last_error FROM outbox WHERE topic = 'flow.message' AND delivered_at IS NULL ORDER BY created_at, id`,
    );
    expect(kept.map(({ last_error: error }) => error)).toEqual([
      '没有流程在等消息“上级来文”',
      '没有流程在等消息“别的来文”',
    ]);
  });

  test('of two that come at once begins it once', async () => {
    await s.publishAndBind('on-message', heard('on-message', 'message', '上级来文'), 'dajiang');
    const obligationId = await c.obligation({ unitId: 'dajiang' });
    const admin = await c.as('admin');
    for (let i = 0; i < 2; i++) {
      await admin.post('/flow-messages/messages').send({ name: '上级来文', obligationId }).expect(202);
    }
    await Promise.all([p.deliverOnce(), p.deliverOnce()]);
    expect(await begun(obligationId)).toEqual([1]);
  });
});
