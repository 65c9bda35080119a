import { WITH_CYCLE } from './outside-drawings.js';
import { city, type City } from './city.js';
import { player, type Player } from './player.js';

let c: City;
let play: Player;
beforeAll(async () => {
  c = await city();
  play = player(c);
});
afterAll(() => c?.close());

test('a timer that its flow cannot take waits until it can', async () => {
  await play.publish('with-cycle', WITH_CYCLE);
  const { instanceId } = await play.run('with-cycle');
  const set = (format: number) =>
    c.sql(`UPDATE instance SET marking = jsonb_set(marking, '{format}', $2) WHERE id = $1`, [instanceId, format]);
  await set(0);
  // for months
  await c.sql('UPDATE timer SET attempts = 5000 WHERE instance_id = $1', [instanceId]);
  c.clock.advance({ days: 1 });
  expect(await play.fireDue()).toBe(0);
  const kept = await c.sql('SELECT status, last_error FROM timer WHERE instance_id = $1', [instanceId]);
  expect(kept).toEqual([{ status: 'pending', last_error: '流程实例的运行位置与流程图对不上，没有执行。' }]);
  await set(2);
  c.clock.advance({ hours: 1 });
  expect(await play.fireDue()).toBe(1);
  expect(await play.openTasks(instanceId, 'remind')).toHaveLength(1);
  await play.act('sifa-jingban', instanceId, 'desk');
});

test('each comes once, and after a pause the late ones come in their order', async () => {
  await play.publish('with-cycle', WITH_CYCLE);
  const { instanceId } = await play.run('with-cycle');
  const due = async () =>
    (
      await c.sql<{ due_at: Date }>(`SELECT due_at FROM timer WHERE instance_id = $1 ORDER BY due_at`, [instanceId])
    ).map((row) => row.due_at.getTime());
  const [first] = await due();
  c.clock.advance({ days: 1 });
  expect((await Promise.all([play.fireDue(), play.fireDue(), play.fireDue()])).reduce((a, b) => a + b, 0)).toBe(1);
  expect(await play.openTasks(instanceId, 'remind')).toHaveLength(1);
  // the server was down for weeks
  c.clock.advance({ days: 20 });
  let fired = 0;
  for (let round = 0; round < 4; round++)
    fired += (await Promise.all([play.fireDue(), play.fireDue()])).reduce((a, b) => a + b, 0);
  expect(fired).toBe(2);
  const day = 86_400_000;
  expect(await due()).toEqual([first!, first! + day, first! + 2 * day]);
  expect(await play.openTasks(instanceId, 'remind')).toHaveLength(3);
  await play.act('sifa-jingban', instanceId, 'desk');
  expect(await play.active(instanceId)).toEqual(['remind']);
  expect(await play.isSound(instanceId)).toBe(true);
});
