import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Where a drawing asks for no key, every flow waits for the same message by the same name: which of them is meant is
 * found by its obligation.
 */
export class WaitWithoutKey1764001000000 implements MigrationInterface {
  readonly name = 'WaitWithoutKey1764001000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query('CREATE INDEX wait_without_key ON wait (tenant, obligation_id, kind, name) WHERE key IS NULL');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP INDEX wait_without_key');
  }
}
