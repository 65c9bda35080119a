import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who does whose tasks while they are away. Rules are ended, never deleted: what was done under them stays explained. */
export class Deputies1764001900000 implements MigrationInterface {
  readonly name = 'Deputies1764001900000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE deputy_rule (
        tenant text NOT NULL,
        id uuid NOT NULL,
        principal_id uuid NOT NULL,
        deputy_id uuid NOT NULL,
        valid_from date NOT NULL,
        valid_to date NOT NULL,
        definition_keys text[],
        reason text NOT NULL,
        made_by uuid NOT NULL,
        made_at timestamptz NOT NULL,
        ended_by uuid,
        ended_at timestamptz,
        CONSTRAINT deputy_rule_pk PRIMARY KEY (tenant, id),
        CONSTRAINT deputy_rule_principal_fk FOREIGN KEY (tenant, principal_id) REFERENCES person (tenant, id),
        CONSTRAINT deputy_rule_deputy_fk FOREIGN KEY (tenant, deputy_id) REFERENCES person (tenant, id),
        CONSTRAINT deputy_rule_maker_fk FOREIGN KEY (tenant, made_by) REFERENCES person (tenant, id),
        CONSTRAINT deputy_rule_ender_fk FOREIGN KEY (tenant, ended_by) REFERENCES person (tenant, id),
        CONSTRAINT deputy_rule_not_self CHECK (principal_id <> deputy_id),
        CONSTRAINT deputy_rule_window CHECK (valid_from <= valid_to),
        CONSTRAINT deputy_rule_some_flow CHECK (cardinality(definition_keys) > 0),
        CONSTRAINT deputy_rule_ended CHECK ((ended_by IS NULL) = (ended_at IS NULL))
      )`);
    // every request asks for whom its person stands in
    await db.query(
      'CREATE INDEX deputy_rule_standing ON deputy_rule (tenant, deputy_id, valid_to) WHERE ended_at IS NULL',
    );
    await db.query('CREATE INDEX deputy_rule_of_deputy ON deputy_rule (tenant, deputy_id, id)');
    await db.query('CREATE INDEX deputy_rule_of_principal ON deputy_rule (tenant, principal_id, id)');
    // a deputy sees the matters of a task, done ones too
    await db.query('CREATE INDEX task_of_obligation ON task (tenant, obligation_id)');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP INDEX task_of_obligation');
    await db.query('DROP TABLE deputy_rule');
  }
}
