import pg from 'pg';
import { LOCK_TASK, LOCK_TASKS } from '../../../apps/api/src/instances/lock-statements.js';
import { TENANT } from '../../support/world.js';
import { city, submitted, type City } from './city.js';

// A statement is planned when a server first uses it; in a new city that is while it is empty, and the plan stays until
// there are statistics. It must not become slow meanwhile.

let c: City;
let client: pg.Client;
let task: string;
beforeAll(async () => {
  c = await city();
  client = new pg.Client({ connectionString: c.database.url });
  await client.connect();
  await client.query('SET plan_cache_mode = force_generic_plan');
  for (const { name, text } of [LOCK_TASK, LOCK_TASKS]) await client.query(`PREPARE "${name}" AS ${text}`);
  for (const statement of Object.keys(VALUES)) await run(statement, '01890000-0000-7000-8000-000000000000');
  const { instanceId } = await submitted(c);
  task = await c.taskAt(instanceId, 'submitted');
  await copies(instanceId);
});
afterAll(async () => {
  await client?.end();
  await c?.close();
});

interface Node {
  readonly Plans?: readonly Node[];
  readonly 'Actual Loops': number;
  readonly 'Actual Rows': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Join Filter'?: number;
}

/** Rows that were looked at, by all parts of a plan together. */
const lookedAt = (node: Node): number =>
  (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Join Filter'] ?? 0)) *
    node['Actual Loops'] +
  (node.Plans ?? []).reduce((sum, each) => sum + lookedAt(each), 0);

/** What each is given, as SQL. */
const VALUES: Readonly<Record<string, (task: string) => string>> = {
  [LOCK_TASK.name]: (id) => `'${TENANT}', '${id}', NULL, NULL, '2024-11-01', '{}', '{}'`,
  [LOCK_TASKS.name]: (id) => `'${TENANT}', '{${id}}', NULL, '{NULL}', '2024-11-01'`,
};

async function run(statement: string, id: string): Promise<number> {
  const { rows } = await client.query(
    `EXPLAIN (ANALYZE, FORMAT JSON) EXECUTE "${statement}" (${VALUES[statement]!(id)})`,
  );
  return lookedAt(rows[0]['QUERY PLAN'][0].Plan as Node);
}

const MANY = 200;

/** Matters like one that there is, each with its obligation and tasks. */
async function copies(instanceId: string): Promise<void> {
  const copy = async (table: string, own: Readonly<Record<string, string>>, where: string): Promise<void> => {
    const columns = Object.keys(own);
    const { rows } = await client.query(
      `SELECT string_agg(quote_ident(column_name), ', ') AS others FROM information_schema.columns
        WHERE table_name = $1 AND NOT column_name = ANY($2::text[]) AND is_generated = 'NEVER'`,
      [table, columns],
    );
    const { others } = rows[0] as { others: string };
    await client.query(
      `INSERT INTO ${table} (${columns.join(', ')}, ${others})
       SELECT ${Object.values(own).join(', ')}, ${others} FROM ${table}, generate_series(1, ${MANY}) n WHERE ${where}`,
      [instanceId],
    );
  };
  const id = (kind: number): string => `('0190${kind}000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid`;
  // only what is read here is copied, not what it refers to
  await client.query('SET session_replication_role = replica');
  const obligation = { id: id(1), key: `'copy/' || n`, seq: '5000 + n', number: `'C-' || n`, instance_id: id(2) };
  await copy('obligation', obligation, 'id = (SELECT obligation_id FROM instance WHERE id = $1)');
  await copy('instance', { id: id(2), obligation_id: id(1), submission_id: id(3) }, 'id = $1');
  await copy('task', { id: 'gen_random_uuid()', obligation_id: id(1), instance_id: id(2) }, 'instance_id = $1');
}

test.each(Object.keys(VALUES))('planned in an empty city, %s finds a task without going through all', async (name) => {
  const [{ n }] = (await c.sql<{ n: number }>('SELECT count(*)::int AS n FROM task')) as [{ n: number }];
  expect(n).toBeGreaterThan(MANY);
  // reading each table once is what a plan for an empty city may do; reading one for each row of another is not
  expect(await run(name, task)).toBeLessThan(20 * n);
});
