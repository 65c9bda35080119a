import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Several tokens may wait at one node, so tasks and timers name theirs; work for handlers and places that wait for
 * messages and signals become rows; an obligation's flow may bring further processes of its own.
 */
export class Waiting1764000800000 implements MigrationInterface {
  readonly name = 'Waiting1764000800000';

  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE task ADD COLUMN token integer NOT NULL DEFAULT 0');
    await db.query('DROP INDEX task_open_node');
    await db.query(`
      CREATE UNIQUE INDEX task_open_token ON task (tenant, instance_id, node_id, token) WHERE status = 'open'`);
    await db.query('ALTER TABLE timer ADD COLUMN token integer NOT NULL DEFAULT 0');
    await db.query(`
      CREATE TABLE job (
        tenant text NOT NULL,
        id uuid NOT NULL,
        instance_id uuid NOT NULL,
        node_id text NOT NULL,
        token integer NOT NULL,
        handler text NOT NULL,
        input jsonb NOT NULL,
        status text NOT NULL,
        created_at timestamptz NOT NULL,
        due_at timestamptz NOT NULL,
        attempts integer NOT NULL DEFAULT 0,
        last_error text,
        closed_at timestamptz,
        CONSTRAINT job_pk PRIMARY KEY (tenant, id),
        CONSTRAINT job_of_instance FOREIGN KEY (tenant, instance_id) REFERENCES instance (tenant, id)
      )`);
    await db.query(`CREATE INDEX job_due ON job (due_at) WHERE status = 'pending'`);
    await db.query('CREATE INDEX job_by_instance ON job (tenant, instance_id)');
    await db.query(`
      CREATE TABLE wait (
        tenant text NOT NULL,
        id uuid NOT NULL,
        instance_id uuid NOT NULL,
        obligation_id uuid NOT NULL,
        node_id text NOT NULL,
        token integer NOT NULL,
        kind text NOT NULL,
        name text NOT NULL,
        key text,
        since timestamptz NOT NULL,
        CONSTRAINT wait_pk PRIMARY KEY (tenant, id),
        CONSTRAINT wait_of_instance FOREIGN KEY (tenant, instance_id) REFERENCES instance (tenant, id)
      )`);
    await db.query('CREATE INDEX wait_by_name ON wait (tenant, kind, name, key, since)');
    await db.query('CREATE INDEX wait_by_instance ON wait (tenant, instance_id)');
    // the obligation follows its main instance only; what messages start beside it is no answer to the obligation
    await db.query('ALTER TABLE instance ADD COLUMN main boolean NOT NULL DEFAULT true');
    await db.query('DROP INDEX instance_running_of_obligation');
    await db.query(`
      CREATE UNIQUE INDEX instance_running_of_obligation ON instance (tenant, obligation_id)
        WHERE main AND status <> 'completed'`);
    await db.query(`CREATE INDEX instance_in_trouble ON instance (tenant, id) WHERE status = 'incident'`);
    await db.query(`ALTER TABLE definition_version ADD COLUMN message_starts text[] NOT NULL DEFAULT '{}'`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE definition_version DROP COLUMN message_starts');
    await db.query('DROP INDEX instance_in_trouble, instance_running_of_obligation');
    await db.query(`
      CREATE UNIQUE INDEX instance_running_of_obligation ON instance (tenant, obligation_id) WHERE status <> 'completed'`);
    await db.query('ALTER TABLE instance DROP COLUMN main');
    await db.query('DROP TABLE wait, job');
    await db.query('ALTER TABLE timer DROP COLUMN token');
    await db.query('DROP INDEX task_open_token');
    await db.query('ALTER TABLE task DROP COLUMN token');
    await db.query(`CREATE UNIQUE INDEX task_open_node ON task (tenant, instance_id, node_id) WHERE status = 'open'`);
  }
}
