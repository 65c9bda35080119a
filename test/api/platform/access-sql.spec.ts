import { createMongoAbility, subject } from '@casl/ability';
import type { AppAbility } from '@chengban/domain';
import fc from 'fast-check';
import { Column, DataSource, Entity, PrimaryColumn } from 'typeorm';
import { accessibleBy } from '../../../apps/api/src/access/accessible-by.js';
import { SqlParameters, sqlFor } from '../../../apps/api/src/access/sql-for.js';
import { openDataSource } from '../../../apps/api/src/database/data-source.js';
import { testDatabase, type TestDatabase } from '../../support/database.js';
import { propertyRuns } from '../../support/property-runs.js';

@Entity('access_row')
class AccessRow {
  @PrimaryColumn('int')
  id: number;

  @Column('text', { nullable: true })
  tenant: string | null;

  @Column('text', { nullable: true })
  unitId: string | null;

  @Column('text', { array: true })
  readerUnitIds: string[];

  @Column('text', { array: true })
  readerPersonIds: string[];
}

let database: TestDatabase;
let dataSource: DataSource;
beforeAll(async () => {
  database = await testDatabase();
  dataSource = await openDataSource({ url: database.url, pool: 4 }, { entities: [AccessRow], migrations: [] });
  await dataSource.query(
    `CREATE TABLE access_row (id int PRIMARY KEY, tenant text, unit_id text, reader_unit_ids text[] NOT NULL, reader_person_ids text[] NOT NULL);
     CREATE TABLE access_task (row_id int NOT NULL, candidate_ids text[] NOT NULL, definition_key text, purpose text, status text)`,
  );
});
afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

const word = fc.constantFrom('a', 'b', 'c');
const scalar = fc.option(word);
const task = fc.record({
  candidateIds: fc.uniqueArray(word, { maxLength: 3 }),
  definitionKey: scalar,
  purpose: scalar,
  status: scalar,
});
const row = fc.record({
  tenant: scalar,
  unitId: scalar,
  readerUnitIds: fc.uniqueArray(word, { maxLength: 3 }),
  readerPersonIds: fc.uniqueArray(word, { maxLength: 3 }),
  tasks: fc.array(task, { maxLength: 3 }),
});
const scalars = fc.array(scalar, { maxLength: 3 });
const words = fc.array(word, { maxLength: 3 });
/** CASL asks a condition for its text, which an object without a prototype does not have */
const plainRecord = <T>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }) => fc.record(model, { noNullPrototype: true });
const scalarTest = fc.oneof(
  scalar,
  plainRecord({ $eq: scalar }),
  plainRecord({ $ne: scalar }),
  plainRecord({ $in: scalars }),
  plainRecord({ $nin: scalars }),
);
const arrayTest = fc.oneof(
  word,
  plainRecord({ $eq: word }),
  plainRecord({ $ne: word }),
  plainRecord({ $in: words }),
  plainRecord({ $nin: words }),
);
const taskTest = plainRecord({
  $elemMatch: fc.oneof(
    plainRecord({ candidateIds: arrayTest }),
    plainRecord({ candidateIds: arrayTest, definitionKey: scalarTest }),
    plainRecord({ candidateIds: arrayTest, purpose: scalarTest, status: scalarTest }),
  ),
});
// CASL's own conditions know no $and and $or: fields of one rule are joined by «and», rules by «or» and «and not»
const conditions = fc.record(
  { tenant: scalarTest, unitId: scalarTest, readerUnitIds: arrayTest, readerPersonIds: arrayTest, tasks: taskTest },
  { requiredKeys: [], noNullPrototype: true },
);
const rule = fc.record({ inverted: fc.boolean(), conditions: fc.option(conditions, { nil: undefined }) });

const abilityOf = (rules: readonly { inverted: boolean; conditions?: object | undefined }[]): AppAbility =>
  createMongoAbility(
    rules.map(({ inverted, conditions: when }) => ({
      action: 'read',
      subject: 'Obligation',
      inverted,
      ...(when && Object.keys(when).length > 0 ? { conditions: when } : {}),
    })) as never,
  ) as unknown as AppAbility;

const TASKS = {
  from: 'access_task t',
  where: 't.row_id = r.id',
  columns: {
    candidateIds: { expression: 't.candidate_ids', array: true },
    definitionKey: { expression: 't.definition_key' },
    purpose: { expression: 't.purpose' },
    status: { expression: 't.status' },
  },
} as const;

const COLUMNS = {
  tenant: 'r.tenant',
  unitId: 'r.unit_id',
  readerUnitIds: { expression: 'r.reader_unit_ids', array: true },
  readerPersonIds: { expression: 'r.reader_person_ids', array: true },
  tasks: TASKS,
} as const;

