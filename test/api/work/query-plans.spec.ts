import { jest } from '@jest/globals';
import pg from 'pg';
import { OutboxStore } from '../../../apps/api/src/outbox/outbox.store.js';
import { city, type City } from './city.js';

let c: City;
beforeAll(async () => {
  c = await city();
  const { instanceId, obligationId } = await c.started();
  const rows = (sql: string, values: unknown[] = []) => c.sql(sql, values);
  // a large city: 5,000 people in 50 units, 3,000 obligations with their instances …
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
       status, NULL, NULL, reader_unit_ids, NULL, NULL, NULL, created_at FROM obligation, generate_series(1, 3000) n WHERE id = $1`,
    [obligationId],
  );
  await rows(
    `INSERT INTO instance SELECT i.tenant, gen_random_uuid(), i.definition_version_id, o.id, i.unit_id, i.supervisor_unit_id, i.reader_unit_ids,
       i.seat_unit_ids, i.seat_roles, i.seat_person_ids, i.drafter_ids, gen_random_uuid(), 0, i.marking, i.status, NULL, 1, 1, '', i.started_by, now(), NULL,
       i.main, '{}', i.approval
       FROM instance i, obligation o WHERE i.id = $1 AND o.key LIKE 'copy%'`,
    [instanceId],
  );
  // … and years of their work: 36,000 tasks (a sixth of them open), 48,000 delivered messages, 18,000 fired timers
  await rows(`INSERT INTO task (tenant, id, instance_id, node_id, name, purpose, status, candidate_ids, holder_id, unit_id, obligation_id,
                  due_at, opened_at, closed_at, closed_by, seat)
                SELECT i.tenant, gen_random_uuid(), i.id, 'old' || n, '审核', 'review', CASE WHEN n % 6 = 0 THEN 'open' ELSE 'completed' END,
                ARRAY[gen_random_uuid(), gen_random_uuid()], NULL, 'shuiliju', i.obligation_id, NULL, now(), now(), gen_random_uuid(), 100 + n
                FROM instance i, generate_series(1, 12) n`);
  await rows(
    `INSERT INTO outbox SELECT i.tenant, gen_random_uuid(), i.id, 'task.opened', '{}', now(), now(), 1, NULL, now() FROM instance i, generate_series(1, 16)`,
  );
  await rows(`INSERT INTO timer SELECT i.tenant, gen_random_uuid(), i.id, 't' || n, now() - interval '1 year', 'fired', 0, NULL, now()
                FROM instance i, generate_series(1, 6) n`);
  await rows('ANALYZE');
}, 120_000);
afterAll(() => c?.close());

type Given = { text: string; values: unknown[] };

/** The statement that `work` sends and that `chosen` knows by its text, with its values. */
async function sentBy(work: () => Promise<unknown>, chosen: RegExp): Promise<Given> {
  const seen: Given[] = [];
  const query = pg.Client.prototype.query;
  jest.spyOn(pg.Client.prototype, 'query').mockImplementation(function (this: pg.Client, ...given: unknown[]) {
    const [first, second] = given as [string | Given, unknown[]];
    const call = typeof first === 'string' ? { text: first, values: Array.isArray(second) ? second : [] } : first;
    if (chosen.test(call.text)) seen.push({ text: call.text, values: call.values ?? [] });
    return (query as (...all: unknown[]) => unknown).apply(this, given);
  } as never);
  await work();
  jest.restoreAllMocks();
  expect(seen).toHaveLength(1);
  return seen[0]!;
}

const planOf = async ({ text, values }: Given): Promise<string> =>
  (await c.sql<{ 'QUERY PLAN': string }>(`EXPLAIN ${text}`, values)).map((row) => row['QUERY PLAN']).join('\n');

test('an inbox reads the tasks of its person, however many others there are', async () => {
  const officer = await c.as('gongan');
  const plan = await planOf(await sentBy(() => officer.get('/tasks').expect(200), /FROM task t/));
  expect(plan).toContain('task_inbox');
  expect(plan).not.toMatch(/Seq Scan on task/);
});

test('an inbox of a deputy reads the tasks of its persons only, for every flow and for chosen ones', async () => {
  const [officer, away, partly] = [await c.as('gongan'), await c.as('gongan2'), await c.as('gongan-shenhe')];
  for (const [who, definitionKeys] of [
    [away, null],
    [partly, ['stage-result', 'filing']],
  ] as const)
    await who
      .post('/deputies')
      .send({ deputyId: officer.personId, from: '2024-11-01', to: '2024-11-08', definitionKeys, reason: '出差' })
      .expect(201);
  const plan = await planOf(await sentBy(() => officer.get('/tasks').expect(200), /FROM task t/));
  await c.sql('DELETE FROM deputy_rule');
  expect(plan).toContain('task_inbox');
  expect(plan).not.toMatch(/Seq Scan on task\b/);
});

test('whom a person stands in for is read by index, with every request', async () => {
  await c.sql(`INSERT INTO deputy_rule (tenant, id, principal_id, deputy_id, valid_from, valid_to, reason, made_by, made_at, ended_by, ended_at)
                SELECT p.tenant, gen_random_uuid(), p.id, q.id, '2024-01-01', '2024-01-31', '出差', p.id, now(),
                       CASE WHEN n % 2 = 0 THEN p.id END, CASE WHEN n % 2 = 0 THEN now() END
                  FROM (SELECT *, row_number() OVER () AS n FROM person WHERE account LIKE 'person%' LIMIT 2500) p
                  JOIN LATERAL (SELECT id FROM person WHERE account = 'person' || 5001 - p.n) q ON TRUE`);
  await c.sql('ANALYZE deputy_rule');
  const officer = await c.as('gongan');
  const plan = await planOf(await sentBy(() => officer.get('/notifications').expect(200), /FROM session s/));
  await c.sql('DELETE FROM deputy_rule');
  expect(plan).toMatch(/deputy_rule_standing|deputy_rule_of_deputy/);
  expect(plan).not.toMatch(/Seq Scan on (deputy_rule|person)\b/);
});

test('what is done is read by the one who did it', async () => {
  const officer = await c.as('gongan');
  const plan = await planOf(await sentBy(() => officer.get('/tasks?status=done').expect(200), /FROM task t/));
  expect(plan).toContain('task_done_by');
});

test('an act locks by key, and reads nothing from one end to the other', async () => {
  const { taskId } = await c.started();
  const officer = await c.as('gongan');
  const plan = await planOf(
    await sentBy(() => officer.post(`/tasks/${taskId}/claim`).send({}).expect(200), /FOR UPDATE OF i, t/),
  );
  expect(plan).not.toMatch(/Seq Scan on (task|instance|obligation|membership|person)\b/);
});

test('what was given up is no row of the index that the outbox takes from', async () => {
  const size = async (): Promise<number> => {
    await c.sql('REINDEX INDEX outbox_undelivered');
    const [row] = await c.sql<{ size: number }>(`SELECT pg_relation_size('outbox_undelivered')::integer AS size`);
    return row!.size;
  };
  const before = await size();
  await c.sql(
    `INSERT INTO outbox (tenant, id, topic, payload, created_at, due_at, attempts, failing_since, abandoned_at, abandoned_reason)
     SELECT 'taishan', gen_random_uuid(), 'flow.message', '{}', now(), now(), 5, now(), now(), '没有送达' FROM generate_series(1, 3000)`,
  );
  expect(await size()).toBe(before);
});

test('the list of what does not arrive reads that, and nothing of what did', async () => {
  const admin = await c.as('admin');
  // every instance waits for a moment, and one in a hundred of them does not come
  await c.sql(`INSERT INTO timer (tenant, id, instance_id, node_id, due_at, status, attempts, failing_since)
                SELECT i.tenant, gen_random_uuid(), i.id, 'term', now() + interval '1 day', 'pending',
                       CASE WHEN n = 100 THEN 7 ELSE 0 END, CASE WHEN n = 100 THEN now() END
                  FROM (SELECT tenant, id, row_number() OVER () % 100 + 1 AS n FROM instance) i`);
  // … and thousands of flows begin by the clock
  await c.sql(`INSERT INTO scheduled_start (tenant, id, definition_key, definition_version_id, node_id, trigger, due, due_at, attempts, failing_since)
                SELECT v.tenant, gen_random_uuid(), v.key, v.id, 'planted', n, '{}', now() + interval '1 day',
                       CASE WHEN n % 1000 = 0 THEN 7 ELSE 0 END, CASE WHEN n % 1000 = 0 THEN now() END
                  FROM (SELECT * FROM definition_version LIMIT 1) v, generate_series(1, 6000) n`);
  await c.sql('ANALYZE timer, scheduled_start');
  const { values, text } = await sentBy(() => admin.get('/deliveries').expect(200), /AS "abandonedBy"/);
  const plan = await planOf({ text, values });
  expect(plan).toContain('outbox_in_trouble');
  expect(plan).toContain('timer_in_trouble');
  expect(plan).toContain('scheduled_start_in_trouble');
  expect(plan).not.toMatch(/Seq Scan on (outbox|timer|scheduled_start|instance|obligation|person)\b/);
  const count = await planOf(await sentBy(() => admin.get('/deliveries').expect(200), /count\(\*\) FROM outbox/));
  expect(count).toContain('outbox_in_trouble');
  expect(count).not.toMatch(/Seq Scan on (outbox|timer|scheduled_start)\b/);
});

test('the outbox and the timers look only at what is still to do', async () => {
  const store = c.app.get(OutboxStore, { strict: false });
  const outbox = await planOf(await sentBy(() => store.take(c.clock.date(), 1), /FROM outbox/));
  expect(outbox).toContain('outbox_undelivered');
  const { LOCK_DUE_TIMER } = await import('../../../apps/api/src/instances/lock-statements.js');
  const plan = await planOf({ text: LOCK_DUE_TIMER.text, values: [new Date(), '2024-11-01'] });
  expect(plan).toContain('timer_due');
});
