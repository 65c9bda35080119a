import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Passwords, sessions and failed sign-ins. */
export class Identity1700000000300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE credential (
        tenant text NOT NULL,
        person_id uuid NOT NULL,
        hash text NOT NULL,
        changed_at timestamptz NOT NULL,
        CONSTRAINT credential_pk PRIMARY KEY (tenant, person_id),
        CONSTRAINT credential_person_fk FOREIGN KEY (tenant, person_id) REFERENCES person (tenant, id)
      );
      CREATE TABLE session (
        tenant text NOT NULL,
        token_hash bytea NOT NULL,
        person_id uuid NOT NULL,
        created_at timestamptz NOT NULL,
        last_seen_at timestamptz NOT NULL,
        CONSTRAINT session_pk PRIMARY KEY (tenant, token_hash),
        CONSTRAINT session_person_fk FOREIGN KEY (tenant, person_id) REFERENCES person (tenant, id)
      );
      CREATE INDEX session_person_index ON session (tenant, person_id);
      CREATE TABLE sign_in_attempt (
        tenant text NOT NULL,
        account text NOT NULL,
        address text NOT NULL,
        failures int NOT NULL,
        last_at timestamptz NOT NULL,
        blocked_until timestamptz NOT NULL,
        CONSTRAINT sign_in_attempt_pk PRIMARY KEY (tenant, account, address)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE sign_in_attempt, session, credential');
  }
}
