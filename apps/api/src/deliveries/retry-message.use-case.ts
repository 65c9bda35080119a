import { Injectable } from '@nestjs/common';
import { Clock } from '../database/clock.js';
import { Transactions } from '../database/transactions.js';
import { OutboxStore } from '../outbox/outbox.store.js';
import type { Conflict } from './delivery-conflict.js';
import { LockedMessages, type Decided, type Decision } from './locked-messages.js';

/** 立即重试: what kept a message back is mended, and it is not to wait for its pause. */
@Injectable()
export class RetryMessageUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly messages: LockedMessages,
    private readonly store: OutboxStore,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 403, 404, 409 */
  execute(decision: Decision): Promise<Decided> {
    return this.transactions.inTransaction(async () => {
      const row = await this.messages.take(decision, ({ abandonedAt }) => abandonedAt && ABANDONED);
      const at = this.clock.date();
      await this.store.tryNow(row, { verb: 'retry', at: at.toISOString(), by: decision.actor.personId });
      return { id: row.id, revision: row.acts.length + 1, nextTryAt: at };
    });
  }
}

const ABANDONED: Conflict = {
  code: 'abandoned',
  title: '这条消息已经放弃',
  cure: '仍然需要的，请在“已放弃”里重新投递。',
};
