// Submitting over HTTP, acts per second, against pgbench writing the same rows into the same database.
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { spawnSync } from 'node:child_process';
import pg from 'pg';
import { signIn } from '../support/client.mjs';
import { dataFolder, removeFolder, startServer } from '../support/server.mjs';

const ACTS = 400;
const CLIENTS = 8;
const PGBENCH_SECONDS = 6;

/** Runs `work` for every item, a few at a time. @template T @param {readonly T[]} items @param {(item: T) => Promise<unknown>} work */
async function spread(items, work) {
  const rest = [...items];
  await Promise.all(
    Array.from({ length: CLIENTS }, async () => {
      for (let item = rest.shift(); item !== undefined; item = rest.shift()) await work(item);
    }),
  );
}

const data = { progress: '已完成首轮培训，建立登记卡。', completion: '已完成', problems: '', nextSteps: '' };

/** Acts per second over HTTP: every one takes an obligation of the unit from 草稿 to 已报送. @param {Awaited<ReturnType<typeof startServer>>} server */
async function actsPerSecond(server) {
  const obligations = [];
  /** @type {{ call: Awaited<ReturnType<typeof signIn>>, taskId: string, evidenceIds: string[] }[]} */
  const ready = [];
  for (const account of [
    'gonganju',
    'jiaotongju',
    'shuiliju',
    'yingjiju',
    'weijianju',
    'chengguanju',
    'taicheng',
    'dajiang',
    'shuibu',
    'sijiu',
    'baisha',
    'sanhe',
  ]) {
    if (ready.length >= ACTS) break;
    const call = await signIn(server.url, account, server.password(account));
    const { items } = await call('GET', '/obligations?status=pending&limit=200');
    const own = items
      .filter((/** @type {any} */ item) => item.unit.id === account && item.kind === 'stageResult')
      .slice(0, ACTS - ready.length);
    obligations.push(...own);
    await spread(own, async (item) => {
      const { taskId } = await call('POST', `/obligations/${item.id}/start`, {});
      const body = new FormData();
      body.set('file', new File(['培训签到表\n'], '签到表.txt', { type: 'text/plain' }));
      const evidence = await call('POST', `/evidence?obligationId=${item.id}`, body);
      const evidenceIds = [evidence.id];
      await call('PUT', `/tasks/${taskId}/draft`, { data, evidenceIds });
      ready.push({ call, taskId, evidenceIds });
    });
  }
  const began = performance.now();
  await spread(ready, ({ call, taskId, evidenceIds }) =>
    call('POST', `/tasks/${taskId}/submit`, { data, evidenceIds }),
  );
  return ready.length / ((performance.now() - began) / 1000);
}

/** The rows of one submission, as one transaction that knows nothing of flows: lock, one writing statement, commit. */
const SCRIPT = `
\\set n random(1, :count)
BEGIN;
SELECT i.id, i.marking, i.revision FROM instance i JOIN bench_pick p ON p.instance_id = i.id WHERE i.tenant = 'taishan' AND p.n = :n FOR UPDATE OF i;
WITH pick AS (SELECT * FROM bench_pick WHERE n = :n),
 the_instance AS (UPDATE instance i SET marking = i.marking, revision = i.revision + 1, round = i.round + 1, drafter_ids = i.drafter_ids,
   history_seq = i.history_seq + 1, history_hash = i.history_hash FROM pick WHERE i.tenant = 'taishan' AND i.id = pick.instance_id),
 the_task AS (UPDATE task t SET status = 'completed', closed_at = now(), closed_by = pick.person_id FROM pick WHERE t.tenant = 'taishan' AND t.id = pick.task_id),
 opened AS (INSERT INTO task SELECT 'taishan', gen_random_uuid(), pick.instance_id, 'bench' || nextval('bench_seq'), '已报送', 'review', 'open', ARRAY[pick.person_id], NULL, pick.unit_id, pick.obligation_id, NULL, now() FROM pick),
 the_history AS (INSERT INTO history SELECT 'taishan', pick.instance_id, nextval('bench_seq')::int, 1, now(), pick.person_id, 'submit', 'draft', pick.event, ARRAY['draft','f1','submitted'], '', pick.hash, pick.hash FROM pick),
 the_outbox AS (INSERT INTO outbox SELECT 'taishan', gen_random_uuid(), pick.instance_id, 'bench', pick.event, now(), now(), 0, NULL, now() FROM pick),
 the_submission AS (UPDATE submission s SET status = s.status, rounds = s.rounds, updated_at = now() FROM pick WHERE s.tenant = 'taishan' AND s.id = pick.submission_id),
 the_round AS (INSERT INTO submission_round SELECT 'taishan', pick.submission_id, nextval('bench_seq')::int, pick.event, '{}', pick.person_id, now() FROM pick),
 the_draft AS (DELETE FROM submission_draft d USING pick WHERE d.tenant = 'taishan' AND d.instance_id = pick.instance_id),
 the_obligation AS (UPDATE obligation o SET status = o.status, submitted_at = now(), reader_unit_ids = o.reader_unit_ids FROM pick WHERE o.tenant = 'taishan' AND o.id = pick.obligation_id),
 the_answer AS (INSERT INTO idempotency_key SELECT 'taishan', pick.person_id, 'bench' || nextval('bench_seq'), '\\x00', 200, '"1"', pick.answer, now() FROM pick)
SELECT 1;
COMMIT;
`;

