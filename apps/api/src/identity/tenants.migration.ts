import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The cities: everything else refers to them. */
export class Tenants1700000000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE tenant (
        tenant text NOT NULL,
        name text NOT NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT tenant_pk PRIMARY KEY (tenant)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE tenant');
  }
}
