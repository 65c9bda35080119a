import { Injectable } from '@nestjs/common';
import { Transactions } from '../../database/transactions.js';
import type { DeliveryAct } from '../../outbox/delivery-act.js';
import type { Category } from '../categories.js';
import { WebhookEntity } from './webhook.entity.js';

/** What an administrator says about a webhook. */
export interface WebhookFields {
  readonly name: string;
  readonly url: string;
  readonly categories: readonly Category[];
  readonly active: boolean;
}

export interface LockedWebhook {
  readonly tenant: string;
  readonly id: string;
  readonly revision: number;
}

/** Where to send, and how to sign. */
export interface Receiver {
  readonly tenant: string;
  readonly id: string;
  readonly url: string;
  readonly secret: string | null;
}

@Injectable()
export class WebhookStore {
  constructor(private readonly transactions: Transactions) {}

  /** Those that want to hear of a category and can be sent to. */
  async listening(tenant: string, category: Category): Promise<{ id: string; name: string }[]> {
    return this.query(
      `SELECT id, name FROM webhook WHERE tenant = $1 AND active AND secret IS NOT NULL AND $2 = ANY(categories)`,
      [tenant, category],
    );
  }

  async receiver(tenant: string, id: string): Promise<Receiver | null> {
    const sql = 'SELECT tenant, id, url, secret FROM webhook WHERE tenant = $1 AND id = $2';
    const [row] = await this.query<Receiver>(sql, [tenant, id]);
    return row ?? null;
  }

  async lock(tenant: string, id: string): Promise<LockedWebhook | null> {
    const sql = 'SELECT tenant, id, revision FROM webhook WHERE tenant = $1 AND id = $2 FOR UPDATE';
    const [row] = await this.query<LockedWebhook>(sql, [tenant, id]);
    return row ?? null;
  }

  async add(tenant: string, id: string, { categories, ...fields }: WebhookFields, createdAt: Date): Promise<void> {
    await this.transactions
      .current()
      .insert(WebhookEntity, { ...fields, categories: [...categories], tenant, id, revision: 1, createdAt });
  }

  async change({ tenant, id, revision }: LockedWebhook, { categories, ...fields }: WebhookFields): Promise<void> {
    await this.transactions
      .current()
      .update(WebhookEntity, { tenant, id }, { ...fields, categories: [...categories], revision: revision + 1 });
  }

  async setSecret({ tenant, id, revision }: LockedWebhook, secret: string, secretSince: Date): Promise<void> {
    await this.transactions
      .current()
      .update(WebhookEntity, { tenant, id }, { secret, secretSince, revision: revision + 1 });
  }

  /** What was still to be sent to it is given up, with who took it away. */
  async remove({ tenant, id }: LockedWebhook, act: DeliveryAct & { reason: string }): Promise<void> {
    await this.query(
      `UPDATE outbox SET abandoned_at = $3, abandoned_by = $4, abandoned_reason = $5, acts = acts || $6::jsonb,
              failing_since = coalesce(failing_since, $3::timestamptz)
        WHERE tenant = $1 AND topic = 'webhook.send' AND lane = $2 AND delivered_at IS NULL AND abandoned_at IS NULL`,
      [tenant, id, act.at, act.by, act.reason, JSON.stringify(act)],
    );
    await this.transactions.current().delete(WebhookEntity, { tenant, id });
  }

  async noteTry(tenant: string, id: string, lastAt: Date, lastOk: boolean, lastDetail: string): Promise<void> {
    await this.transactions.current().update(WebhookEntity, { tenant, id }, { lastAt, lastOk, lastDetail });
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.transactions.current().query(sql, values);
  }
}
