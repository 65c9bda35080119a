import { city, type City } from './city.js';
import { player, type Player } from './player.js';
import { heard } from './unattended-drawings.js';

let c: City;
let p: Player;
beforeAll(async () => {
  c = await city();
  p = player(c);
});
afterEach(async () => {
  await c.sql(`UPDATE obligation SET status = 'closed' WHERE instance_id IS NULL`);
  await c.sql(`UPDATE outbox SET delivered_at = now() WHERE delivered_at IS NULL`);
});
afterAll(() => c?.close());

const instancesOf = (obligationId: string): Promise<{ id: string; startedBy: string | null }[]> =>
  c.sql(`SELECT id, started_by AS "startedBy" FROM instance WHERE obligation_id = $1`, [obligationId]);

const begun = async (...obligationIds: readonly string[]): Promise<number[]> =>
  (await Promise.all(obligationIds.map(instancesOf))).map((found) => found.length);

async function publishAndBind(key: string, xml: string, ...units: readonly string[]): Promise<void> {
  await p.publish(key, xml);
  for (const unit of units) await p.bind(key, unit);
}

async function say(kind: 'messages' | 'signals', body: object): Promise<void> {
  await (await c.as('admin')).post(`/flow-messages/${kind}`).send(body).expect(202);
  await p.deliver();
}

describe('a signal from outside', () => {
  test('begins every flow that starts with it, once for each obligation that waits, and brings what it carries', async () => {
    await publishAndBind('on-signal', heard('on-signal', 'signal', '专项检查启动'), 'dajiang', 'shuiliju');
    await publishAndBind('on-other', heard('on-other', 'signal', '专项检查结束'), 'gonganju');
    const [one, two, other, closed] = [
      await c.obligation({ unitId: 'dajiang' }),
      await c.obligation({ unitId: 'shuiliju' }),
      await c.obligation({ unitId: 'gonganju' }),
      await c.obligation({ unitId: 'dajiang' }),
    ];
    await c.sql(`UPDATE obligation SET status = 'closed' WHERE id = $1`, [closed]);
    await say('signals', { name: '专项检查启动', variables: { 号: 7 } });
    expect(await begun(one, two, other, closed)).toEqual([1, 1, 0, 0]);
    const [{ id, startedBy }] = (await instancesOf(one)) as [{ id: string; startedBy: string | null }];
    expect([startedBy, await p.active(id), await p.variable(id, '文号')]).toEqual([null, ['draft'], 7]);
    const page = (await (await c.as('dajiang')).get(`/instances/${id}`).expect(200)).body;
    expect(page.history[0]).toMatchObject({ actor: null, verbName: '由信号开始', nodeName: '听到' });
    expect(await p.isSound(id)).toBe(true);
    const later = await c.obligation({ unitId: 'dajiang' });
    await say('signals', { name: '专项检查启动', variables: { 号: 8 } });
    expect(await begun(one, two, later)).toEqual([1, 1, 1]);
  });

  test('told twice begins nothing twice', async () => {
    await publishAndBind('on-signal', heard('on-signal', 'signal', '专项检查启动'), 'dajiang');
    const obligationId = await c.obligation({ unitId: 'dajiang' });
    await say('signals', { name: '专项检查启动' });
    await c.sql(`UPDATE outbox SET delivered_at = NULL WHERE topic IN ('flow.signal', 'flow.start')`);
    await Promise.all([p.deliverOnce(), p.deliverOnce()]);
    expect(await begun(obligationId)).toEqual([1]);
  });
});

describe('a message from outside about an obligation', () => {
  test('begins its flow where that starts with the message, and no other', async () => {
    await publishAndBind('on-message', heard('on-message', 'message', '上级来文'), 'dajiang');
    const [one, other] = [await c.obligation({ unitId: 'dajiang' }), await c.obligation({ unitId: 'dajiang' })];
    await say('messages', { name: '上级来文', obligationId: one, variables: { 号: 12 } });
    expect(await begun(one, other)).toEqual([1, 0]);
    const [{ id }] = (await instancesOf(one)) as [{ id: string; startedBy: null }];
    expect([await p.active(id), await p.variable(id, '文号')]).toEqual([['draft'], 12]);
    const page = (await (await c.as('dajiang')).get(`/instances/${id}`).expect(200)).body;
    expect(page.history[0]).toMatchObject({ actor: null, verbName: '由消息开始' });
    expect(await p.isSound(id)).toBe(true);
  });

  test('that nothing begins with waits, and is told of, instead of being lost', async () => {
    await publishAndBind('on-message', heard('on-message', 'message', '上级来文'), 'dajiang');
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
    await publishAndBind('on-message', heard('on-message', 'message', '上级来文'), 'dajiang');
    const obligationId = await c.obligation({ unitId: 'dajiang' });
    const admin = await c.as('admin');
    for (let i = 0; i < 2; i++) {
      await admin.post('/flow-messages/messages').send({ name: '上级来文', obligationId }).expect(202);
    }
    await Promise.all([p.deliverOnce(), p.deliverOnce()]);
    expect(await begun(obligationId)).toEqual([1]);
  });
});
