import { Injectable } from '@nestjs/common';
import type { ScheduledStart } from '@chengban/domain';
import { backOff } from '../database/back-off.js';
import { Transactions } from '../database/transactions.js';
import type { DeliveryAct } from '../outbox/delivery-act.js';

/** A start whose time has come, while its lock is held. */
export interface DueStart extends ScheduledStart {
  readonly tenant: string;
  readonly id: string;
  readonly definitionKey: string;
  readonly definitionVersionId: string;
}

/** A start that a person decides about, while its lock is held. */
export interface LockedStart {
  readonly tenant: string;
  readonly id: string;
  readonly attempts: number;
  readonly acts: readonly DeliveryAct[];
}

@Injectable()
export class ScheduledStartStore {
  constructor(private readonly transactions: Transactions) {}

  /** The one that was due first, for as long as the transaction lasts; what another process has taken is passed over. */
  async lockDue(now: Date): Promise<DueStart | undefined> {
    const [row]: DueStart[] = await this.transactions.current().query(
      `SELECT tenant, id, definition_key AS "definitionKey", definition_version_id AS "definitionVersionId",
              node_id AS "nodeId", trigger, due
         FROM scheduled_start WHERE due_at <= $1 ORDER BY due_at, id LIMIT 1 FOR UPDATE SKIP LOCKED`,
      [now],
    );
    return row;
  }

  async moveOn({ tenant, id }: DueStart, { due }: ScheduledStart): Promise<void> {
    await this.transactions.current().query(
      `UPDATE scheduled_start SET due = $3, due_at = $4, attempts = 0, last_error = NULL, failing_since = NULL
          WHERE tenant = $1 AND id = $2`,
      [tenant, id, JSON.stringify(due), new Date(due.dueAt)],
    );
  }

  /** It was the last time. */
  async remove({ tenant, id }: DueStart): Promise<void> {
    await this.transactions.current().query('DELETE FROM scheduled_start WHERE tenant = $1 AND id = $2', [tenant, id]);
  }

  /**
   * A start that failed is tried again later, and no longer stands before the others. Its cycle counts from when it was
   * due; a time that another process has told meanwhile is charged with nothing.
   * @param now when it was taken: who asks for it after that does not wait for the pause of a try that began before
   */
  async postpone({ tenant, id, due }: DueStart, error: string, now: Date): Promise<void> {
    await this.transactions.current().query(
      `UPDATE scheduled_start SET attempts = attempts + 1, last_error = $3,
              failing_since = coalesce(failing_since, $4::timestamptz),
              due_at = CASE WHEN due_at > $4::timestamptz THEN due_at
                ELSE ${backOff('$4::timestamptz')} END
        WHERE tenant = $1 AND id = $2 AND due = $5::jsonb`,
      [tenant, id, error.slice(0, 500), now, JSON.stringify(due)],
    );
  }

  /** Waits for a try that is under way. */
  async lock(tenant: string, id: string): Promise<LockedStart | null> {
    const rows: LockedStart[] = await this.transactions
      .current()
      .query('SELECT tenant, id, attempts, acts FROM scheduled_start WHERE tenant = $1 AND id = $2 FOR UPDATE', [
        tenant,
        id,
      ]);
    return rows[0] ?? null;
  }

  /** Due from now on. */
  async tryNow({ tenant, id }: LockedStart, act: DeliveryAct): Promise<void> {
    await this.transactions
      .current()
      .query('UPDATE scheduled_start SET due_at = $3, acts = acts || $4::jsonb WHERE tenant = $1 AND id = $2', [
        tenant,
        id,
        act.at,
        JSON.stringify(act),
      ]);
  }
}
