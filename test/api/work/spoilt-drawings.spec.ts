import { readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import type request from 'supertest';
import type { SignedInClient } from '../../support/app.js';
import { propertyRuns } from '../../support/property-runs.js';
import { TENANT } from '../../support/world.js';
import { spoiler } from '../../properties/bad-input/spoiler.js';
import { city, type City } from './city.js';
import * as drawings from './drawings.js';
import * as outside from './outside-drawings.js';
import { player, type Player } from './player.js';
import { ASKS, BEGINS, published } from './start-drawings.js';

let c: City;
let p: Player;
let admin: SignedInClient;
beforeAll(async () => {
  c = await city();
  p = player(c);
  admin = await c.as('admin');
});
afterAll(() => c?.close());

const texts = (module: object): string[] => Object.values(module).filter((each) => typeof each === 'string');

/** Every drawing that this city publishes. */
const MODELS: readonly string[] = [
  ...readdirSync('workflows', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.bpmn'))
    .sort()
    .map((name) => readFileSync(`workflows/${name}`, 'utf8')),
  ...texts(drawings),
  ...texts(outside).filter((xml) => !xml.includes('calledElement')),
  outside.withJob('notify'),
  outside.withSeats(false),
  outside.withSeats(true),
  ASKS,
  ...Object.values(BEGINS).map((begins) => published(begins('answers'))),
];
// most stay publishable when they are spoilt once
const spoilt = spoiler(MODELS, [0, 1, 1, 1, 2, 3]);

/** Never a fault of ours; what is refused is refused in words. */
function isAnswer(answer: request.Response): request.Response {
  if (answer.status >= 500) throw new Error(`${answer.status}: ${answer.text}`);
  if (answer.status >= 400) expect(answer.body.title).toMatch(/\p{Script=Han}/u);
  return answer;
}

interface OpenTask {
  readonly id: string;
  readonly purpose: string;
  readonly accounts: readonly string[];
}

const openTasks = (obligationId: string): Promise<OpenTask[]> =>
  c.sql<OpenTask>(
    `SELECT t.id, t.purpose, ARRAY(SELECT p.account FROM person p WHERE p.tenant = t.tenant AND p.id = ANY(t.candidate_ids) ORDER BY 1) AS accounts
       FROM task t JOIN instance i ON i.tenant = t.tenant AND i.id = t.instance_id
      WHERE t.tenant = $1 AND i.obligation_id = $2 AND t.status = 'open' ORDER BY t.id`,
    [TENANT, obligationId],
  );

/** What people do with an open task, right or wrong. */
async function actOn({ id, accounts }: OpenTask, number: number): Promise<void> {
  const client = await c.as(accounts[number % Math.max(1, accounts.length)] ?? 'admin');
  const data = [
    {
      content: '完成',
      kind: '重点事项',
      amount: 1,
      partners: '市水利局、不存在的单位',
      progress: '已完成',
      completion: '已完成',
    },
    { content: '未完' },
    { score: 61, form: null },
  ][number % 3];
  const verb = ['submit', 'approve', 'submit', 'approve', 'return'][number % 5]!;
  const body = { submit: { data, evidenceIds: [] }, approve: {}, return: { reason: '请补充材料。' } }[verb];
  isAnswer(await client.post(`/tasks/${id}/${verb}`).send(body));
}

/** What happens without people: handlers, the outbox, time, messages, an administrator's second try. */
async function happen(obligationId: string, number: number): Promise<void> {
  const rounds = [
    () => p.work(),
    () => p.deliver(),
    () => {
      c.clock.advance({ hours: 30 });
      return p.fireDue();
    },
    async () => {
      const waiting = await c.sql<{ kind: 'message' | 'signal'; name: string; key: string | null }>(
        'SELECT kind, name, key FROM wait WHERE obligation_id = $1 ORDER BY id',
        [obligationId],
      );
      for (const { kind, name, key } of waiting.slice(0, 1)) {
        const place = kind === 'signal' ? {} : key === null ? { obligationId } : { key };
        isAnswer(await admin.post(`/flow-messages/${kind}s`).send({ name, ...place, variables: { number } }));
      }
      await p.deliver();
    },
    async () => {
      const troubled = await c.sql<{ id: string; node: string; token: number }>(
        `SELECT id, x->>'nodeId' AS node, (x->>'token')::int AS token
           FROM instance, jsonb_array_elements(marking->'incidents') x WHERE obligation_id = $1`,
        [obligationId],
      );
      for (const { id, node, token } of troubled)
        isAnswer(await admin.post(`/instances/${id}/retry`).send({ nodeId: node, token, variables: { form: {} } }));
    },
  ];
  await rounds[number % rounds.length]!();
}

const came = { refused: 0, published: 0, started: 0, acts: 0 };

async function goThrough(xml: string, dice: readonly number[]): Promise<void> {
  const checked = isAnswer(await admin.post('/definitions/check').send({ xml }));
  const key = `spoilt-${came.refused + came.published}`;
  isAnswer(await admin.post('/definitions').send({ key, name: '测试', xml }));
  const answer = isAnswer(await admin.post(`/definitions/${key}/versions`).send({ xml, note: '测试', basedOn: 0 }));
  expect([answer.status, checked.body.publishable]).toEqual(
    answer.status === 201 ? [201, true] : [expect.any(Number), false],
  );
  if (answer.status !== 201) return void came.refused++;
  came.published++;
  await p.bind(key, 'dajiang');
  const obligationId = await c.obligation({ unitId: 'dajiang' });
  const begun = isAnswer(await (await c.as('dajiang')).post(`/obligations/${obligationId}/start`).send({}));
  if (begun.status !== 201) return;
  came.started++;
  for (const number of dice) {
    const open = await openTasks(obligationId);
    const task = open[number % Math.max(1, open.length)];
    if (task && number % 3 > 0) await actOn(task, Math.floor(number / 7));
    else await happen(obligationId, Math.floor(number / 7));
    came.acts++;
  }
  const instances = await c.sql<{ id: string }>('SELECT id FROM instance WHERE obligation_id = $1', [obligationId]);
  for (const { id } of instances) {
    isAnswer(await admin.get(`/instances/${id}`));
    expect([id, await p.isSound(id)]).toEqual([id, true]);
  }
}

/** Nothing of one run is left to do in the next, and sessions do not end with the days that pass in it. */
async function forget(): Promise<void> {
  for (const table of ['timer', 'job', 'wait', 'outbox']) await c.sql(`DELETE FROM ${table}`);
  c.clock.set('2024-11-01T01:00:00Z');
}

const numbers = (length: number) => fc.array(fc.nat(1_000_000), { minLength: length, maxLength: length });

test('whatever is done to a drawing, the server answers; what it publishes it also runs', async () => {
  await fc.assert(
    fc.asyncProperty(numbers(40), numbers(12), async (dice, acts) => {
      const { xml, how } = spoilt(dice);
      try {
        await goThrough(xml, acts);
      } catch (error) {
        throw new Error(`${how}: ${error instanceof Error ? error.message : ''}\n${xml}`, { cause: error });
      } finally {
        await forget();
      }
    }),
    { numRuns: propertyRuns(60), endOnFailure: true },
  );
  expect(Math.min(came.refused, came.published, came.started)).toBeGreaterThan(5);
}, 3_600_000);
