import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Units, their groups with effective dates, people and their memberships. */
export class People1700000000200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE unit (
        tenant text NOT NULL,
        id text NOT NULL,
        name text NOT NULL,
        short_name text NOT NULL,
        kind text NOT NULL CONSTRAINT unit_kind_check CHECK (kind IN ('department', 'town', 'office')),
        sectors text[] NOT NULL,
        aliases text[] NOT NULL,
        valid_from date NOT NULL,
        valid_to date,
        CONSTRAINT unit_pk PRIMARY KEY (tenant, id),
        CONSTRAINT unit_tenant_fk FOREIGN KEY (tenant) REFERENCES tenant (tenant)
      );
      CREATE TABLE unit_group (
        tenant text NOT NULL,
        id text NOT NULL,
        name text NOT NULL,
        aliases text[] NOT NULL,
        CONSTRAINT unit_group_pk PRIMARY KEY (tenant, id),
        CONSTRAINT unit_group_name_key UNIQUE (tenant, name),
        CONSTRAINT unit_group_tenant_fk FOREIGN KEY (tenant) REFERENCES tenant (tenant)
      );
      CREATE TABLE unit_group_member (
        tenant text NOT NULL,
        group_id text NOT NULL,
        unit_id text NOT NULL,
        valid_from date NOT NULL,
        valid_to date,
        CONSTRAINT unit_group_member_pk PRIMARY KEY (tenant, group_id, unit_id, valid_from),
        CONSTRAINT unit_group_member_group_fk FOREIGN KEY (tenant, group_id) REFERENCES unit_group (tenant, id),
        CONSTRAINT unit_group_member_unit_fk FOREIGN KEY (tenant, unit_id) REFERENCES unit (tenant, id)
      );
      CREATE INDEX unit_group_member_unit_index ON unit_group_member (tenant, unit_id);
      CREATE TABLE person (
        tenant text NOT NULL,
        id uuid NOT NULL,
        account text NOT NULL,
        name text NOT NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT person_pk PRIMARY KEY (tenant, id),
        CONSTRAINT person_account_key UNIQUE (tenant, account),
        CONSTRAINT person_tenant_fk FOREIGN KEY (tenant) REFERENCES tenant (tenant)
      );
      CREATE TABLE membership (
        tenant text NOT NULL,
        id uuid NOT NULL,
        person_id uuid NOT NULL,
        unit_id text NOT NULL,
        role text NOT NULL,
        valid_from date NOT NULL,
        valid_to date,
        CONSTRAINT membership_pk PRIMARY KEY (tenant, id),
        CONSTRAINT membership_once_key UNIQUE (tenant, person_id, unit_id, role, valid_from),
        CONSTRAINT membership_person_fk FOREIGN KEY (tenant, person_id) REFERENCES person (tenant, id),
        CONSTRAINT membership_unit_fk FOREIGN KEY (tenant, unit_id) REFERENCES unit (tenant, id)
      );
      CREATE INDEX membership_unit_role_index ON membership (tenant, unit_id, role);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE membership, person, unit_group_member, unit_group, unit');
  }
}
