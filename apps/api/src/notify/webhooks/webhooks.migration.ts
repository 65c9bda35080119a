import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Other systems that are told what happens. */
export class Webhooks1764001510000 implements MigrationInterface {
  readonly name = 'Webhooks1764001510000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE webhook (
        tenant text NOT NULL,
        id uuid NOT NULL,
        name text NOT NULL,
        url text NOT NULL,
        categories text[] NOT NULL,
        active boolean NOT NULL,
        secret text,
        secret_since timestamptz,
        revision integer NOT NULL,
        created_at timestamptz NOT NULL,
        last_at timestamptz,
        last_ok boolean,
        last_detail text,
        CONSTRAINT webhook_pk PRIMARY KEY (tenant, id),
        CONSTRAINT webhook_tenant_fk FOREIGN KEY (tenant) REFERENCES tenant (tenant)
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE webhook');
  }
}
