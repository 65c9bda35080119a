import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 沟通: what people say about an instance. Words are never changed; taking them back is a row of its own. */
export class Comments1764001800000 implements MigrationInterface {
  readonly name = 'Comments1764001800000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE comment (
        tenant text NOT NULL,
        id uuid NOT NULL,
        instance_id uuid NOT NULL,
        author_id uuid NOT NULL,
        scope text NOT NULL,
        unit_id text,
        text text NOT NULL,
        reply_to uuid,
        mention_ids uuid[] NOT NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT comment_pk PRIMARY KEY (tenant, id),
        CONSTRAINT comment_of_instance FOREIGN KEY (tenant, instance_id) REFERENCES instance (tenant, id),
        CONSTRAINT comment_to_comment FOREIGN KEY (tenant, reply_to) REFERENCES comment (tenant, id),
        CONSTRAINT comment_has_audience CHECK (scope = 'matter' OR (scope = 'unit' AND unit_id IS NOT NULL))
      )`);
    await db.query('CREATE INDEX comment_thread ON comment (tenant, instance_id, created_at, id)');
    await db.query(`
      CREATE TABLE comment_withdrawal (
        tenant text NOT NULL,
        comment_id uuid NOT NULL,
        at timestamptz NOT NULL,
        CONSTRAINT comment_withdrawal_pk PRIMARY KEY (tenant, comment_id),
        CONSTRAINT comment_withdrawal_of_comment FOREIGN KEY (tenant, comment_id) REFERENCES comment (tenant, id)
      )`);
    for (const table of ['comment', 'comment_withdrawal'])
      await db.query(`
        CREATE TRIGGER ${table}_is_final BEFORE UPDATE OR DELETE ON ${table}
        FOR EACH ROW EXECUTE FUNCTION refuse_change()`);
    await db.query(`
      CREATE TABLE comment_file (
        tenant text NOT NULL,
        id uuid NOT NULL,
        instance_id uuid NOT NULL,
        comment_id uuid,
        file_name text NOT NULL,
        size bigint NOT NULL,
        sha256 text NOT NULL,
        media_type text NOT NULL,
        uploaded_by uuid NOT NULL,
        uploaded_at timestamptz NOT NULL,
        CONSTRAINT comment_file_pk PRIMARY KEY (tenant, id),
        CONSTRAINT comment_file_of_comment FOREIGN KEY (tenant, comment_id) REFERENCES comment (tenant, id),
        CONSTRAINT comment_file_of_instance FOREIGN KEY (tenant, instance_id) REFERENCES instance (tenant, id),
        CONSTRAINT comment_file_of_blob FOREIGN KEY (tenant, sha256) REFERENCES evidence_blob (tenant, sha256)
      )`);
    await db.query('CREATE INDEX comment_file_by_comment ON comment_file (tenant, comment_id)');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE comment_file, comment_withdrawal, comment');
  }
}
