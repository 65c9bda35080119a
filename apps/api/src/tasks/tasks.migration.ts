import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people have to do. Candidates are frozen when the task opens. */
export class Tasks1764000300000 implements MigrationInterface {
  readonly name = 'Tasks1764000300000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE task (
        tenant text NOT NULL,
        id uuid NOT NULL,
        instance_id uuid NOT NULL,
        node_id text NOT NULL,
        name text NOT NULL,
        purpose text NOT NULL,
        status text NOT NULL,
        candidate_ids uuid[] NOT NULL,
        holder_id uuid,
        unit_id text NOT NULL,
        obligation_id uuid NOT NULL,
        due_at timestamptz,
        opened_at timestamptz NOT NULL,
        closed_at timestamptz,
        closed_by uuid,
        CONSTRAINT task_pk PRIMARY KEY (tenant, id),
        CONSTRAINT task_of_instance FOREIGN KEY (tenant, instance_id) REFERENCES instance (tenant, id)
      )`);
    // one open task per node of an instance: the engine never puts two tokens into one user task
    await db.query(`CREATE UNIQUE INDEX task_open_node ON task (tenant, instance_id, node_id) WHERE status = 'open'`);
    await db.query('CREATE INDEX task_by_instance ON task (tenant, instance_id)');
    await db.query(`CREATE INDEX task_inbox ON task USING gin (candidate_ids) WHERE status = 'open'`);
    await db.query('CREATE INDEX task_done_by ON task (tenant, closed_by, closed_at DESC) WHERE closed_by IS NOT NULL');
    await db.query(`CREATE INDEX task_open_of_unit ON task (tenant, unit_id) WHERE status = 'open'`);
    await db.query(`CREATE INDEX task_open_of_obligation ON task (tenant, obligation_id) WHERE status = 'open'`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE task');
  }
}
