import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 延期: requests beside the flow that answers an obligation, and what became of its deadline through them. */
export class Extensions1764002020000 implements MigrationInterface {
  readonly name = 'Extensions1764002020000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE instance ADD COLUMN request text,
        ADD CONSTRAINT instance_request_check CHECK (request IS NULL OR (request = 'extension' AND NOT main))`);
    await db.query(`
      CREATE UNIQUE INDEX instance_running_request ON instance (tenant, obligation_id, request)
        WHERE request IS NOT NULL AND status <> 'completed'`);
    await db.query('ALTER TABLE obligation ADD COLUMN original_due_on date');
    await db.query(`
      CREATE TABLE obligation_extension (
        tenant text NOT NULL,
        instance_id uuid NOT NULL,
        obligation_id uuid NOT NULL,
        from_on date NOT NULL,
        to_on date NOT NULL,
        at timestamptz NOT NULL,
        CONSTRAINT obligation_extension_pk PRIMARY KEY (tenant, instance_id),
        CONSTRAINT obligation_extension_later CHECK (to_on > from_on),
        CONSTRAINT obligation_extension_of_obligation FOREIGN KEY (tenant, obligation_id) REFERENCES obligation (tenant, id),
        CONSTRAINT obligation_extension_of_instance FOREIGN KEY (tenant, instance_id) REFERENCES instance (tenant, id)
      )`);
    await db.query(
      'CREATE INDEX obligation_extension_by_obligation ON obligation_extension (tenant, obligation_id, at)',
    );
    await db.query(`
      CREATE TRIGGER obligation_extension_is_final BEFORE UPDATE OR DELETE ON obligation_extension
      FOR EACH ROW EXECUTE FUNCTION refuse_change()`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE obligation_extension');
    await db.query('ALTER TABLE obligation DROP COLUMN original_due_on');
    await db.query('DROP INDEX instance_running_request');
    await db.query('ALTER TABLE instance DROP CONSTRAINT instance_request_check, DROP COLUMN request');
  }
}
