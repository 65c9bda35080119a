import { Injectable } from '@nestjs/common';
import type { JsonObject } from '@chengban/domain';
import { backOff } from '../database/back-off.js';
import { Transactions } from '../database/transactions.js';
import type { Delivery } from './consumer.js';
import type { DeliveryAct } from './delivery-act.js';

/** A message to be. Its id is what repetitions are known by. */
export interface NewMessage {
  readonly id: string;
  readonly instanceId: string | null;
  readonly topic: string;
  readonly payload: JsonObject;
}

/** A message while its lock is held. */
export interface LockedMessage {
  readonly tenant: string;
  readonly id: string;
  readonly attempts: number;
  readonly deliveredAt: Date | null;
  readonly abandonedAt: Date | null;
  readonly abandonedBy: string | null;
  readonly acts: readonly DeliveryAct[];
}

@Injectable()
export class OutboxStore {
  constructor(private readonly transactions: Transactions) {}

  /** Puts down what must be told once the transaction has committed. */
  async add(tenant: string, messages: readonly NewMessage[], at: Date): Promise<void> {
    if (messages.length === 0) return;
    await this.transactions.current().query(
      `INSERT INTO outbox (tenant, id, instance_id, topic, payload, created_at, due_at)
       SELECT $1, r.id, r."instanceId", r.topic, r.payload, $3, $3
         FROM jsonb_to_recordset($2::jsonb) AS r(id uuid, "instanceId" uuid, topic text, payload jsonb)
       ON CONFLICT ON CONSTRAINT outbox_pk DO NOTHING`,
      [tenant, JSON.stringify(messages), at],
    );
  }

  /** Takes what stays in the house for as long as the transaction lasts; what another process has taken is passed over. */
  async take(now: Date, limit: number): Promise<Delivery[]> {
    return this.transactions.current().query(
      `SELECT tenant, id, topic, payload, created_at AS "createdAt",
              coalesce((acts->-1->>'at')::timestamptz, created_at) AS "waitsSince"
         FROM outbox
        WHERE delivered_at IS NULL AND abandoned_at IS NULL AND lane IS NULL AND due_at <= $1
        ORDER BY due_at, id LIMIT $2 FOR UPDATE SKIP LOCKED`,
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

  /** @param now when it was taken: who asks for it after that does not wait for the pause of a try that began before */
  async postpone({ tenant, id }: Delivery, error: string, now: Date): Promise<void> {
    await this.transactions.current().query(
      `UPDATE outbox SET attempts = attempts + 1, last_error = $3, failing_since = coalesce(failing_since, $4::timestamptz),
              due_at = CASE WHEN due_at > $4::timestamptz THEN due_at
                ELSE ${backOff('$4::timestamptz')} END
        WHERE tenant = $1 AND id = $2 AND delivered_at IS NULL AND abandoned_at IS NULL`,
      [tenant, id, error.slice(0, 500), now],
    );
  }

  /** The system gives a message up. It stays, with the reason, until a person decides. */
  async letGo({ tenant, id }: Delivery, reason: string, now: Date): Promise<void> {
    const act: DeliveryAct = { verb: 'abandon', at: now.toISOString(), by: null, reason };
    await this.transactions.current().query(
      `UPDATE outbox SET attempts = attempts + 1, failing_since = coalesce(failing_since, $3::timestamptz),
              abandoned_at = $3, abandoned_by = NULL, abandoned_reason = $4, acts = acts || $5::jsonb
        WHERE tenant = $1 AND id = $2`,
      [tenant, id, now, reason, JSON.stringify(act)],
    );
  }

  /** Waits for a try that is under way. */
  async lock(tenant: string, id: string): Promise<LockedMessage | null> {
    const rows: LockedMessage[] = await this.transactions.current().query(
      `SELECT tenant, id, attempts, delivered_at AS "deliveredAt", abandoned_at AS "abandonedAt",
              abandoned_by AS "abandonedBy", acts
         FROM outbox WHERE tenant = $1 AND id = $2 FOR UPDATE`,
      [tenant, id],
    );
    return rows[0] ?? null;
  }

  /** Due from now on, whether it was given up or not. */
  async tryNow({ tenant, id }: LockedMessage, act: DeliveryAct): Promise<void> {
    await this.transactions.current().query(
      `UPDATE outbox SET due_at = $3, abandoned_at = NULL, abandoned_by = NULL, abandoned_reason = NULL, acts = acts || $4::jsonb
        WHERE tenant = $1 AND id = $2`,
      [tenant, id, act.at, JSON.stringify(act)],
    );
  }

  async abandon({ tenant, id }: LockedMessage, act: DeliveryAct): Promise<void> {
    await this.transactions.current().query(
      `UPDATE outbox SET abandoned_at = $3, abandoned_by = $4, abandoned_reason = $5, acts = acts || $6::jsonb
        WHERE tenant = $1 AND id = $2`,
      [tenant, id, act.at, act.by, act.reason, JSON.stringify(act)],
    );
  }
}
