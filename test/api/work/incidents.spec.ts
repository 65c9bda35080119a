import { WITH_INCIDENT } from './drawings.js';
import { city, type City } from './city.js';
import { player, type Player } from './player.js';

let c: City;
let play: Player;
beforeAll(async () => {
  c = await city();
  play = player(c);
});
afterAll(() => c?.close());

test('are mended with what was missing, by flow administrators only', async () => {
  await play.publish('with-incident', WITH_INCIDENT);
  const { instanceId } = await play.run('with-incident');
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
  expect(await play.active(instanceId)).toEqual(['review']);
  const view = await unit.get(`/instances/${instanceId}`).expect(200);
  expect(view.body.history.at(-1)).toMatchObject({
    verbName: '重试',
    actor: { name: '系统管理员' },
    nodeName: '是否达标',
  });
  expect(await play.isSound(instanceId)).toBe(true);
});

test('of other units are in nobody else’s list', async () => {
  await play.run('with-incident');
  await play.run('with-incident');
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
