import { openDataSource } from '../../../apps/api/src/database/data-source.js';
import { migrate } from '../../../apps/api/src/database/migrate.js';
import { schema } from '../../../apps/api/src/database/schema.js';
import { bareDatabase } from '../../support/database.js';

test('four processes that start on an empty database at once all come up, and each step ran once', async () => {
  const database = await bareDatabase();
  const sources = await Promise.all(
    Array.from({ length: 4 }, () => openDataSource({ url: database.url, pool: 4 }, schema)),
  );
  const ran = await Promise.all(sources.map(migrate));
  expect(ran.flat().sort()).toEqual(schema.migrations.map((each) => each.name).sort());
  expect(await migrate(sources[0]!)).toEqual([]);
  await Promise.all(sources.map((source) => source.destroy()));
  await database.drop();
});

test('without the lock some of the four would fail', async () => {
  const database = await bareDatabase();
  const sources = await Promise.all(
    Array.from({ length: 4 }, () => openDataSource({ url: database.url, pool: 4 }, schema)),
  );
  const ran = await Promise.allSettled(sources.map((source) => source.runMigrations({ transaction: 'all' })));
  expect(ran.some((result) => result.status === 'rejected')).toBe(true);
  await Promise.all(sources.map((source) => source.destroy()));
  await database.drop();
});

test('a step that fails leaves the database as it was', async () => {
  const database = await bareDatabase();
  class Broken1900000000000 {
    async up(runner: { query(sql: string): Promise<unknown> }): Promise<void> {
      await runner.query('CREATE TABLE half (id int)');
      await runner.query('SELECT planted');
    }
    async down(): Promise<void> {}
  }
  const broken = { entities: [], migrations: [...schema.migrations, Broken1900000000000] };
  const source = await openDataSource({ url: database.url, pool: 4 }, broken);
  await expect(migrate(source)).rejects.toThrow('planted');
  const tables = await source.query(`SELECT FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'migration'`);
  expect(tables).toEqual([]);
  await source.destroy();
  const again = await openDataSource({ url: database.url, pool: 4 }, schema);
  expect((await migrate(again)).length).toBe(schema.migrations.length);
  await again.destroy();
  await database.drop();
});

test('every step can be undone', async () => {
  const database = await bareDatabase();
  const source = await openDataSource({ url: database.url, pool: 4 }, schema);
  await migrate(source);
  for (let i = 0; i < schema.migrations.length; i++) await source.undoLastMigration();
  const tables = await source.query(`SELECT tablename FROM pg_tables WHERE schemaname = 'public'`);
  expect(tables).toEqual([{ tablename: 'migration' }]);
  await source.destroy();
  await database.drop();
});
