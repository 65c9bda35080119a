import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Uploaded files: one row per upload, one blob per content, and which rounds rest on which file. */
export class Evidence1764000500000 implements MigrationInterface {
  readonly name = 'Evidence1764000500000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE evidence_blob (
        tenant text NOT NULL,
        sha256 text NOT NULL,
        size bigint NOT NULL,
        refs integer NOT NULL,
        CONSTRAINT evidence_blob_pk PRIMARY KEY (tenant, sha256)
      )`);
    await db.query(`
      CREATE TABLE evidence (
        tenant text NOT NULL,
        id uuid NOT NULL,
        obligation_id uuid NOT NULL,
        unit_id text NOT NULL,
        file_name text NOT NULL,
        size bigint NOT NULL,
        sha256 text NOT NULL,
        media_type text NOT NULL,
        uploaded_by uuid NOT NULL,
        uploaded_at timestamptz NOT NULL,
        CONSTRAINT evidence_pk PRIMARY KEY (tenant, id),
        CONSTRAINT evidence_of_blob FOREIGN KEY (tenant, sha256) REFERENCES evidence_blob (tenant, sha256)
      )`);
    await db.query('CREATE INDEX evidence_by_obligation ON evidence (tenant, obligation_id)');
    await db.query(`
      CREATE TABLE evidence_use (
        tenant text NOT NULL,
        evidence_id uuid NOT NULL,
        submission_id uuid NOT NULL,
        round_no integer NOT NULL,
        CONSTRAINT evidence_use_pk PRIMARY KEY (tenant, evidence_id, submission_id, round_no),
        CONSTRAINT evidence_use_of_evidence FOREIGN KEY (tenant, evidence_id) REFERENCES evidence (tenant, id),
        CONSTRAINT evidence_use_in_round FOREIGN KEY (tenant, submission_id, round_no)
          REFERENCES submission_round (tenant, submission_id, no)
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE evidence_use, evidence, evidence_blob');
  }
}
