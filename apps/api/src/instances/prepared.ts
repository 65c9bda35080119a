import type { EntityManager } from 'typeorm';
import type pg from 'pg';

/** A statement that is planned once per connection. `name` and `text` belong together for ever. */
export interface Prepared {
  readonly name: string;
  readonly text: string;
}

/**
 * Runs a named statement on the connection of a transaction. TypeORM's own `query` sends every text anew, which costs
 * more planning than the small statements of an act cost to run.
 */
export async function runPrepared<Row>(
  manager: EntityManager,
  { name, text }: Prepared,
  values: readonly unknown[],
): Promise<Row[]> {
  const runner = manager.queryRunner;
  if (!runner?.isTransactionActive) throw new Error(`${name} may run inside a transaction only`);
  const client = (await runner.connect()) as pg.PoolClient;
  try {
    const result = await client.query<Row & pg.QueryResultRow>({ name, text, values: [...values] });
    return result.rows;
  } catch (error) {
    // the shape in which the rest of the program knows faults of the database
    if (error instanceof Error) Object.assign(error, { query: name });
    throw error;
  }
}
