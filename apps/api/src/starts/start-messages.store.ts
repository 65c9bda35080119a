import { Injectable } from '@nestjs/common';
import { v5 } from 'uuid';
import { Transactions } from '../database/transactions.js';
import type { UnattendedStart } from '../instances/instances.module.js';

/** What begins a flow for several obligations. */
export interface Occasion extends Omit<UnattendedStart, 'obligationId'> {
  /** the scheduled time or the signal: told again it is the same */
  readonly id: string;
  /** of the flow, for people who read what did not arrive */
  readonly name: string;
}

@Injectable()
export class StartMessagesStore {
  constructor(private readonly transactions: Transactions) {}

  /**
   * One message per obligation, so that one that cannot begin harms no other. An obligation has one message for all the
   * times of a start: what still waits or was given up stays as it is, what came to nothing is said again.
   */
  async tell(
    tenant: string,
    { id, ...occasion }: Occasion,
    obligationIds: readonly string[],
    now: Date,
  ): Promise<void> {
    if (obligationIds.length === 0) return;
    const rows = obligationIds.map((obligationId) => ({
      id: v5(obligationId, id),
      payload: { ...occasion, obligationId },
    }));
    await this.transactions.current().query(
      `INSERT INTO outbox (tenant, id, topic, payload, created_at, due_at)
       SELECT $1, r.id, 'flow.start', r.payload, $3, $3 FROM jsonb_to_recordset($2::jsonb) AS r(id uuid, payload jsonb)
       ON CONFLICT ON CONSTRAINT outbox_pk DO UPDATE
         SET created_at = excluded.created_at, due_at = excluded.due_at, delivered_at = NULL, attempts = 0, last_error = NULL,
             failing_since = NULL
       WHERE outbox.delivered_at IS NOT NULL`,
      [tenant, JSON.stringify(rows), now],
    );
  }
}
