import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Plans with their measures, what was read from documents, and the obligations that a live plan brings. */
export class Plans1700000000500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE plan (
        tenant text NOT NULL,
        id uuid NOT NULL,
        title text NOT NULL,
        code text NOT NULL,
        status text NOT NULL CONSTRAINT plan_status_check CHECK (status IN ('draft', 'live')),
        period_from date NOT NULL,
        period_to date NOT NULL,
        progress_cadence text NOT NULL,
        supervisor_unit_id text NOT NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT plan_pk PRIMARY KEY (tenant, id),
        CONSTRAINT plan_code_key UNIQUE (tenant, code),
        CONSTRAINT plan_supervisor_fk FOREIGN KEY (tenant, supervisor_unit_id) REFERENCES unit (tenant, id),
        CONSTRAINT plan_period_check CHECK (period_from <= period_to)
      );
      CREATE TABLE key_task (
        tenant text NOT NULL,
        plan_id uuid NOT NULL,
        no int NOT NULL,
        title text NOT NULL,
        CONSTRAINT key_task_pk PRIMARY KEY (tenant, plan_id, no),
        CONSTRAINT key_task_plan_fk FOREIGN KEY (tenant, plan_id) REFERENCES plan (tenant, id)
      );
      CREATE TABLE work_task (
        tenant text NOT NULL,
        plan_id uuid NOT NULL,
        no int NOT NULL,
        key_task_no int NOT NULL,
        title text NOT NULL,
        CONSTRAINT work_task_pk PRIMARY KEY (tenant, plan_id, no),
        CONSTRAINT work_task_key_task_fk FOREIGN KEY (tenant, plan_id, key_task_no)
          REFERENCES key_task (tenant, plan_id, no)
      );
      CREATE TABLE measure (
        tenant text NOT NULL,
        plan_id uuid NOT NULL,
        no int NOT NULL,
        key_task_no int NOT NULL,
        work_task_no int NOT NULL,
        text text NOT NULL,
        units text[] NOT NULL,
        deadline jsonb NOT NULL,
        source jsonb NOT NULL,
        CONSTRAINT measure_pk PRIMARY KEY (tenant, plan_id, no),
        CONSTRAINT measure_key_task_fk FOREIGN KEY (tenant, plan_id, key_task_no)
          REFERENCES key_task (tenant, plan_id, no),
        CONSTRAINT measure_work_task_fk FOREIGN KEY (tenant, plan_id, work_task_no)
          REFERENCES work_task (tenant, plan_id, no)
      );
      CREATE TABLE plan_draft (
        tenant text NOT NULL,
        id uuid NOT NULL,
        file_name text NOT NULL,
        file_sha256 text NOT NULL,
        file_bytes bytea NOT NULL,
        reading json NOT NULL,
        status text NOT NULL CONSTRAINT plan_draft_status_check CHECK (status IN ('draft', 'confirmed')),
        revision int NOT NULL,
        plan_id uuid,
        created_by uuid,
        created_at timestamptz NOT NULL,
        confirmed_by uuid,
        confirmed_at timestamptz,
        CONSTRAINT plan_draft_pk PRIMARY KEY (tenant, id),
        CONSTRAINT plan_draft_plan_fk FOREIGN KEY (tenant, plan_id) REFERENCES plan (tenant, id),
        CONSTRAINT plan_draft_creator_fk FOREIGN KEY (tenant, created_by) REFERENCES person (tenant, id),
        CONSTRAINT plan_draft_confirmer_fk FOREIGN KEY (tenant, confirmed_by) REFERENCES person (tenant, id)
      );
      CREATE TABLE obligation (
        tenant text NOT NULL,
        id uuid NOT NULL,
        plan_id uuid NOT NULL,
        key text NOT NULL,
        number text NOT NULL,
        seq int NOT NULL,
        measure_no int NOT NULL,
        unit_id text NOT NULL,
        kind text NOT NULL,
        requirement text NOT NULL,
        due_on date NOT NULL,
        status text NOT NULL
          CONSTRAINT obligation_status_check CHECK (status IN ('pending', 'drafting', 'submitted', 'returned', 'closed')),
        outcome text,
        instance_id uuid,
        reader_unit_ids text[] NOT NULL,
        submitted_at timestamptz,
        returned_at timestamptz,
        closed_at timestamptz,
        created_at timestamptz NOT NULL,
        CONSTRAINT obligation_pk PRIMARY KEY (tenant, id),
        CONSTRAINT obligation_key_key UNIQUE (tenant, plan_id, key),
        CONSTRAINT obligation_number_key UNIQUE (tenant, number),
        CONSTRAINT obligation_measure_fk FOREIGN KEY (tenant, plan_id, measure_no)
          REFERENCES measure (tenant, plan_id, no),
        CONSTRAINT obligation_unit_fk FOREIGN KEY (tenant, unit_id) REFERENCES unit (tenant, id)
      );
      CREATE INDEX obligation_due_index ON obligation (tenant, due_on, id);
      CREATE INDEX obligation_unit_due_index ON obligation (tenant, unit_id, due_on, id);
      CREATE INDEX obligation_measure_index ON obligation (tenant, plan_id, measure_no);
      CREATE INDEX obligation_readers_index ON obligation USING gin (reader_unit_ids);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE obligation, plan_draft, measure, work_task, key_task, plan');
  }
}
