import { Injectable } from '@nestjs/common';
import { Transactions } from '../database/transactions.js';

/** reached after a few tries; the power is cut as well, or after a thousand it would be more than a number holds */
const MAX_PAUSE_MINUTES = 60;

@Injectable()
export class TimerStore {
  constructor(private readonly transactions: Transactions) {}

  /** A timer whose firing failed is tried again later, and no longer stands before the others. */
  async postpone(tenant: string, id: string, error: string, now: number): Promise<void> {
    await this.transactions.current().query(
      `UPDATE timer SET attempts = attempts + 1, last_error = $3,
              due_at = $4::timestamptz + least(power(2, least(attempts, 10)), ${MAX_PAUSE_MINUTES}) * interval '1 minute'
        WHERE tenant = $1 AND id = $2 AND status = 'pending'`,
      [tenant, id, error.slice(0, 500), new Date(now)],
    );
  }
}
