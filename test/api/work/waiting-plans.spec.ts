import { jest } from '@jest/globals';
import pg from 'pg';
import { DeliverSignalConsumer } from '../../../apps/api/src/messages/deliver-signal.consumer.js';
import { JobStore } from '../../../apps/api/src/jobs/job.store.js';
import * as locks from '../../../apps/api/src/instances/lock-statements.js';
import { TENANT } from '../../support/world.js';
import { city, type City } from './city.js';

// How the statements find what waits, in a city of years: by index, and only what they are about.

let c: City;
let own: { readonly instanceId: string; readonly obligationId: string };
beforeAll(async () => {
  c = await city();
  own = await c.started();
  const rows = (sql: string, values: unknown[] = []) => c.sql(sql, values);
  await rows(
    `INSERT INTO unit SELECT 'taishan', 'unit' || n, '单位', '单位', 'department', '{}', '{}', '2024-01-01' FROM generate_series(1, 50) n`,
  );
  await rows(
    `INSERT INTO person SELECT 'taishan', gen_random_uuid(), 'person' || n, '某人', now() FROM generate_series(1, 5000) n`,
  );
  await rows(`INSERT INTO membership SELECT tenant, gen_random_uuid(), id, 'unit' || 1 + substr(account, 7)::int % 50, 'handler', '2024-01-01', NULL
                FROM person WHERE account LIKE 'person%'`);
  await rows(
    `INSERT INTO obligation SELECT tenant, gen_random_uuid(), plan_id, 'copy' || n, 'copy' || n, n, measure_no, unit_id, kind, requirement, due_on,
       status, NULL, NULL, reader_unit_ids, NULL, NULL, NULL, created_at FROM obligation, generate_series(1, 4000) n WHERE id = $1`,
    [own.obligationId],
  );
  // one in two hundred is in trouble
  await rows(
    `INSERT INTO instance SELECT i.tenant, gen_random_uuid(), i.definition_version_id, o.id, i.unit_id, i.supervisor_unit_id, i.reader_unit_ids,
       i.seat_unit_ids, i.seat_roles, i.seat_person_ids, i.drafter_ids, gen_random_uuid(), 0, i.marking,
       CASE WHEN o.seq % 200 = 0 THEN 'incident' ELSE i.status END, NULL, 1, 1, '', i.started_by, now(), NULL,
       i.main, '{}', i.approval
       FROM instance i, obligation o WHERE i.id = $1 AND o.key LIKE 'copy%'`,
    [own.instanceId],
  );
  // every flow can be withdrawn by a message, one in ten waits for a decision by its number, one in a hundred for a signal
  await rows(`INSERT INTO wait (tenant, id, instance_id, obligation_id, node_id, token, kind, name, key, since)
                SELECT tenant, gen_random_uuid(), id, obligation_id, 'withdraw', 0, 'message', '撤销督办', NULL, now() FROM instance`);
  await rows(`INSERT INTO wait (tenant, id, instance_id, obligation_id, node_id, token, kind, name, key, since)
                SELECT i.tenant, gen_random_uuid(), i.id, o.id, 'decide', 1, 'message', '行政复议决定', '第' || o.seq || '号', now()
                  FROM instance i JOIN obligation o ON o.id = i.obligation_id WHERE o.seq % 10 = 0`);
  await rows(`INSERT INTO wait (tenant, id, instance_id, obligation_id, node_id, token, kind, name, key, since)
                SELECT i.tenant, gen_random_uuid(), i.id, o.id, 'campaign', 1, 'signal', '专项检查启动', NULL, now()
                  FROM instance i JOIN obligation o ON o.id = i.obligation_id WHERE o.seq % 100 = 0`);
  await rows(`INSERT INTO job (tenant, id, instance_id, node_id, token, handler, input, status, created_at, due_at)
                SELECT tenant, gen_random_uuid(), id, 'tell', n, 'notify', '{}', 'done', now(), now() FROM instance, generate_series(1, 8) n`);
  await rows(`INSERT INTO job (tenant, id, instance_id, node_id, token, handler, input, status, created_at, due_at)
                SELECT tenant, gen_random_uuid(), id, 'tell', 9, 'notify', '{}', 'pending', now(), '2024-10-01' FROM instance LIMIT 40`);
  await rows(
    `INSERT INTO history (tenant, instance_id, seq, at, actor_id, verb, node_id, event, passed, text, prev_hash, hash, revision)
                SELECT h.tenant, i.id, n, h.at, h.actor_id, 'submit', h.node_id, h.event, h.passed, h.text, '', '', n
                  FROM history h, instance i, generate_series(1, 10) n WHERE h.instance_id = $1 AND h.seq = 1 AND i.id <> $1`,
    [own.instanceId],
  );
  await rows('ANALYZE');
}, 120_000);
afterAll(() => c?.close());