test('for any rules and any rows, SQL lets through exactly those that CASL lets through', async () => {
  let [kept, dropped] = [0, 0];
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { minLength: 1, maxLength: 12 }),
      fc.array(rule, { maxLength: 4 }),
      async (rows, rules) => {
        const ability = abilityOf(rules);
        await dataSource.query('TRUNCATE access_row, access_task');
        await dataSource.query(
          `INSERT INTO access_row SELECT * FROM json_to_recordset($1) AS r (id int, tenant text, "unitId" text, "readerUnitIds" text[], "readerPersonIds" text[])`,
          [JSON.stringify(rows.map((each, id) => ({ ...each, id })))],
        );
        await dataSource.query(
          `INSERT INTO access_task SELECT * FROM json_to_recordset($1)
             AS t ("rowId" int, "candidateIds" text[], "definitionKey" text, purpose text, status text)`,
          [JSON.stringify(rows.flatMap(({ tasks }, rowId) => tasks.map((each) => ({ ...each, rowId }))))],
        );
        const expected = rows.flatMap((each, id) =>
          ability.can('read', subject('Obligation', { ...each }) as never) ? [id] : [],
        );
        const query = dataSource.createQueryBuilder(AccessRow, 'r').orderBy('r.id');
        const built = await accessibleBy(query, ability, 'read', 'Obligation', { tasks: TASKS }).getMany();
        expect(built.map((each) => each.id)).toEqual(expected);
        const parameters = new SqlParameters();
        const where = sqlFor(ability, 'read', 'Obligation', COLUMNS, parameters);
        const written = await dataSource.query<{ id: number }[]>(
          `SELECT id FROM access_row r WHERE ${where} ORDER BY id`,
          parameters.values,
        );
        expect(written.map((each) => each.id)).toEqual(expected);
        kept += expected.length;
        dropped += rows.length - expected.length;
      },
    ),
    { numRuns: propertyRuns(400) },
  );
  // a property over empty answers would prove nothing
  expect(Math.min(kept, dropped)).toBeGreaterThan(200);
});

test('a forbidding rule hides nothing of what it does not speak about, NULL or not', async () => {
  await dataSource.query(
    `TRUNCATE access_row; INSERT INTO access_row VALUES (1, 'a', NULL, '{}', '{}'), (2, 'a', 'b', '{}', '{}')`,
  );
  const ability = abilityOf([{ inverted: false }, { inverted: true, conditions: { unitId: 'b' } }]);
  const query = dataSource.createQueryBuilder(AccessRow, 'r');
  expect((await accessibleBy(query, ability, 'read', 'Obligation').getMany()).map((each) => each.id)).toEqual([1]);
});

test('no rule at all lets nothing through', async () => {
  const query = dataSource.createQueryBuilder(AccessRow, 'r');
  expect(accessibleBy(query, abilityOf([]), 'read', 'Obligation').getSql()).toContain('1=0');
});

test('a rule about a field that the table does not have is a fault, not a hole', () => {
  const ability = abilityOf([{ inverted: false, conditions: { colour: 'red' } }]);
  expect(() => accessibleBy(dataSource.createQueryBuilder(AccessRow, 'r'), ability, 'read', 'Obligation')).toThrow(
    'Obligation.colour',
  );
  expect(() => sqlFor(ability, 'read', 'Obligation', COLUMNS, new SqlParameters())).toThrow('Obligation.colour');
});

test('a rule about rows that the query cannot reach is a fault, not a hole', () => {
  const ability = abilityOf([{ inverted: false, conditions: { tasks: { $elemMatch: { colour: 'red' } } } }]);
  expect(() => accessibleBy(dataSource.createQueryBuilder(AccessRow, 'r'), ability, 'read', 'Obligation')).toThrow(
    'Obligation.tasks',
  );
  expect(() => sqlFor(ability, 'read', 'Obligation', COLUMNS, new SqlParameters())).toThrow('tasks.colour');
});

test('two rows that meet a rule half each do not meet it', async () => {
  await dataSource.query(
    `TRUNCATE access_row, access_task; INSERT INTO access_row VALUES (1, 'a', 'b', '{}', '{}'), (2, 'a', 'b', '{}', '{}');
     INSERT INTO access_task VALUES (1, '{a}', 'x', '', ''), (1, '{b}', 'y', '', ''), (2, '{a}', 'y', '', '')`,
  );
  const wanted = { candidateIds: 'a', definitionKey: 'y' };
  const ability = abilityOf([{ inverted: false, conditions: { tasks: { $elemMatch: wanted } } }]);
  const query = dataSource.createQueryBuilder(AccessRow, 'r');
  const found = await accessibleBy(query, ability, 'read', 'Obligation', { tasks: TASKS }).getMany();
  expect(found.map((each) => each.id)).toEqual([2]);
});

test('an operator that means something else in SQL is a fault', () => {
  const ability = abilityOf([{ inverted: false, conditions: { unitId: { $gt: 'a' } } }]);
  expect(() => sqlFor(ability, 'read', 'Obligation', COLUMNS, new SqlParameters())).toThrow('gt');
});

test('values never become part of the text', () => {
  const parameters = new SqlParameters();
  const ability = abilityOf([{ inverted: false, conditions: { unitId: `'; DROP TABLE person; --` } }]);
  expect(sqlFor(ability, 'read', 'Obligation', COLUMNS, parameters)).toBe('r.unit_id = $1');
  expect(parameters.values).toEqual([`'; DROP TABLE person; --`]);
});
