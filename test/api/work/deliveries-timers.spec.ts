import { jest } from '@jest/globals';
import { FlowsReadModel } from '../../../apps/api/src/definitions/flows.read-model.js';
import type { SignedInClient } from '../../support/app.js';
import { city, type City } from './city.js';
import { WITH_CYCLE } from './outside-drawings.js';
import { player, type Player } from './player.js';
import { undelivered, type Undelivered } from './undelivered.js';

let c: City;
let play: Player;
let d: Undelivered;
let admin: SignedInClient;
beforeAll(async () => {
  c = await city();
  play = player(c);
  d = await undelivered(c, play);
  admin = d.admin;
});
afterEach(async () => {
  jest.restoreAllMocks();
  await d.empty();
});
afterAll(() => c?.close());

test('a timer that keeps failing is listed with its place, fires when it is mended and asked for, and cannot be given up', async () => {
  await play.publish('with-cycle', WITH_CYCLE);
  const { instanceId, obligationId } = await play.run('with-cycle');
  const set = (format: number) =>
    c.sql(`UPDATE instance SET marking = jsonb_set(marking, '{format}', $2) WHERE id = $1`, [instanceId, format]);
  await set(0);
  c.clock.advance({ days: 1 });
  const first = c.clock.date().toISOString();
  for (const minutes of [1, 2]) {
    await play.fireDue();
    c.clock.advance({ minutes });
  }
  expect(await d.list()).toEqual([]);
  await play.fireDue();
  const [timer] = await d.list();
  expect(timer).toMatchObject({
    kind: 'timer',
    node: expect.stringMatching(/^\p{Script=Han}+/u),
    instanceId,
    obligation: { id: obligationId },
    definition: { key: 'with-cycle' },
    since: first,
    attempts: 3,
    error: '流程实例的运行位置与流程图对不上，没有执行。',
    nextTryAt: new Date(c.clock.now() + 4 * 60_000).toISOString(),
  });
  expect(timer!['what']).toMatch(/^定时“\p{Script=Han}+/u);
  await admin.post(`/deliveries/messages/${timer!.id}/abandon`).send({ reason: '不再需要' }).expect(404);
  expect(await d.list('?state=abandoned')).toEqual([]);
  await set(2);
  const retry = () => admin.post(`/deliveries/timers/${timer!.id}/retry`).set('If-Match', '"0"').send({});
  const both = await Promise.all([retry(), retry()]);
  expect(both.map((answer) => answer.status).sort()).toEqual([200, 409]);
  expect(both.find((answer) => answer.status === 409)!.body).toMatchObject({
    code: 'stale',
    current: { changed: [{ verb: 'retry', actor: { name: '系统管理员' } }] },
  });
  expect(await play.fireDue()).toBe(1);
  expect(await play.openTasks(instanceId, 'remind')).toHaveLength(1);
  expect(await d.list()).toEqual([]);
  const late = await retry().expect(409);
  expect(late.body).toMatchObject({ code: 'timer-closed', title: '这个定时已经结束' });
});

test('a timer whose flow cannot be read is listed all the same', async () => {
  await play.publish('with-cycle', WITH_CYCLE);
  const { instanceId } = await play.run('with-cycle');
  const timers = await c.sql<{ node: string }>('SELECT node_id AS node FROM timer WHERE instance_id = $1', [
    instanceId,
  ]);
  await c.sql(`UPDATE timer SET attempts = 3, failing_since = $2, last_error = 'unreadable' WHERE instance_id = $1`, [
    instanceId,
    c.clock.date(),
  ]);
  jest.spyOn(c.app.get(FlowsReadModel, { strict: false }), 'flow').mockRejectedValue(new Error('unreadable'));
  expect(await d.list()).toMatchObject([
    {
      kind: 'timer',
      name: timers[0]!.node,
      node: timers[0]!.node,
      definition: { name: 'with-cycle' },
      error: expect.stringMatching(/^系统出错/),
    },
  ]);
});
