import path from 'node:path';
import pg from 'pg';
import { socketDirectory } from '../../../apps/api/src/database/embedded/socket-directory';
import { dataDir } from './people';

/** What time would bring in minutes or days, a test brings at once: rows straight from the product's own database. */
export async function rows<Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({
    user: 'postgres',
    database: 'postgres',
    host: socketDirectory(path.resolve(dataDir)),
  });
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}
