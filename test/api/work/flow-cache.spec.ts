import { FlowsReadModel } from '../../../apps/api/src/definitions/flows.read-model.js';
import { TENANT } from '../../support/world.js';
import { city, type City } from './city.js';

let c: City;
let flows: FlowsReadModel;
beforeAll(async () => {
  c = await city();
  flows = c.app.get(FlowsReadModel, { strict: false });
});
afterAll(() => c?.close());

/** As much as the server keeps, in nodes. */
const MOST_NODES = 20_000;

type Compiled = Record<'nodes', Record<string, object>>;

const shipped = async (): Promise<Compiled> => {
  const [row] = await c.sql<{ compiled: Compiled }>(
    `SELECT compiled FROM definition_version WHERE tenant = $1 AND key = 'stage-result' AND version = 1`,
    [TENANT],
  );
  return row!.compiled;
};

/** Publishes past the checks: a city's own row, or one of another city. */
async function version(no: number, hash: string, compiled: object, tenant = TENANT): Promise<string> {
  const key = 'stage-result';
  await c.sql(
    `INSERT INTO definition (tenant, id, key, name, created_by, created_at, updated_at)
     SELECT $1, gen_random_uuid(), key, name, NULL, created_at, updated_at FROM definition WHERE tenant = $2 AND key = $3 ON CONFLICT DO NOTHING`,
    [tenant, TENANT, key],
  );
  const [row] = await c.sql<{ id: string }>(
    `INSERT INTO definition_version (tenant, id, key, version, name, xml, compiled, hash, form, note, published_by, published_at)
     SELECT $1, gen_random_uuid(), key, $2, name, xml, $4, $3, form, note, NULL, published_at
       FROM definition_version WHERE tenant = $5 AND key = $6 AND version = 1 RETURNING id`,
    [tenant, no, hash, compiled, TENANT, key],
  );
  return row!.id;
}

const large = async (nodes: number): Promise<Compiled> => {
  const flow = await shipped();
  const more = Array.from({ length: nodes }, (_, i) => [`more${i}`, flow.nodes['review']!] as const);
  return { ...flow, nodes: { ...flow.nodes, ...Object.fromEntries(more) } };
};

/** Nodes of what the server holds on to, each machine once. */
const held = (name: 'flows' | 'workflows'): number => {
  const cache = (flows as unknown as Record<string, { readonly values: ReadonlyMap<string, unknown> }>)[name]!;
  const workflows = [...cache.values.values()].map((value) =>
    name === 'flows' ? (value as { workflow: object }).workflow : value,
  );
  return [...new Set(workflows)].reduce(
    (sum: number, workflow) => sum + Object.keys((workflow as { compiled: Compiled }).compiled.nodes).length,
    0,
  );
};

test('versions with one hash share one machine, in one city and in two', async () => {
  const flow = await shipped();
  const [second, third, elsewhere] = [
    await version(2, 'sha-256:same', flow),
    await version(3, 'sha-256:same', flow),
    await version(1, 'sha-256:same', flow, 'kaiping'),
  ];
  const loaded = [
    await flows.flow(TENANT, second),
    await flows.flow(TENANT, third),
    await flows.flow('kaiping', elsewhere),
  ];
  expect(loaded.map(({ version }) => version)).toEqual([2, 3, 1]);
  expect(new Set(loaded.map(({ workflow }) => workflow)).size).toBe(1);
  const other = await flows.flow(TENANT, await version(4, 'sha-256:other', flow));
  expect(other.workflow).not.toBe(loaded[0]!.workflow);
});

test('a version is read once, and never its drawing', async () => {
  const id = await version(5, 'sha-256:once', await shipped());
  const first = await flows.flow(TENANT, id);
  await c.sql('ALTER TABLE definition_version DISABLE TRIGGER definition_version_is_final');
  await c.sql(`UPDATE definition_version SET compiled = '{}', xml = 'gone' WHERE id = $1`, [id]);
  expect(await flows.flow(TENANT, id)).toBe(first);
});

test('large flows push out what was not used for longest; what was pushed out is read again', async () => {
  const big = await large(4_500);
  const ids: string[] = [];
  for (let no = 10; no < 20; no++) ids.push(await version(no, `sha-256:${no}`, big));
  for (const id of ids) {
    await flows.flow(TENANT, id);
    expect([held('flows') <= MOST_NODES, held('workflows') <= MOST_NODES]).toEqual([true, true]);
  }
  const loaded = ids.map((id) => flows.loaded(TENANT, id) !== undefined);
  expect(loaded).toEqual([false, false, false, false, false, false, true, true, true, true]);
  const again = await flows.flow(TENANT, ids[0]!);
  expect([again.version, flows.loaded(TENANT, ids[6]!)]).toEqual([10, undefined]);
  expect(held('flows')).toBeGreaterThan(4 * 4_500);
});
