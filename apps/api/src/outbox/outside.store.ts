import { Injectable } from '@nestjs/common';
import type { JsonObject } from '@chengban/domain';
import { backOff } from '../database/back-off.js';
import { Transactions } from '../database/transactions.js';
import type { OutsideMessage, OutsideTopic } from './sender.js';

export interface NewOutsideMessage {
  readonly id: string;
  readonly topic: OutsideTopic;
  /** what fails together: the mail server, one receiver of webhooks */
  readonly lane: string;
  readonly payload: JsonObject;
  readonly instanceId: string | null;
  readonly dueAt: Date;
}

/** Longer than any try takes; after it the process counts as dead and another one tries. */
const LEASE_SECONDS = 180;
/** Of what is due only so much is looked at when lanes are given their turns. */
const LOOKED_AT = 500;

/** Messages that leave the house: rows of the outbox that have a lane. */
@Injectable()
export class OutsideStore {
  constructor(private readonly transactions: Transactions) {}

  /** What is there already stays as it is. */
  async add(tenant: string, messages: readonly NewOutsideMessage[], now: Date): Promise<void> {
    if (messages.length === 0) return;
    await this.transactions.current().query(
      `INSERT INTO outbox (tenant, id, instance_id, topic, lane, payload, created_at, due_at)
       SELECT $1, m.id, m."instanceId", m.topic, m.lane, m.payload, $3, m."dueAt"
         FROM jsonb_to_recordset($2::jsonb) AS m(id uuid, "instanceId" uuid, topic text, lane text, payload jsonb, "dueAt" timestamptz)
       ON CONFLICT DO NOTHING`,
      [tenant, JSON.stringify(messages), now],
    );
  }

  /** Leases what is due, in one statement; of one lane no more than `perLane`, so that one that hangs leaves room for others. */
  async take(topic: OutsideTopic, now: Date, limit: number, perLane: number): Promise<OutsideMessage[]> {
    const [rows]: [OutsideMessage[], number] = await this.transactions.current().query(
      `WITH due AS (
         SELECT tenant, id, lane, due_at FROM outbox
          WHERE topic = $1 AND lane IS NOT NULL AND delivered_at IS NULL AND abandoned_at IS NULL AND due_at <= $2
          ORDER BY due_at LIMIT ${LOOKED_AT}),
       turns AS (SELECT tenant, id FROM (SELECT *, row_number() OVER (PARTITION BY tenant, lane ORDER BY due_at, id) AS turn FROM due) d
                  WHERE turn <= $4 ORDER BY due_at, id LIMIT $3),
       free AS (SELECT o.tenant, o.id FROM outbox o JOIN turns USING (tenant, id)
                 WHERE o.delivered_at IS NULL AND o.abandoned_at IS NULL AND o.due_at <= $2 FOR UPDATE OF o SKIP LOCKED)
       UPDATE outbox o SET due_at = $2::timestamptz + interval '${LEASE_SECONDS} seconds' FROM free
        WHERE o.tenant = free.tenant AND o.id = free.id
        RETURNING o.tenant, o.id, o.topic, o.lane, o.payload, o.created_at AS "createdAt", o.due_at AS "leasedUntil"`,
      [topic, now, limit, perLane],
    );
    return rows;
  }

  async markDelivered({ tenant, id }: OutsideMessage, at: Date): Promise<void> {
    await this.transactions.current().query(
      `UPDATE outbox SET delivered_at = $3, attempts = attempts + 1
        WHERE tenant = $1 AND id = $2 AND delivered_at IS NULL AND abandoned_at IS NULL`,
      [tenant, id, at],
    );
  }

  /** Who asked for another try meanwhile does not wait for the pause. The rest of the lane takes breath for a minute. */
  async postpone(message: OutsideMessage, error: string, now: Date): Promise<void> {
    const { tenant, id, topic, lane, leasedUntil } = message;
    await this.transactions.current().query(
      `UPDATE outbox SET attempts = attempts + 1, last_error = $3, failing_since = coalesce(failing_since, $4::timestamptz),
              due_at = CASE WHEN due_at <> $5 THEN due_at ELSE ${backOff('$4::timestamptz')} END
        WHERE tenant = $1 AND id = $2 AND delivered_at IS NULL AND abandoned_at IS NULL`,
      [tenant, id, error.slice(0, 500), now, leasedUntil],
    );
    await this.transactions.current().query(
      `UPDATE outbox SET due_at = $4::timestamptz + interval '1 minute'
        WHERE tenant = $1 AND topic = $2 AND lane = $3 AND delivered_at IS NULL AND abandoned_at IS NULL
          AND due_at <= $4 AND attempts = 0`,
      [tenant, topic, lane, now],
    );
  }
}
