import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../database/clock.js';
import { Transactions } from '../../database/transactions.js';

export interface KeyOwner {
  readonly tenant: string;
  readonly personId: string;
  readonly key: string;
}

export interface StoredAnswer {
  readonly requestHash: Buffer;
  readonly status: number;
  readonly etag: string | null;
  readonly body: unknown;
}

const KEPT_DAYS = 7;

/** Answers by key. Both methods belong to the transaction of the act itself. */
@Injectable()
export class IdempotencyStore {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes the key, or waits for the request that holds it and returns what that one answered.
   * The wait is PostgreSQL's own: the second insert of a primary key stands still until the first commits or gives up.
   */
  async take(manager: EntityManager, owner: KeyOwner, requestHash: Buffer): Promise<StoredAnswer | null> {
    const taken = await manager.query<unknown[]>(
      `INSERT INTO idempotency_key (tenant, person_id, key, request_hash, status, created_at)
       VALUES ($1, $2, $3, $4, 0, $5) ON CONFLICT DO NOTHING RETURNING 1`,
      [owner.tenant, owner.personId, owner.key, requestHash, this.clock.date()],
    );
    if (taken.length > 0) return null;
    const [answer] = await manager.query<StoredAnswer[]>(
      `SELECT request_hash AS "requestHash", status, etag, body FROM idempotency_key
       WHERE tenant = $1 AND person_id = $2 AND key = $3`,
      [owner.tenant, owner.personId, owner.key],
    );
    return answer ?? null;
  }

  async keep(manager: EntityManager, owner: KeyOwner, answer: Omit<StoredAnswer, 'requestHash'>): Promise<void> {
    await manager.query(
      'UPDATE idempotency_key SET status = $4, etag = $5, body = $6 WHERE tenant = $1 AND person_id = $2 AND key = $3',
      [owner.tenant, owner.personId, owner.key, answer.status, answer.etag, JSON.stringify(answer.body ?? null)],
    );
  }

  async removeOld(): Promise<void> {
    const before = new Date(this.clock.now() - KEPT_DAYS * 86_400_000);
    await this.transactions.current().query('DELETE FROM idempotency_key WHERE created_at < $1', [before]);
  }
}
