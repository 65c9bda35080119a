import { Logger } from '@nestjs/common';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { upgradeMarkings } from './upgrade-markings.js';

/** The engine's second format: a token is a state of its scope's machine, and several may be at one node. */
export class EngineFormat1764000900000 implements MigrationInterface {
  readonly name = 'EngineFormat1764000900000';

  async up(db: QueryRunner): Promise<void> {
    for (const { table, id, why } of await upgradeMarkings(db))
      new Logger('Upgrade').warn(`${table} ${id} could not be carried over and stays as it was: ${why}`);
  }

  /**
   * The first format is not written any more. Undone without a word, flows would be there that the older program cannot
   * read, with tasks that its tables cannot hold: several at one node.
   * @throws where flows of the second format are
   */
  async down(db: QueryRunner): Promise<void> {
    const [{ flows = 0 } = {}]: { flows?: number }[] = await db.query(
      `SELECT count(*)::int AS flows FROM definition_version WHERE compiled->>'format' = '2'`,
    );
    if (flows > 0)
      throw new Error(`有 ${flows} 个流程版本是新格式，旧程序打不开，不能退回。需要旧程序的，请从升级前的备份恢复。`);
  }
}
