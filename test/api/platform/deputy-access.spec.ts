import { subject } from '@casl/ability';
import { abilityFor, principalFor, ROLES, type Actor, type Role } from '@chengban/domain';
import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { SqlParameters, sqlFor } from '../../../apps/api/src/access/sql-for.js';
import { openDataSource } from '../../../apps/api/src/database/data-source.js';
import { testDatabase, type TestDatabase } from '../../support/database.js';
import { propertyRuns } from '../../support/property-runs.js';

// The real policies, asked in SQL and in memory about the same random matters, for random people who stand in for others.

let database: TestDatabase;
let dataSource: DataSource;
beforeAll(async () => {
  database = await testDatabase();
  dataSource = await openDataSource({ url: database.url, pool: 2 }, { entities: [], migrations: [] });
  await dataSource.query(
    `CREATE TABLE matter (id int PRIMARY KEY, tenant text, unit_id text, reader_unit_ids text[], reader_person_ids text[]);
     CREATE TABLE handled (matter_id int, tenant text, unit_id text, candidate_ids text[], definition_key text, purpose text, status text)`,
  );
});
afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

const city = fc.constantFrom('taishan', 'taishan', 'taishan', 'kaiping');
const unit = fc.constantFrom('gonganju', 'shuiliju', 'sifaju');
const person = fc.constantFrom('甲', '乙', '丙', '丁');
const flow = fc.constantFrom('filing', 'own', 'progress');
const several = <T>(of: fc.Arbitrary<T>) => fc.uniqueArray(of, { maxLength: 2 });

const actor: fc.Arbitrary<Actor> = fc.record(
  {
    tenant: fc.constant('taishan'),
    personId: fc.constant('甲'),
    name: fc.constant('甲'),
    memberships: fc.array(fc.record({ unitId: unit, role: fc.constantFrom(...(Object.keys(ROLES) as Role[])) }), {
      maxLength: 1,
    }),
    deputyFor: fc.array(
      fc.record({
        personId: person.filter((id) => id !== '甲'),
        name: person,
        keys: fc.option(fc.uniqueArray(flow, { minLength: 1, maxLength: 2 })),
      }),
      { maxLength: 3 },
    ),
  },
  { noNullPrototype: true },
);
const task = fc.record(
  {
    candidateIds: several(person),
    definitionKey: flow,
    purpose: fc.constantFrom('draft', 'review'),
    status: fc.constantFrom('open', 'completed'),
  },
  { noNullPrototype: true },
);
const matter = fc.record(
  {
    tenant: city,
    unitId: unit,
    readerUnitIds: several(unit),
    readerPersonIds: fc.constant<string[]>([]),
    tasks: fc.array(task, { maxLength: 2 }),
  },
  { noNullPrototype: true },
);

const TASKS = {
  from: 'handled h',
  where: 'h.matter_id = m.id',
  columns: {
    candidateIds: { expression: 'h.candidate_ids', array: true },
    definitionKey: { expression: 'h.definition_key' },
    purpose: { expression: 'h.purpose' },
    status: { expression: 'h.status' },
  },
};
const MATTER = {
  tenant: 'm.tenant',
  unitId: 'm.unit_id',
  readerUnitIds: { expression: 'm.reader_unit_ids', array: true },
  readerPersonIds: { expression: 'm.reader_person_ids', array: true },
  tasks: TASKS,
};
const TASK = {
  tenant: 'h.tenant',
  unitId: 'h.unit_id',
  candidateIds: { expression: 'h.candidate_ids', array: true },
  definitionKey: 'h.definition_key',
};
const ON_MATTERS = [
  ['read', 'Obligation'],
  ['read', 'Instance'],
  ['read', 'Submission'],
  ['readDraft', 'Submission'],
  ['read', 'Evidence'],
  ['create', 'Evidence'],
  ['delete', 'Evidence'],
] as const;

type Matter = { tenant: string; unitId: string; tasks: readonly { candidateIds: string[]; definitionKey: string }[] };

async function keep(matters: readonly Matter[]): Promise<void> {
  await dataSource.query('TRUNCATE matter, handled');
  await dataSource.query(
    `INSERT INTO matter SELECT * FROM json_to_recordset($1)
       AS m (id int, tenant text, "unitId" text, "readerUnitIds" text[], "readerPersonIds" text[])`,
    [JSON.stringify(matters.map((each, id) => ({ ...each, id })))],
  );
  await dataSource.query(
    `INSERT INTO handled SELECT * FROM json_to_recordset($1)
       AS h ("matterId" int, tenant text, "unitId" text, "candidateIds" text[], "definitionKey" text, purpose text, status text)`,
    [
      JSON.stringify(
        matters.flatMap(({ tenant, unitId, tasks }, matterId) =>
          tasks.map((each) => ({ ...each, tenant, unitId, matterId })),
        ),
      ),
    ],
  );
}

test('SQL lets a deputy see and do exactly what the policies let them, and so does the helper that names the principal', async () => {
  let [kept, dropped, deputised] = [0, 0, 0];
  await fc.assert(
    fc.asyncProperty(actor, fc.array(matter, { minLength: 1, maxLength: 8 }), async (who, matters) => {
      const ability = abilityFor(who);
      await keep(matters);
      for (const [action, name] of ON_MATTERS) {
        const expected = matters.flatMap((each, id) =>
          ability.can(action, subject(name, { ...each }) as never) ? [id] : [],
        );
        const parameters = new SqlParameters();
        const where = sqlFor(ability, action, name, MATTER, parameters);
        const rows = await dataSource.query<{ id: number }[]>(
          `SELECT id FROM matter m WHERE ${where} ORDER BY id`,
          parameters.values,
        );
        expect([action, name, rows.map((each) => each.id)]).toEqual([action, name, expected]);
        kept += expected.length;
        dropped += matters.length - expected.length;
      }
      const parameters = new SqlParameters();
      const where = sqlFor(ability, 'act', 'Task', TASK, parameters);
      const [row] = await dataSource.query<{ count: number }[]>(
        `SELECT count(*)::int AS count FROM handled h WHERE ${where}`,
        parameters.values,
      );
      const mine = matters
        .filter(({ tenant }) => tenant === who.tenant)
        .flatMap(({ tasks }) => tasks)
        .map(({ candidateIds, definitionKey }) => principalFor(who, candidateIds, definitionKey))
        .filter((id) => id !== null);
      expect(row!.count).toBe(mine.length);
      deputised += mine.filter((id) => id !== who.personId).length;
    }),
    { numRuns: propertyRuns(150) },
  );
  // a property over empty answers would prove nothing
  expect(Math.min(kept, dropped)).toBeGreaterThan(200);
  expect(deputised).toBeGreaterThan(20);
});