/** @param {string} folder of the server's data */
async function rowsPerSecond(folder) {
  const client = new pg.Client({ host: path.join(folder, 'run'), user: 'postgres', database: 'postgres' });
  await client.connect();
  await client.query('CREATE SEQUENCE bench_seq START 1000');
  await client.query(`
    CREATE TABLE bench_pick AS
    SELECT row_number() OVER () AS n, i.id AS instance_id, i.submission_id, i.obligation_id, i.unit_id, i.started_by AS person_id,
           (SELECT t.id FROM task t WHERE t.tenant = i.tenant AND t.instance_id = i.id ORDER BY t.opened_at LIMIT 1) AS task_id,
           (SELECT to_jsonb(h) FROM history h WHERE h.tenant = i.tenant AND h.instance_id = i.id ORDER BY seq DESC LIMIT 1) AS event,
           i.history_hash AS hash,
           (SELECT k.body FROM idempotency_key k WHERE k.tenant = i.tenant AND k.body IS NOT NULL LIMIT 1) AS answer
      FROM instance i`);
  await client.query('CREATE UNIQUE INDEX bench_pick_n ON bench_pick (n)');
  await client.query('ANALYZE');
  const { rows } = await client.query('SELECT count(*)::int AS count FROM bench_pick');
  await client.end();
  const script = path.join(folder, `${randomUUID()}.sql`);
  writeFileSync(script, SCRIPT);
  const ran = spawnSync(
    'pgbench',
    [
      '-n',
      '-M',
      'prepared',
      '-f',
      script,
      '-D',
      `count=${rows[0].count}`,
      '-c',
      String(CLIENTS),
      '-j',
      '2',
      '-T',
      String(PGBENCH_SECONDS),
      '-h',
      path.join(folder, 'run'),
      '-U',
      'postgres',
      'postgres',
    ],
    { encoding: 'utf8' },
  );
  const rate = /tps = ([\d.]+)/.exec(ran.stdout ?? '')?.[1];
  if (ran.status !== 0 || rate === undefined)
    throw new Error(`pgbench (Debian: postgresql-client) did not run: ${ran.error ?? ran.stderr}`);
  return Number(rate);
}

async function measure() {
  const folder = dataFolder();
  const server = await startServer(folder);
  try {
    const acts = await actsPerSecond(server);
    const rows = await rowsPerSecond(folder);
    return [
      {
        row: 'act.http',
        value: acts,
        unit: 'acts/s',
        against: `pgbench, the same rows (${rows.toFixed(0)}/s)`,
        ratio: acts / rows,
      },
    ];
  } finally {
    await server.stop();
    removeFolder(folder);
  }
}

export default { names: ['act.http'], measure };
