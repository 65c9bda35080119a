import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Idempotency1700000000400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE idempotency_key (
        tenant text NOT NULL,
        person_id uuid NOT NULL,
        key text NOT NULL,
        request_hash bytea NOT NULL,
        status int NOT NULL,
        etag text,
        body json,
        created_at timestamptz NOT NULL,
        CONSTRAINT idempotency_key_pk PRIMARY KEY (tenant, person_id, key),
        CONSTRAINT idempotency_key_person_fk FOREIGN KEY (tenant, person_id) REFERENCES person (tenant, id)
      );
      CREATE INDEX idempotency_key_created_index ON idempotency_key (tenant, created_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE idempotency_key');
  }
}
