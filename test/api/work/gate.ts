import pg from 'pg';
import type { City } from './city.js';

/** Holds the lock of a matter, so that requests line up behind it in the order in which they were sent. */
export interface Gate {
  /** @param sends each is sent when the one before is known to wait; answers come after the lock is let go */
  inOrder<Answer>(instanceId: string, sends: readonly (() => Promise<Answer>)[]): Promise<Answer[]>;
  close(): Promise<void>;
}

/** How many statements wait for what another transaction holds. */
export async function waiting(c: City): Promise<number> {
  const [row] = await c.sql<{ n: number }>(
    `SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  );
  return row!.n;
}

export async function gateOf(c: City): Promise<Gate> {
  const client = new pg.Client({ connectionString: c.database.url });
  await client.connect();
  return {
    inOrder: async (instanceId, sends) => {
      await client.query('BEGIN');
      try {
        await client.query('SELECT FROM instance WHERE id = $1 FOR UPDATE', [instanceId]);
        const sent: ReturnType<(typeof sends)[number]>[] = [];
        for (const send of sends) {
          let isAnswered = false;
          const answer = send().finally(() => (isAnswered = true));
          sent.push(answer);
          // what is refused before it needs the lock never waits
          while (!isAnswered && (await waiting(c)) < sent.length);
        }
        await client.query('COMMIT');
        return await Promise.all(sent);
      } finally {
        await client.query('ROLLBACK');
      }
    },
    close: () => client.end(),
  };
}
