import type { DataSource } from 'typeorm';

/** Any fixed number; shared by every process that migrates this database. */
const MIGRATION_LOCK = 7_270_001;

/**
 * Brings the database to the schema of this program. TypeORM takes no lock of its own: of several processes that start
 * on an empty database all but one would fail. Here they queue, and the later ones find nothing left to do.
 * @returns the names of the steps that this call ran
 */
export async function migrate(dataSource: DataSource): Promise<string[]> {
  const lock = dataSource.createQueryRunner();
  await lock.connect();
  try {
    // the process that migrates may need longer than an ordinary statement is allowed to wait
    await lock.query('SET statement_timeout = 0; SET lock_timeout = 0');
    await lock.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const done = await dataSource.runMigrations({ transaction: 'all' });
    return done.map((migration) => migration.name);
  } finally {
    await lock.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    await lock.query('RESET statement_timeout; RESET lock_timeout');
    await lock.release();
  }
}
