import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 超时: when those who hold a task are reminded, and when their leaders are told. Null: not asked for, or done. */
export class Overdue1764002010000 implements MigrationInterface {
  readonly name = 'Overdue1764002010000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE task ADD COLUMN remind_at timestamptz, ADD COLUMN escalate_at timestamptz,
        ADD COLUMN reminded_at timestamptz, ADD COLUMN escalated_at timestamptz`);
    await db.query(`CREATE INDEX task_remind ON task (remind_at) WHERE status = 'open' AND remind_at IS NOT NULL`);
    await db.query(
      `CREATE INDEX task_escalate ON task (escalate_at) WHERE status = 'open' AND escalate_at IS NOT NULL`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP INDEX task_remind, task_escalate');
    await db.query(`
      ALTER TABLE task DROP COLUMN remind_at, DROP COLUMN escalate_at, DROP COLUMN reminded_at, DROP COLUMN escalated_at`);
  }
}
