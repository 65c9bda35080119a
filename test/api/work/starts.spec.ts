import { TENANT } from '../../support/world.js';
import { city, type City, type Started } from './city.js';
import { player, type Player } from './player.js';
import { ASKS, BEGINS, CALLS_ALL, inOneDrawing, published } from './start-drawings.js';

let c: City;
let p: Player;
beforeAll(async () => {
  c = await city();
  p = player(c);
});
afterAll(() => c?.close());

/** Opens the asking flow in a town, and asks about a case. */
async function ask(about: string, flow = 'asks'): Promise<Started> {
  await p.bind(flow, 'dajiang');
  const started = await c.started({ unitId: 'dajiang', by: 'dajiang' });
  const form = { data: { content: about }, evidenceIds: [] };
  await (await c.as('dajiang')).post(`/tasks/${started.taskId}/submit`).send(form).expect(200);
  await p.deliver();
  return started;
}

/** What was started beside an instance, oldest first. */
const beside = async ({ obligationId }: Started): Promise<{ id: string; key: string }[]> =>
  c.sql(
    `SELECT i.id, v.key FROM instance i JOIN definition_version v ON v.tenant = i.tenant AND v.id = i.definition_version_id
      WHERE i.obligation_id = $1 AND NOT i.main ORDER BY i.started_at, i.id`,
    [obligationId],
  );

const say = async (name: string, { obligationId, instanceId }: Started, variables = {}): Promise<void> => {
  await c.sql(
    `INSERT INTO outbox (tenant, id, topic, payload, created_at, due_at) VALUES ($1, gen_random_uuid(), 'flow.message', $2, $3, $3)`,
    [TENANT, { name, key: null, variables, obligationId, instanceId }, c.clock.date()],
  );
  await p.deliver();
};

describe('a message that begins another published flow', () => {
  test.each(['start', 'receive', 'either'] as const)(
    'is taken there (%s), for the same obligation, and the answer finds the case that asked',
    async (how) => {
      await p.publish('asks', ASKS);
      await p.publish('answers', published(BEGINS[how]('answers')));
      const [mine, other] = [await ask(`${how}-1`), await ask(`${how}-2`)];
      const [first, ...more] = await beside(mine);
      expect([first?.key, more]).toEqual(['answers', []]);
      expect(await p.variable(first!.id, 'case')).toBe(`${how}-1`);
      const [second] = await beside(other);
      await p.act('sifa-shenhe', second!.id, 'opinion');
      await p.deliver();
      expect([await p.active(mine.instanceId), await p.active(other.instanceId)]).toEqual([['wait'], ['desk']]);
      expect(await p.variable(other.instanceId, 'opinion')).toBe('大江镇：同意');
      await p.act('sifa-shenhe', first!.id, 'opinion');
      await p.deliver();
      expect(await p.active(mine.instanceId)).toEqual(['desk']);
      for (const id of [first!.id, second!.id, mine.instanceId, other.instanceId]) {
        expect([id, await p.isSound(id)]).toEqual([id, true]);
      }
    },
  );

  test('begins nothing twice: a second message of the same case is a second question', async () => {
    await p.publish('asks', ASKS);
    await p.publish('answers', published(BEGINS.start('answers')));
    const asked = await ask('twice');
    await say('征求意见', asked, { number: 'again' });
    const cases = await Promise.all((await beside(asked)).map(({ id }) => p.variable(id, 'case')));
    expect(cases).toEqual(['twice', 'again']);
  });

  test('behind a gateway that begins with all its events: the first begins it, the others are waited for', async () => {
    await p.publish('asks', ASKS);
    await p.publish('answers', published(BEGINS.both('answers')));
    const asked = await ask('both');
    const [answers] = await beside(asked);
    expect(await p.active(answers!.id)).toEqual(['supplied']);
    await say('补充材料', asked, { number: 'both' });
    expect(await p.active(answers!.id)).toEqual(['opinion']);
    expect(await beside(asked)).toHaveLength(1);
    await p.act('sifa-shenhe', answers!.id, 'opinion');
    await p.deliver();
    expect(await p.active(asked.instanceId)).toEqual(['desk']);
    expect(await p.isSound(answers!.id)).toBe(true);
  });
});

test.each(['start', 'receive', 'either'] as const)(
  'another pool of the same drawing begins with a message (%s) before any other flow does',
  async (how) => {
    await p.publish('answers', published(BEGINS.start('answers')));
    await p.publish('asks', inOneDrawing(BEGINS[how]('office')));
    const asked = await ask(`pool-${how}`);
    const [office, ...more] = await beside(asked);
    expect([office?.key, more]).toEqual(['asks', []]);
    await p.act('sifa-shenhe', office!.id, 'opinion');
    await p.deliver();
    expect(await p.active(asked.instanceId)).toEqual(['desk']);
    expect(await p.isSound(office!.id)).toBe(true);
  },
);

test('a signal begins every process of its drawing that starts with it, once each', async () => {
  await p.publish('calls-all', CALLS_ALL);
  const called = await ask('号召', 'calls-all');
  const begun = await beside(called);
  const active = await Promise.all(begun.map(({ id }) => p.active(id)));
  expect(active.flat().sort()).toEqual(['one-help', 'two-help']);
  for (const { id } of begun) expect(await p.isSound(id)).toBe(true);
});
