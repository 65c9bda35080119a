import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a reviewer wrote into the form stays with the verdict; a draft belongs to its task, as two may be open at once. */
export class ReviewedFields1764001600000 implements MigrationInterface {
  readonly name = 'ReviewedFields1764001600000';

  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE submission_verdict ADD COLUMN data jsonb');
    await db.query('ALTER TABLE submission_draft ADD COLUMN task_id uuid');
    await db.query(`
      UPDATE submission_draft d SET task_id = (
        SELECT t.id FROM task t WHERE t.tenant = d.tenant AND t.instance_id = d.instance_id AND t.purpose = 'draft'
         ORDER BY t.status = 'open' DESC, t.opened_at DESC LIMIT 1)`);
    // of a task that is gone: nobody could see it
    await db.query('DELETE FROM submission_draft WHERE task_id IS NULL');
    await db.query('ALTER TABLE submission_draft ALTER COLUMN task_id SET NOT NULL');
    await db.query('ALTER TABLE submission_draft DROP CONSTRAINT submission_draft_pk');
    await db.query(
      'ALTER TABLE submission_draft ADD CONSTRAINT submission_draft_pk PRIMARY KEY (tenant, instance_id, task_id)',
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DELETE FROM submission_draft d USING submission_draft other
       WHERE other.tenant = d.tenant AND other.instance_id = d.instance_id
         AND (other.saved_at, other.task_id) > (d.saved_at, d.task_id)`);
    await db.query('ALTER TABLE submission_draft DROP CONSTRAINT submission_draft_pk');
    await db.query('ALTER TABLE submission_draft ADD CONSTRAINT submission_draft_pk PRIMARY KEY (tenant, instance_id)');
    await db.query('ALTER TABLE submission_draft DROP COLUMN task_id');
    await db.query('ALTER TABLE submission_verdict DROP COLUMN data');
  }
}