interface Given {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Every reading and writing of rows that `work` sends. */
async function sentBy(work: () => Promise<unknown>): Promise<readonly Given[]> {
  const seen: Given[] = [];
  const query = pg.Client.prototype.query;
  jest.spyOn(pg.Client.prototype, 'query').mockImplementation(function (this: pg.Client, ...given: unknown[]) {
    const [first, second] = given as [string | Given, unknown[]];
    const call = typeof first === 'string' ? { text: first, values: Array.isArray(second) ? second : [] } : first;
    if (/^\s*(SELECT|INSERT|UPDATE|DELETE|WITH)\b/.test(call.text)) seen.push({ ...call, values: call.values ?? [] });
    return (query as (...all: unknown[]) => unknown).apply(this, given);
  } as never);
  await work();
  jest.restoreAllMocks();
  return seen;
}

/** The plan for these values, and the one for any values that a prepared statement comes to after a while. */
async function plansOf({ text, values }: Given): Promise<readonly string[]> {
  const lines = (rows: readonly { 'QUERY PLAN': string }[]): string =>
    rows.map((row) => row['QUERY PLAN'].replaceAll(/\s*\(cost=.*/g, '')).join('\n');
  return [lines(await c.sql(`EXPLAIN ${text}`, [...values])), lines(await c.sql(`EXPLAIN (GENERIC_PLAN) ${text}`))];
}

const LARGE = /Seq Scan on (instance|obligation|job|wait|outbox|history|task|timer|membership|person|notification)\b/;

async function readsByIndex(given: Given, ...indexes: readonly string[]): Promise<void> {
  for (const plan of await plansOf(given)) {
    expect(plan).not.toMatch(LARGE);
    for (const index of indexes) expect(plan).toContain(index);
  }
}

/** Rows that a run of the statement looks at and throws away. */
async function wasted({ text, values }: Given): Promise<number> {
  const plan = await c.sql<{ 'QUERY PLAN': string }>(`EXPLAIN (ANALYZE, COSTS OFF) ${text}`, [...values]);
  const removed = plan.flatMap((row) => /Rows Removed by .*: (\d+)/.exec(row['QUERY PLAN'])?.[1] ?? []);
  return removed.reduce((sum, count) => sum + Number(count), 0);
}

const TODAY = '2024-11-01';
const get = <Type>(type: new (...all: never[]) => Type): Type => c.app.get(type, { strict: false });

test('an instance is locked by its key', async () => {
  await readsByIndex({ text: locks.LOCK_INSTANCE.text, values: [TENANT, own.instanceId, TODAY] }, 'instance_pk');
});

test('the answer of a job locks the job by its key', async () => {
  const [job] = await c.sql<{ id: string }>(`SELECT id FROM job WHERE status = 'pending' LIMIT 1`);
  await readsByIndex({ text: locks.LOCK_JOB.text, values: [TENANT, job!.id, TODAY] }, 'job_pk');
});

test.each([
  ['with a key', ['行政复议决定', '第3000号', null], 'wait_by_name'],
  ['about an obligation', ['撤销督办', null, 'own'], 'wait_without_key'],
  ['with both', ['撤销督办', '第3000号', 'own'], 'wait_without_key'],
  ['that nobody waits for', ['无人等', '第3000号', 'own'], 'wait_by_name'],
])('a message %s finds its place, however many wait for the same', async (_what, [name, key, obligation], index) => {
  const values = [TENANT, name, key, obligation === 'own' ? own.obligationId : null, TODAY];
  const given = { text: locks.LOCK_WAIT.text, values };
  expect(await wasted(given)).toBeLessThan(20);
  const [forThese, forAny] = await plansOf(given);
  expect(`${forThese}\n${forAny}`).not.toMatch(LARGE);
  expect(forThese).toContain(index);
});

test('a job is taken from those that are due, not looked for among those that are done', async () => {
  const [take] = await sentBy(() => get(JobStore).take(c.clock.date()));
  await readsByIndex(take!, 'job_due');
});

test('a signal is spread to those who wait for it', async () => {
  const payload = { name: '专项检查启动', variables: {}, instanceId: null, obligationId: null };
  const delivery = { tenant: TENANT, id: own.instanceId, topic: 'flow.signal', payload, createdAt: new Date() };
  const spread = () => get(DeliverSignalConsumer).deliver({ instanceId: null, ...delivery } as never);
  // the flows in use, which might begin with it, are loaded once
  await spread();
  const sent = await sentBy(spread);
  expect(sent).toHaveLength(3);
  await readsByIndex(sent[0]!, 'wait_by_name');
  expect(await wasted(sent[0]!)).toBe(0);
  for (const plan of await plansOf(sent[1]!)) expect(plan).not.toMatch(LARGE);
});

test('the list of incidents reads what is in trouble, and nothing of what runs', async () => {
  const admin = await c.as('admin');
  const sent = await sentBy(() => admin.get('/instances/incidents').expect(200));
  const about = sent.filter(({ text }) => /instance/.test(text) && !/session|membership/.test(text));
  expect(about).toHaveLength(2);
  await readsByIndex(about[0]!, 'instance_in_trouble');
  await readsByIndex(about[1]!, 'instance_pk', 'history_pk');
  for (const each of about) expect(await wasted(each)).toBeLessThan(1_000);
});
