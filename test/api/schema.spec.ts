import type { DataSource } from 'typeorm';
import { openDataSource } from '../../apps/api/src/database/data-source.js';
import { schema } from '../../apps/api/src/database/schema.js';
import { testDatabase, type TestDatabase } from '../support/database.js';
import { expectGolden } from '../support/golden.js';
import { schemaText } from '../support/schema-text.js';

let database: TestDatabase;
let dataSource: DataSource;
beforeAll(async () => {
  database = await testDatabase();
  dataSource = await openDataSource({ url: database.url, pool: 4 }, schema);
});
afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

test('the migrations make the schema that was reviewed', async () => {
  expectGolden('test/api/schema.golden.sql', await schemaText(dataSource));
});

test('every primary key, unique constraint and foreign key leads with the tenant', async () => {
  const others = await dataSource.query<{ name: string }[]>(`
    SELECT k.conname AS name FROM pg_constraint k
    JOIN pg_class c ON c.oid = k.conrelid
    JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
    WHERE k.contype IN ('p', 'u', 'f') AND c.relnamespace = 'public'::regnamespace AND c.relname <> 'migration'
      AND a.attname <> 'tenant'`);
  expect(others).toEqual([]);
});

test('no entity has a column that the database lacks or has with another type', async () => {
  expect(dataSource.entityMetadatas.length).toBeGreaterThan(15);
  const wanted = await dataSource.driver.createSchemaBuilder().log();
  const changes = wanted.upQueries.map((each) => each.query).filter((sql) => / ADD "|ALTER COLUMN .* TYPE/.test(sql));
  expect(changes).toEqual([]);
});
