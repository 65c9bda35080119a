import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Messages to people: categories, lines that stand for many, what each person chose, and what waits for a mail.
 * What leaves the house (mail, webhooks) has a lane in the outbox and an index of its own: it may take its time, and the
 * index of what stays inside must not hold it.
 */
export class Notify1764001500000 implements MigrationInterface {
  readonly name = 'Notify1764001500000';

  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE person ADD COLUMN email text');
    await db.query(`
      ALTER TABLE notification
        ADD COLUMN category text NOT NULL DEFAULT 'other',
        ADD COLUMN folded integer NOT NULL DEFAULT 0,
        ADD COLUMN bundle_id uuid,
        ADD COLUMN held_until timestamptz`);
    await db.query(`
      UPDATE notification SET category = CASE kind
        WHEN 'task.opened' THEN 'task' WHEN 'task.returned' THEN 'returned' WHEN 'instance.ended' THEN 'ended' ELSE 'trouble' END
       WHERE kind IN ('task.opened', 'task.returned', 'instance.ended', 'instance.incident', 'task.unassigned')`);
    await db.query(
      'CREATE INDEX notification_unread ON notification (tenant, person_id, category, created_at) WHERE read_at IS NULL',
    );
    await db.query(
      'CREATE INDEX notification_in_bundle ON notification (tenant, bundle_id) WHERE bundle_id IS NOT NULL',
    );
    await db.query('CREATE INDEX notification_held ON notification (held_until) WHERE held_until IS NOT NULL');
    await db.query(`
      CREATE TABLE notification_feed (
        tenant text NOT NULL,
        person_id uuid NOT NULL,
        version bigint NOT NULL,
        CONSTRAINT notification_feed_pk PRIMARY KEY (tenant, person_id)
      )`);
    await db.query(`
      CREATE TABLE notification_setting (
        tenant text NOT NULL,
        person_id uuid NOT NULL,
        digest_at text NOT NULL,
        quiet_from text,
        quiet_to text,
        urgent_in_quiet boolean NOT NULL,
        choices jsonb NOT NULL,
        revision integer NOT NULL,
        CONSTRAINT notification_setting_pk PRIMARY KEY (tenant, person_id),
        CONSTRAINT notification_setting_person_fk FOREIGN KEY (tenant, person_id) REFERENCES person (tenant, id),
        CONSTRAINT notification_setting_quiet_check CHECK ((quiet_from IS NULL) = (quiet_to IS NULL))
      )`);
    await db.query(`
      CREATE TABLE mail_line (
        tenant text NOT NULL,
        id uuid NOT NULL,
        person_id uuid NOT NULL,
        pace text NOT NULL CONSTRAINT mail_line_pace_check CHECK (pace IN ('soon', 'digest')),
        line jsonb NOT NULL,
        due_at timestamptz NOT NULL,
        CONSTRAINT mail_line_pk PRIMARY KEY (tenant, id)
      )`);
    await db.query('CREATE INDEX mail_line_due ON mail_line (due_at)');
    await db.query('CREATE INDEX mail_line_by_person ON mail_line (tenant, person_id)');
    await db.query('ALTER TABLE outbox ADD COLUMN lane text');
    await db.query('DROP INDEX outbox_undelivered');
    await db.query(`
      CREATE INDEX outbox_undelivered ON outbox (due_at)
        WHERE delivered_at IS NULL AND abandoned_at IS NULL AND lane IS NULL`);
    await db.query(`
      CREATE INDEX outbox_outside ON outbox (topic, due_at)
        WHERE delivered_at IS NULL AND abandoned_at IS NULL AND lane IS NOT NULL`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP INDEX outbox_outside, outbox_undelivered');
    await db.query('ALTER TABLE outbox DROP COLUMN lane');
    await db.query(
      'CREATE INDEX outbox_undelivered ON outbox (due_at) WHERE delivered_at IS NULL AND abandoned_at IS NULL',
    );
    await db.query('DROP TABLE mail_line, notification_setting, notification_feed');
    await db.query('DROP INDEX notification_held, notification_in_bundle, notification_unread');
    await db.query(`
      ALTER TABLE notification DROP COLUMN held_until, DROP COLUMN bundle_id, DROP COLUMN folded, DROP COLUMN category`);
    await db.query('ALTER TABLE person DROP COLUMN email');
  }
}
