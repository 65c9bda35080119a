import { Injectable } from '@nestjs/common';
import { backOff } from '../database/back-off.js';
import { Transactions } from '../database/transactions.js';
import type { DeliveryAct } from '../outbox/delivery-act.js';

/** A timer while its lock is held. */
export interface LockedTimer {
  readonly tenant: string;
  readonly id: string;
  readonly status: 'pending' | 'fired' | 'cancelled' | 'refused';
  readonly attempts: number;
  readonly closedAt: Date | null;
  readonly acts: readonly DeliveryAct[];
}

@Injectable()
export class TimerStore {
  constructor(private readonly transactions: Transactions) {}

  /**
   * A timer whose firing failed is tried again later, and no longer stands before the others.
   * @param now when it was taken: who asks for it after that does not wait for the pause of a try that began before
   */
  async postpone(tenant: string, id: string, error: string, now: number): Promise<void> {
    await this.transactions.current().query(
      `UPDATE timer SET attempts = attempts + 1, last_error = $3, failing_since = coalesce(failing_since, $4::timestamptz),
              due_at = CASE WHEN due_at > $4::timestamptz THEN due_at
                ELSE ${backOff('$4::timestamptz')} END
        WHERE tenant = $1 AND id = $2 AND status = 'pending'`,
      [tenant, id, error.slice(0, 500), new Date(now)],
    );
  }

  /** Waits for a try that is under way. */
  async lock(tenant: string, id: string): Promise<LockedTimer | null> {
    const rows: LockedTimer[] = await this.transactions.current().query(
      `SELECT tenant, id, status, attempts, closed_at AS "closedAt", acts FROM timer
        WHERE tenant = $1 AND id = $2 FOR UPDATE`,
      [tenant, id],
    );
    return rows[0] ?? null;
  }

  /** Due from now on. */
  async tryNow({ tenant, id }: LockedTimer, act: DeliveryAct): Promise<void> {
    await this.transactions
      .current()
      .query('UPDATE timer SET due_at = $3, acts = acts || $4::jsonb WHERE tenant = $1 AND id = $2', [
        tenant,
        id,
        act.at,
        JSON.stringify(act),
      ]);
  }
}
