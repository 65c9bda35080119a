import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 常用意见: a person's or a unit's, and how often each person picked which. */
export class Phrases1764001820000 implements MigrationInterface {
  readonly name = 'Phrases1764001820000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE phrase (
        tenant text NOT NULL,
        id uuid NOT NULL,
        person_id uuid,
        unit_id text,
        text text NOT NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT phrase_pk PRIMARY KEY (tenant, id),
        CONSTRAINT phrase_has_one_owner CHECK ((person_id IS NULL) <> (unit_id IS NULL))
      )`);
    await db.query(
      'CREATE UNIQUE INDEX phrase_of_person ON phrase (tenant, person_id, text) WHERE person_id IS NOT NULL',
    );
    await db.query('CREATE UNIQUE INDEX phrase_of_unit ON phrase (tenant, unit_id, text) WHERE unit_id IS NOT NULL');
    // without a key to phrase: the shipped ones have no row there
    await db.query(`
      CREATE TABLE phrase_use (
        tenant text NOT NULL,
        person_id uuid NOT NULL,
        phrase_id uuid NOT NULL,
        uses integer NOT NULL,
        last_used_at timestamptz NOT NULL,
        CONSTRAINT phrase_use_pk PRIMARY KEY (tenant, person_id, phrase_id)
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE phrase_use, phrase');
  }
}
