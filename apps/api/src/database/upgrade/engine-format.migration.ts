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

  /** The first format is not written any more; its readers are gone. */
  async down(): Promise<void> {
    return Promise.resolve();
  }
}
