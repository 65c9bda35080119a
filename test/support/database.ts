import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { openDataSource } from '../../apps/api/src/database/data-source.js';
import { migrate } from '../../apps/api/src/database/migrate.js';
import { schema } from '../../apps/api/src/database/schema.js';
import { serverUrl } from './server.js';

export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** A template: its name and what fills it once per worker. */
export interface Template {
  readonly name: string;
  /** @param dataSource of the migrated, empty database */
  fill(dataSource: DataSource): Promise<void>;
}

export const EMPTY: Template = { name: 'template_empty', fill: async () => undefined };

/** A database of one's own, copied from a template (which is made when it is first asked for). */
export async function testDatabase(template: Template = EMPTY): Promise<TestDatabase> {
  const urlOf = await serverUrl();
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await onServer(urlOf('postgres'), async (client) => {
    await makeTemplate(client, urlOf, template);
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template.name} STRATEGY FILE_COPY`);
  });
  const drop = (): Promise<void> =>
    onServer(urlOf('postgres'), (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
  return { url: urlOf(name), drop };
}

/** A database without any table. */
export async function bareDatabase(): Promise<TestDatabase> {
  return testDatabase(BARE);
}

const BARE: Template = { name: 'template0', fill: async () => undefined };

async function makeTemplate(client: pg.Client, urlOf: (name: string) => string, template: Template): Promise<void> {
  const found = await client.query('SELECT FROM pg_database WHERE datname = $1', [template.name]);
  if (found.rowCount) return;
  const making = `making_${randomUUID().replaceAll('-', '')}`;
  await client.query(`CREATE DATABASE ${making} TEMPLATE template0`);
  const dataSource = await openDataSource({ url: urlOf(making), pool: 4 }, schema);
  try {
    await migrate(dataSource);
    await template.fill(dataSource);
  } finally {
    await dataSource.destroy();
  }
  await client.query(`ALTER DATABASE ${making} RENAME TO ${template.name}`);
}

async function onServer(url: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
