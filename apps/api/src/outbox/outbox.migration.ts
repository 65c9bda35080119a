import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What must be told to somebody after a command: written with it, delivered afterwards, at least once. */
export class Outbox1764000700000 implements MigrationInterface {
  readonly name = 'Outbox1764000700000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE outbox (
        tenant text NOT NULL,
        id uuid NOT NULL,
        instance_id uuid,
        topic text NOT NULL,
        payload jsonb NOT NULL,
        created_at timestamptz NOT NULL,
        due_at timestamptz NOT NULL,
        attempts integer NOT NULL DEFAULT 0,
        last_error text,
        delivered_at timestamptz,
        CONSTRAINT outbox_pk PRIMARY KEY (tenant, id)
      )`);
    await db.query('CREATE INDEX outbox_undelivered ON outbox (due_at) WHERE delivered_at IS NULL');
    await db.query(`
      CREATE TABLE notification (
        tenant text NOT NULL,
        id uuid NOT NULL,
        person_id uuid NOT NULL,
        kind text NOT NULL,
        title text NOT NULL,
        text text NOT NULL,
        task_id uuid,
        instance_id uuid,
        obligation_id uuid,
        created_at timestamptz NOT NULL,
        read_at timestamptz,
        CONSTRAINT notification_pk PRIMARY KEY (tenant, id)
      )`);
    await db.query('CREATE INDEX notification_by_person ON notification (tenant, person_id, id DESC)');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE notification, outbox');
  }
}
