import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What does not arrive is seen and decided: since when, whether it was given up, and everything that was decided.
 * A message that was given up is no longer taken; the list reads what failed three times, and nothing of what arrived.
 */
export class Deliveries1764001200000 implements MigrationInterface {
  readonly name = 'Deliveries1764001200000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE outbox
        ADD COLUMN failing_since timestamptz,
        ADD COLUMN abandoned_at timestamptz,
        ADD COLUMN abandoned_by uuid,
        ADD COLUMN abandoned_reason text,
        ADD COLUMN acts jsonb NOT NULL DEFAULT '[]',
        ADD CONSTRAINT outbox_abandoned_with_reason CHECK ((abandoned_at IS NULL) = (abandoned_reason IS NULL)),
        ADD CONSTRAINT outbox_abandoned_or_delivered CHECK (abandoned_at IS NULL OR delivered_at IS NULL)`);
    await db.query(`
      ALTER TABLE timer
        ADD COLUMN failing_since timestamptz,
        ADD COLUMN acts jsonb NOT NULL DEFAULT '[]'`);
    // when these failed first was not kept: a message cannot have failed before it was made
    await db.query('UPDATE outbox SET failing_since = created_at WHERE delivered_at IS NULL AND attempts > 0');
    await db.query(
      `UPDATE timer SET failing_since = date_trunc('milliseconds', now()) WHERE status = 'pending' AND attempts > 0`,
    );
    await db.query('DROP INDEX outbox_undelivered');
    await db.query(
      'CREATE INDEX outbox_undelivered ON outbox (due_at) WHERE delivered_at IS NULL AND abandoned_at IS NULL',
    );
    await db.query(`
      CREATE INDEX outbox_in_trouble ON outbox (tenant, failing_since DESC, id DESC)
        WHERE delivered_at IS NULL AND (attempts >= 3 OR abandoned_at IS NOT NULL)`);
    await db.query(`
      CREATE INDEX timer_in_trouble ON timer (tenant, failing_since DESC, id DESC)
        WHERE status = 'pending' AND attempts >= 3`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP INDEX timer_in_trouble, outbox_in_trouble, outbox_undelivered');
    await db.query('ALTER TABLE timer DROP COLUMN acts, DROP COLUMN failing_since');
    await db.query(`
      ALTER TABLE outbox DROP COLUMN acts, DROP COLUMN abandoned_reason, DROP COLUMN abandoned_by,
        DROP COLUMN abandoned_at, DROP COLUMN failing_since`);
    await db.query('CREATE INDEX outbox_undelivered ON outbox (due_at) WHERE delivered_at IS NULL');
  }
}
