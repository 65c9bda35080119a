import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a unit hands in: a submission per instance, its rounds and verdicts (which never change), and the draft before it. */
export class Submissions1764000400000 implements MigrationInterface {
  readonly name = 'Submissions1764000400000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE submission (
        tenant text NOT NULL,
        id uuid NOT NULL,
        instance_id uuid NOT NULL,
        obligation_id uuid NOT NULL,
        unit_id text NOT NULL,
        reader_unit_ids text[] NOT NULL,
        status text NOT NULL,
        outcome text,
        rounds integer NOT NULL,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT submission_pk PRIMARY KEY (tenant, id),
        CONSTRAINT submission_of_instance FOREIGN KEY (tenant, instance_id) REFERENCES instance (tenant, id)
      )`);
    await db.query('CREATE UNIQUE INDEX submission_by_instance ON submission (tenant, instance_id)');
    await db.query('CREATE INDEX submission_by_obligation ON submission (tenant, obligation_id)');
    await db.query('CREATE INDEX submission_by_unit ON submission (tenant, unit_id, updated_at DESC)');
    await db.query(`
      CREATE TABLE submission_round (
        tenant text NOT NULL,
        submission_id uuid NOT NULL,
        no integer NOT NULL,
        data jsonb NOT NULL,
        evidence_ids uuid[] NOT NULL,
        submitted_by uuid NOT NULL,
        submitted_at timestamptz NOT NULL,
        CONSTRAINT submission_round_pk PRIMARY KEY (tenant, submission_id, no),
        CONSTRAINT submission_round_of_submission FOREIGN KEY (tenant, submission_id) REFERENCES submission (tenant, id)
      )`);
    await db.query('CREATE INDEX submission_round_by_person ON submission_round (tenant, submitted_by)');
    await db.query(`
      CREATE TABLE submission_verdict (
        tenant text NOT NULL,
        id uuid NOT NULL,
        submission_id uuid NOT NULL,
        round_no integer NOT NULL,
        task_id uuid NOT NULL,
        node_id text NOT NULL,
        verdict text NOT NULL,
        reason text NOT NULL,
        final boolean NOT NULL,
        person_id uuid NOT NULL,
        at timestamptz NOT NULL,
        CONSTRAINT submission_verdict_pk PRIMARY KEY (tenant, id),
        CONSTRAINT submission_verdict_of_round FOREIGN KEY (tenant, submission_id, round_no)
          REFERENCES submission_round (tenant, submission_id, no)
      )`);
    await db.query('CREATE INDEX submission_verdict_by_round ON submission_verdict (tenant, submission_id, round_no)');
    for (const table of ['submission_round', 'submission_verdict'])
      await db.query(`
        CREATE TRIGGER ${table}_is_final BEFORE UPDATE OR DELETE ON ${table}
        FOR EACH ROW EXECUTE FUNCTION refuse_change()`);
    await db.query(`
      CREATE TABLE submission_draft (
        tenant text NOT NULL,
        instance_id uuid NOT NULL,
        data jsonb NOT NULL,
        evidence_ids uuid[] NOT NULL,
        saved_by uuid NOT NULL,
        saved_at timestamptz NOT NULL,
        CONSTRAINT submission_draft_pk PRIMARY KEY (tenant, instance_id),
        CONSTRAINT submission_draft_of_instance FOREIGN KEY (tenant, instance_id) REFERENCES instance (tenant, id)
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE submission_draft, submission_verdict, submission_round, submission');
  }
}
