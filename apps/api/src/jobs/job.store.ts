import { Injectable } from '@nestjs/common';
import type { JsonObject } from '@chengban/domain';
import { Transactions } from '../database/transactions.js';

/** A job in hand. `attempts` counts this try. */
export interface TakenJob {
  readonly tenant: string;
  readonly id: string;
  readonly instanceId: string;
  readonly obligationId: string;
  readonly handler: string;
  readonly input: JsonObject;
  readonly attempts: number;
}

/** How long a try may take before another process takes the job up: the first one may have died. */
const LEASE_SECONDS = 120;

@Injectable()
export class JobStore {
  constructor(private readonly transactions: Transactions) {}

  /** The next job that is due, leased in one statement; what another process has locked is passed over. */
  async take(now: Date): Promise<TakenJob | null> {
    const [rows]: [TakenJob[], number] = await this.transactions.current().query(
      `UPDATE job j SET attempts = j.attempts + 1, due_at = $1::timestamptz + interval '${LEASE_SECONDS} seconds'
         FROM (SELECT tenant, id FROM job WHERE status = 'pending' AND due_at <= $1
                ORDER BY due_at, id LIMIT 1 FOR UPDATE SKIP LOCKED) next
         JOIN job x USING (tenant, id) JOIN instance i ON i.tenant = x.tenant AND i.id = x.instance_id
        WHERE j.tenant = next.tenant AND j.id = next.id
        RETURNING j.tenant, j.id, j.instance_id AS "instanceId", i.obligation_id AS "obligationId", j.handler, j.input, j.attempts`,
      [now],
    );
    return rows[0] ?? null;
  }

  /** @param minutes until the next try */
  async postpone({ tenant, id }: TakenJob, error: string, minutes: number, now: Date): Promise<void> {
    await this.transactions.current().query(
      `UPDATE job SET last_error = $3, due_at = $4::timestamptz + $5 * interval '1 minute'
        WHERE tenant = $1 AND id = $2 AND status = 'pending'`,
      [tenant, id, error, now, minutes],
    );
  }
}
