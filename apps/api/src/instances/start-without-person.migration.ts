import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The clock begins flows as well, and is nobody. */
export class StartWithoutPerson1764001300000 implements MigrationInterface {
  readonly name = 'StartWithoutPerson1764001300000';

  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE instance ALTER COLUMN started_by DROP NOT NULL');
  }

  /** @throws where flows are that nobody started: the older program knows none, and no person may be made up for them */
  async down(db: QueryRunner): Promise<void> {
    const [{ flows = 0 } = {}]: { flows?: number }[] = await db.query(
      'SELECT count(*)::int AS flows FROM instance WHERE started_by IS NULL',
    );
    if (flows > 0)
      throw new Error(`有 ${flows} 个流程是定时开始的，旧程序打不开，不能退回。需要旧程序的，请从升级前的备份恢复。`);
    await db.query('ALTER TABLE instance ALTER COLUMN started_by SET NOT NULL');
  }
}
