import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Running flows and their append-only history. */
export class Instances1764000200000 implements MigrationInterface {
  readonly name = 'Instances1764000200000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE instance (
        tenant text NOT NULL,
        id uuid NOT NULL,
        definition_version_id uuid NOT NULL,
        obligation_id uuid NOT NULL,
        unit_id text NOT NULL,
        supervisor_unit_id text NOT NULL,
        reader_unit_ids text[] NOT NULL,
        seat_unit_ids text[] NOT NULL,
        seat_roles text[] NOT NULL,
        seat_person_ids uuid[] NOT NULL,
        drafter_ids uuid[] NOT NULL,
        submission_id uuid NOT NULL,
        round integer NOT NULL,
        marking jsonb NOT NULL,
        status text NOT NULL,
        outcome text,
        revision integer NOT NULL,
        history_seq integer NOT NULL,
        history_hash text NOT NULL,
        started_by uuid NOT NULL,
        started_at timestamptz NOT NULL,
        ended_at timestamptz,
        CONSTRAINT instance_pk PRIMARY KEY (tenant, id),
        CONSTRAINT instance_of_version FOREIGN KEY (tenant, definition_version_id) REFERENCES definition_version (tenant, id)
      )`);
    // a double click cannot open two flows for one obligation
    await db.query(`
      CREATE UNIQUE INDEX instance_running_of_obligation ON instance (tenant, obligation_id) WHERE status <> 'completed'`);
    await db.query('CREATE INDEX instance_by_version ON instance (tenant, definition_version_id, status)');
    await db.query('CREATE INDEX instance_by_unit ON instance (tenant, unit_id)');
    // every act asks who could stand in for an empty seat
    await db.query(`CREATE INDEX membership_flow_admins ON membership (tenant) WHERE role = 'flowAdmin'`);
    await db.query(`
      CREATE TABLE history (
        tenant text NOT NULL,
        instance_id uuid NOT NULL,
        seq integer NOT NULL,
        revision integer NOT NULL,
        at timestamptz NOT NULL,
        actor_id uuid,
        verb text NOT NULL,
        node_id text,
        event jsonb,
        passed text[] NOT NULL,
        text text NOT NULL,
        prev_hash text NOT NULL,
        hash text NOT NULL,
        CONSTRAINT history_pk PRIMARY KEY (tenant, instance_id, seq)
      )`);
    await db.query(`
      CREATE TRIGGER history_is_append_only BEFORE UPDATE OR DELETE ON history
      FOR EACH ROW EXECUTE FUNCTION refuse_change()`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP INDEX membership_flow_admins');
    await db.query('DROP TABLE history, instance');
  }
}
