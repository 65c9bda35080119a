import { Injectable } from '@nestjs/common';
import { Clock } from '../database/clock.js';
import { Transactions } from '../database/transactions.js';
import { OutboxStore } from '../outbox/outbox.store.js';
import type { Conflict } from './delivery-conflict.js';
import { LockedMessages, type Decided, type Decision } from './locked-messages.js';

/** 重新投递: a message that was given up is wanted after all, and may wait as long as a new one. */
@Injectable()
export class RedeliverMessageUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly messages: LockedMessages,
    private readonly store: OutboxStore,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 403, 404, 409 */
  execute(decision: Decision): Promise<Decided> {
    return this.transactions.inTransaction(async () => {
      const row = await this.messages.take(decision, ({ abandonedAt }) => (abandonedAt ? null : STILL_TRIED));
      const at = this.clock.date();
      await this.store.tryNow(row, { verb: 'redeliver', at: at.toISOString(), by: decision.actor.personId });
      return { id: row.id, revision: row.acts.length + 1, nextTryAt: at };
    });
  }
}

const STILL_TRIED: Conflict = {
  code: 'not-abandoned',
  title: '这条消息没有放弃，还在投递',
  cure: '不用重新投递；想马上再试的，请立即重试。',
};
