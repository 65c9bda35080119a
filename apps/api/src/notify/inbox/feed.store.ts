import { Injectable } from '@nestjs/common';
import { Transactions } from '../../database/transactions.js';

export interface FeedOwner {
  readonly tenant: string;
  readonly personId: string;
}

@Injectable()
export class FeedStore {
  constructor(private readonly transactions: Transactions) {}

  /** One further change for each; their rows stay locked until the transaction ends, in one order, so that none deadlock. */
  async move(tenant: string, personIds: readonly string[]): Promise<void> {
    await this.transactions.current().query(
      `INSERT INTO notification_feed AS f (tenant, person_id, version)
       SELECT $1, id, 1 FROM unnest($2::uuid[]) AS id ORDER BY id
       ON CONFLICT (tenant, person_id) DO UPDATE SET version = f.version + 1`,
      [tenant, [...new Set(personIds)]],
    );
  }

  /** The person's row for as long as the transaction lasts, without a change. */
  async hold(tenant: string, personId: string): Promise<void> {
    await this.transactions
      .current()
      .query('SELECT 1 FROM notification_feed WHERE tenant = $1 AND person_id = $2 FOR UPDATE', [tenant, personId]);
  }

  /** One question for however many people. Who is not in the answer has never had a message: version 0. */
  async versions(owners: readonly FeedOwner[]): Promise<Map<string, number>> {
    if (owners.length === 0) return new Map();
    const rows: (FeedOwner & { version: number })[] = await this.transactions.current().query(
      `SELECT tenant, person_id AS "personId", version
         FROM unnest($1::text[], $2::uuid[]) AS asked(tenant, person_id) JOIN notification_feed USING (tenant, person_id)`,
      [owners.map(({ tenant }) => tenant), owners.map(({ personId }) => personId)],
    );
    return new Map(rows.map((row) => [feedKey(row), row.version]));
  }
}

export const feedKey = ({ tenant, personId }: FeedOwner): string => `${tenant} ${personId}`;
