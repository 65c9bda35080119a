import { Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Clock, SystemClock } from './clock.js';
import { dataSourceOptions, openDataSource, type Schema } from './data-source.js';
import { migrate } from './migrate.js';
import { Transactions } from './transactions.js';

export interface DatabaseSettings {
  readonly url: string;
  readonly pool: number;
  readonly clock?: Clock;
}

/** The data source (migrated before anything else starts), transactions and the clock, for every feature. */
@Module({})
export class DatabaseModule {
  static with(settings: DatabaseSettings, schema: Schema): DynamicModule {
    const connection = { url: settings.url, pool: settings.pool };
    return {
      module: DatabaseModule,
      global: true,
      imports: [
        TypeOrmModule.forRootAsync({
          useFactory: () => ({ ...dataSourceOptions(connection, schema), retryAttempts: 0 }),
          dataSourceFactory: async () => {
            const dataSource = await openDataSource(connection, schema);
            await migrate(dataSource);
            return dataSource;
          },
        }),
      ],
      providers: [Transactions, { provide: Clock, useValue: settings.clock ?? new SystemClock() }],
      exports: [Transactions, Clock],
    };
  }
}
