import { WITH_MESSAGE, WITH_POOLS, WITH_SIGNAL } from './outside-drawings.js';
import { city, type City } from './city.js';
import { player, type Player } from './player.js';

let c: City;
let play: Player;
beforeAll(async () => {
  c = await city();
  play = player(c);
});
afterAll(() => c?.close());

test('a message goes to the one flow that waits for its key, and brings what it carries', async () => {
  await play.publish('with-message', WITH_MESSAGE);
  const mine = await play.run('with-message', '复议1号');
  const other = await play.run('with-message', '复议2号');
  const admin = await c.as('admin');
  const message = { name: '行政复议决定', key: '复议1号', variables: { result: '维持' } };
  await (await c.as('dajiang')).post('/flow-messages/messages').send(message).expect(403);
  await admin.post('/flow-messages/messages').send(message).expect(202);
  await Promise.all([play.deliverOnce(), play.deliverOnce()]);
  expect([await play.active(mine.instanceId), await play.active(other.instanceId)]).toEqual([['desk'], ['wait']]);
  const [row] = await c.sql<{ decision: string }>(
    `SELECT marking->'variables'->>'decision' AS decision FROM instance WHERE id = $1`,
    [mine.instanceId],
  );
  expect(row).toEqual({ decision: '维持' });
  expect(await c.sql('SELECT 1 FROM wait WHERE instance_id = $1', [mine.instanceId])).toEqual([]);
  expect(await play.isSound(mine.instanceId)).toBe(true);
});

test('a message that comes too early waits for its flow', async () => {
  const admin = await c.as('admin');
  await admin.post('/flow-messages/messages').send({ name: '行政复议决定', key: '复议3号' }).expect(202);
  await play.deliverOnce();
  const { instanceId } = await play.run('with-message', '复议3号');
  expect(await play.active(instanceId)).toEqual(['wait']);
  c.clock.advance({ hours: 1 });
  await play.deliverOnce();
  expect(await play.active(instanceId)).toEqual(['desk']);
});

test('a signal reaches every flow that waits for it', async () => {
  await play.publish('with-signal', WITH_SIGNAL);
  const instances = [await play.run('with-signal'), await play.run('with-signal'), await play.run('with-signal')];
  await (await c.as('admin')).post('/flow-messages/signals').send({ name: '专项检查启动' }).expect(202);
  await play.deliver();
  for (const { instanceId } of instances) {
    expect(await play.active(instanceId)).toEqual(['desk']);
    expect(await play.isSound(instanceId)).toBe(true);
  }
});

test('a message that its flow cannot take is kept until it can', async () => {
  const { instanceId } = await play.run('with-message', '复议4号');
  // as if the place were another one than the flow's
  await c.sql('UPDATE wait SET token = token + 100 WHERE instance_id = $1', [instanceId]);
  await (
    await c.as('admin')
  )
    .post('/flow-messages/messages')
    .send({ name: '行政复议决定', key: '复议4号' })
    .expect(202);
  await play.deliverOnce();
  const kept = await c.sql<{ last_error: string }>(
    `UPDATE outbox SET attempts = 5000 WHERE payload->>'key' = '复议4号' AND delivered_at IS NULL RETURNING last_error`,
  );
  expect(kept).toEqual([[{ last_error: '这个流程现在没有在等“行政复议决定”。' }], 1]);
  c.clock.advance({ minutes: 5 });
  // tried for months
  await play.deliverOnce();
  await c.sql('UPDATE wait SET token = token - 100 WHERE instance_id = $1', [instanceId]);
  c.clock.advance({ hours: 1 });
  await play.deliverOnce();
  expect(await play.active(instanceId)).toEqual(['desk']);
});

test('who begins to wait after a signal was given does not hear it, however late it is told', async () => {
  const before = await play.run('with-signal');
  await (await c.as('admin')).post('/flow-messages/signals').send({ name: '专项检查启动' }).expect(202);
  c.clock.advance({ minutes: 1 });
  const after = await play.run('with-signal');
  await play.deliver();
  expect([await play.active(before.instanceId), await play.active(after.instanceId)]).toEqual([['desk'], ['wait']]);
});

test('pools of one drawing talk: a message starts the other process, whose answer comes back to the same obligation', async () => {
  await play.publish('with-pools', WITH_POOLS);
  const [mine, other] = [await play.run('with-pools'), await play.run('with-pools')];
  await play.deliver();
  const beside = await c.sql<{ id: string; obligation_id: string }>(
    `SELECT id, obligation_id FROM instance WHERE NOT main AND obligation_id IN ($1, $2)`,
    [mine.obligationId, other.obligationId],
  );
  expect(beside.map((row) => row.obligation_id).sort()).toEqual([mine.obligationId, other.obligationId].sort());
  const office = beside.find((row) => row.obligation_id === mine.obligationId)!.id;
  await play.act('sifa-shenhe', office, 'opinion');
  await play.deliver();
  expect([await play.active(mine.instanceId), await play.active(other.instanceId)]).toEqual([['desk'], ['wait']]);
  const [obligation] = await c.sql<{ status: string; instance_id: string }>(
    'SELECT status, instance_id FROM obligation WHERE id = $1',
    [mine.obligationId],
  );
  expect(obligation).toEqual({ status: 'submitted', instance_id: mine.instanceId });
  expect(await play.isSound(office)).toBe(true);
  expect(await play.isSound(mine.instanceId)).toBe(true);
});
