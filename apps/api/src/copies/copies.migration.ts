import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 抄送 and 传阅: who was sent a matter to read, and when they did. Whoever was sent one may read that matter from then on. */
export class Copies1764001810000 implements MigrationInterface {
  readonly name = 'Copies1764001810000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE copy (
        tenant text NOT NULL,
        id uuid NOT NULL,
        instance_id uuid NOT NULL,
        kind text NOT NULL,
        person_id uuid NOT NULL,
        unit_id text,
        role text,
        made_by uuid,
        node_id text,
        note text NOT NULL,
        made_at timestamptz NOT NULL,
        read_at timestamptz,
        remark text,
        remarked_at timestamptz,
        reminded_on date,
        reminders integer NOT NULL DEFAULT 0,
        CONSTRAINT copy_pk PRIMARY KEY (tenant, id),
        CONSTRAINT copy_of_instance FOREIGN KEY (tenant, instance_id) REFERENCES instance (tenant, id),
        CONSTRAINT copy_is_read_or_answered CHECK (kind = 'circulate' OR (kind = 'cc' AND remark IS NULL))
      )`);
    // whoever still has one waiting is not sent a second
    await db.query(`
      CREATE UNIQUE INDEX copy_waiting ON copy (tenant, instance_id, person_id, kind)
       WHERE CASE kind WHEN 'circulate' THEN remarked_at IS NULL ELSE read_at IS NULL END`);
    await db.query('CREATE INDEX copy_of_person ON copy (tenant, person_id, made_at DESC, id DESC)');
    await db.query('CREATE INDEX copy_by_instance ON copy (tenant, instance_id, made_at, id)');
    for (const table of ['obligation', 'instance', 'submission'])
      await db.query(`ALTER TABLE ${table} ADD COLUMN reader_person_ids uuid[] NOT NULL DEFAULT '{}'`);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['obligation', 'instance', 'submission'])
      await db.query(`ALTER TABLE ${table} DROP COLUMN reader_person_ids`);
    await db.query('DROP TABLE copy');
  }
}
