import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Flows, their published versions (which never change), what is being drawn, and which flow an obligation runs. */
export class Definitions1764000100000 implements MigrationInterface {
  readonly name = 'Definitions1764000100000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE definition (
        tenant text NOT NULL,
        id uuid NOT NULL,
        key text NOT NULL,
        name text NOT NULL,
        created_by uuid,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT definition_pk PRIMARY KEY (tenant, id),
        CONSTRAINT definition_key_unique UNIQUE (tenant, key)
      )`);
    await db.query(`
      CREATE TABLE definition_version (
        tenant text NOT NULL,
        id uuid NOT NULL,
        key text NOT NULL,
        version integer NOT NULL,
        name text NOT NULL,
        xml text NOT NULL,
        compiled json NOT NULL,
        hash text NOT NULL,
        form json NOT NULL,
        note text NOT NULL,
        published_by uuid,
        published_at timestamptz NOT NULL,
        CONSTRAINT definition_version_pk PRIMARY KEY (tenant, id),
        CONSTRAINT definition_version_number_unique UNIQUE (tenant, key, version),
        CONSTRAINT definition_version_of_definition FOREIGN KEY (tenant, key) REFERENCES definition (tenant, key)
      )`);
    await db.query(`
      CREATE TABLE definition_draft (
        tenant text NOT NULL,
        key text NOT NULL,
        xml text NOT NULL,
        revision integer NOT NULL,
        saved_by uuid NOT NULL,
        saved_at timestamptz NOT NULL,
        CONSTRAINT definition_draft_pk PRIMARY KEY (tenant, key),
        CONSTRAINT definition_draft_of_definition FOREIGN KEY (tenant, key) REFERENCES definition (tenant, key)
      )`);
    await db.query(`
      CREATE TABLE binding (
        tenant text NOT NULL,
        id uuid NOT NULL,
        plan_id uuid,
        measure_no integer,
        kind text,
        unit_id text,
        definition_key text NOT NULL,
        CONSTRAINT binding_pk PRIMARY KEY (tenant, id),
        CONSTRAINT binding_place_unique UNIQUE NULLS NOT DISTINCT (tenant, plan_id, measure_no, kind, unit_id),
        CONSTRAINT binding_of_definition FOREIGN KEY (tenant, definition_key) REFERENCES definition (tenant, key)
      )`);
    await db.query(`
      CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'rows of % are never changed or deleted', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
      END $$`);
    await db.query(`
      CREATE TRIGGER definition_version_is_final BEFORE UPDATE OR DELETE ON definition_version
      FOR EACH ROW EXECUTE FUNCTION refuse_change()`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE binding, definition_draft, definition_version, definition');
    await db.query('DROP FUNCTION refuse_change()');
  }
}
