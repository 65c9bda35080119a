import type { City } from './city.js';
import type { Player } from './player.js';

/** An instance that began. */
export interface Started {
  readonly id: string;
  readonly main: boolean;
  readonly startedBy: string | null;
  readonly key: string;
  readonly version: number;
}

/** Watches what begins without a person. */
export function starts(c: City, p: Player) {
  const instancesOf = (obligationId: string): Promise<Started[]> =>
    c.sql(
      `SELECT i.id, i.main, i.started_by AS "startedBy", v.key, v.version
         FROM instance i JOIN definition_version v ON v.tenant = i.tenant AND v.id = i.definition_version_id
        WHERE i.obligation_id = $1 ORDER BY i.started_at, i.id`,
      [obligationId],
    );
  return {
    instancesOf,

    begun: async (obligationId: string): Promise<number> => (await instancesOf(obligationId)).length,

    schedule: (key: string): Promise<{ nodeId: string; dueAt: Date }[]> =>
      c.sql(
        `SELECT node_id AS "nodeId", due_at AS "dueAt" FROM scheduled_start WHERE definition_key = $1 ORDER BY due_at`,
        [key],
      ),

    /** obligations whose start is still to be delivered */
    told: async (): Promise<string[]> => {
      const rows = await c.sql<{ id: string }>(
        `SELECT payload->>'obligationId' AS id FROM outbox WHERE topic = 'flow.start' AND delivered_at IS NULL`,
      );
      return rows.map(({ id }) => id).sort();
    },

    /** what the server does by itself at a moment; answers how many times had come */
    at: async (moment: string): Promise<number> => {
      c.clock.set(moment);
      const come = await p.beginDue();
      await p.deliver();
      return come;
    },

    publishAndBind: async (key: string, xml: string, ...units: readonly string[]): Promise<void> => {
      await p.publish(key, xml);
      for (const unit of units) await p.bind(key, unit);
    },

    startByHand: async (account: string, obligationId: string) =>
      (await c.as(account)).post(`/obligations/${obligationId}/start`).send({}),

    /** what one test leaves waiting must not begin in another */
    end: async (): Promise<void> => {
      await c.sql('DELETE FROM scheduled_start');
      await c.sql(`UPDATE obligation SET status = 'closed' WHERE instance_id IS NULL`);
      await c.sql(`UPDATE outbox SET delivered_at = now() WHERE delivered_at IS NULL`);
    },
  };
}

export type Starts = ReturnType<typeof starts>;
