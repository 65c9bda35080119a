import { DataSource, type DataSourceOptions, type EntitySchema, type MigrationInterface } from 'typeorm';
import { pgTypes } from './pg-types.js';
import { SnakeNaming } from './snake-naming.js';

/** What the features bring: their tables as classes, and the steps that make them. */
export interface Schema {
  readonly entities: readonly (new () => object)[];
  readonly migrations: readonly (new () => MigrationInterface)[];
}

export interface Connection {
  readonly url: string;
  readonly pool: number;
}

/** TypeORM's settings for one database. Nothing is ever synchronized: migrations are written by hand. */
export function dataSourceOptions(connection: Connection, schema: Schema): DataSourceOptions {
  return {
    type: 'postgres',
    url: connection.url,
    entities: [...schema.entities] as (new () => object)[] | EntitySchema[],
    migrations: [...schema.migrations],
    migrationsTableName: 'migration',
    namingStrategy: new SnakeNaming(),
    synchronize: false,
    poolSize: connection.pool,
    applicationName: 'chengban',
    extra: {
      types: pgTypes,
      // a statement that runs this long has lost its reader; a lock held this long is a fault, not a queue
      statement_timeout: 30_000,
      lock_timeout: 10_000,
      idle_in_transaction_session_timeout: 60_000,
    },
  };
}

export const openDataSource = (connection: Connection, schema: Schema): Promise<DataSource> =>
  new DataSource(dataSourceOptions(connection, schema)).initialize();
