import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Moments that a flow waits for. Time is a row here, never a timeout in memory. */
export class Timers1764000600000 implements MigrationInterface {
  readonly name = 'Timers1764000600000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE timer (
        tenant text NOT NULL,
        id uuid NOT NULL,
        instance_id uuid NOT NULL,
        node_id text NOT NULL,
        due_at timestamptz NOT NULL,
        status text NOT NULL,
        attempts integer NOT NULL DEFAULT 0,
        last_error text,
        closed_at timestamptz,
        CONSTRAINT timer_pk PRIMARY KEY (tenant, id),
        CONSTRAINT timer_of_instance FOREIGN KEY (tenant, instance_id) REFERENCES instance (tenant, id)
      )`);
    await db.query(`CREATE INDEX timer_due ON timer (due_at) WHERE status = 'pending'`);
    await db.query('CREATE INDEX timer_by_instance ON timer (tenant, instance_id)');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE timer');
  }
}
