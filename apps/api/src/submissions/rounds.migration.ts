import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rows that are never changed or deleted once written. */
const FINAL = ['return_item', 'item_answer', 'item_resolution', 'evidence_use'];

/** Rows of these could otherwise be emptied at once, which no trigger on rows notices. */
const NEVER_EMPTIED = [...FINAL, 'submission_round', 'submission_verdict', 'evidence'];

/**
 * What a return points out item by item, what the unit answered, what the reviewer held to be done with; and all that a
 * round consists of is kept from change by the database itself.
 */
export class Rounds1764001700000 implements MigrationInterface {
  readonly name = 'Rounds1764001700000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE return_item (
        tenant text NOT NULL,
        id uuid NOT NULL,
        submission_id uuid NOT NULL,
        round_no integer NOT NULL,
        no integer NOT NULL,
        text text NOT NULL,
        field text,
        row_no integer,
        column_name text,
        evidence_id uuid,
        carries uuid,
        task_id uuid NOT NULL,
        raised_by uuid NOT NULL,
        raised_at timestamptz NOT NULL,
        CONSTRAINT return_item_pk PRIMARY KEY (tenant, id),
        CONSTRAINT return_item_of_round FOREIGN KEY (tenant, submission_id, round_no)
          REFERENCES submission_round (tenant, submission_id, no),
        CONSTRAINT return_item_at_file FOREIGN KEY (tenant, evidence_id, submission_id, round_no)
          REFERENCES evidence_use (tenant, evidence_id, submission_id, round_no),
        CONSTRAINT return_item_carries FOREIGN KEY (tenant, carries) REFERENCES return_item (tenant, id),
        CONSTRAINT return_item_at_one_place CHECK (evidence_id IS NULL OR field IS NULL)
      )`);
    await db.query('CREATE INDEX return_item_by_submission ON return_item (tenant, submission_id)');
    await db.query(
      'CREATE UNIQUE INDEX return_item_carried_once ON return_item (tenant, carries) WHERE carries IS NOT NULL',
    );
    await db.query(`
      CREATE TABLE item_answer (
        tenant text NOT NULL,
        item_id uuid NOT NULL,
        submission_id uuid NOT NULL,
        round_no integer NOT NULL,
        done text NOT NULL,
        text text NOT NULL,
        answered_by uuid NOT NULL,
        answered_at timestamptz NOT NULL,
        CONSTRAINT item_answer_pk PRIMARY KEY (tenant, item_id),
        CONSTRAINT item_answer_of_item FOREIGN KEY (tenant, item_id) REFERENCES return_item (tenant, id),
        CONSTRAINT item_answer_in_round FOREIGN KEY (tenant, submission_id, round_no)
          REFERENCES submission_round (tenant, submission_id, no)
      )`);
    await db.query(`
      CREATE TABLE item_resolution (
        tenant text NOT NULL,
        item_id uuid NOT NULL,
        task_id uuid NOT NULL,
        resolved_by uuid NOT NULL,
        resolved_at timestamptz NOT NULL,
        CONSTRAINT item_resolution_pk PRIMARY KEY (tenant, item_id),
        CONSTRAINT item_resolution_of_item FOREIGN KEY (tenant, item_id) REFERENCES return_item (tenant, id)
      )`);
    await db.query(`ALTER TABLE submission_draft ADD COLUMN answers jsonb NOT NULL DEFAULT '[]'`);
    for (const table of FINAL)
      await db.query(`
        CREATE TRIGGER ${table}_is_final BEFORE UPDATE OR DELETE ON ${table}
        FOR EACH ROW EXECUTE FUNCTION refuse_change()`);
    // a file may go while no round rests on it, which evidence_use_of_evidence sees to; it is never another file
    await db.query(`
      CREATE TRIGGER evidence_is_final BEFORE UPDATE ON evidence
      FOR EACH ROW EXECUTE FUNCTION refuse_change()`);
    for (const table of NEVER_EMPTIED)
      await db.query(`
        CREATE TRIGGER ${table}_is_never_emptied BEFORE TRUNCATE ON ${table}
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of NEVER_EMPTIED) await db.query(`DROP TRIGGER ${table}_is_never_emptied ON ${table}`);
    await db.query('DROP TRIGGER evidence_is_final ON evidence');
    await db.query('DROP TRIGGER evidence_use_is_final ON evidence_use');
    await db.query('ALTER TABLE submission_draft DROP COLUMN answers');
    await db.query('DROP TABLE item_resolution, item_answer, return_item');
  }
}
