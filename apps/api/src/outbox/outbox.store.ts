import { Injectable } from '@nestjs/common';
import { Transactions } from '../database/transactions.js';
import type { Delivery } from './consumer.js';

/** reached after a few tries; the power is cut as well, or after a thousand it would be more than a number holds */
const MAX_PAUSE_MINUTES = 60;

@Injectable()
export class OutboxStore {
  constructor(private readonly transactions: Transactions) {}

  /** Takes messages for as long as the transaction lasts; what another process has taken is passed over. */
  async take(now: Date, limit: number): Promise<Delivery[]> {
    return this.transactions.current().query(
      `SELECT tenant, id, topic, payload, created_at AS "createdAt" FROM outbox
        WHERE delivered_at IS NULL AND due_at <= $1 ORDER BY due_at, id LIMIT $2 FOR UPDATE SKIP LOCKED`,
      [now, limit],
    );
  }

  async markDelivered({ tenant, id }: Delivery, at: Date): Promise<void> {
    await this.transactions
      .current()
      .query('UPDATE outbox SET delivered_at = $3, attempts = attempts + 1 WHERE tenant = $1 AND id = $2', [
        tenant,
        id,
        at,
      ]);
  }

  async postpone({ tenant, id }: Delivery, error: string, now: Date): Promise<void> {
    await this.transactions.current().query(
      `UPDATE outbox SET attempts = attempts + 1, last_error = $3,
              due_at = $4::timestamptz + least(power(2, least(attempts, 10)), ${MAX_PAUSE_MINUTES}) * interval '1 minute'
        WHERE tenant = $1 AND id = $2`,
      [tenant, id, error.slice(0, 500), now],
    );
  }
}
