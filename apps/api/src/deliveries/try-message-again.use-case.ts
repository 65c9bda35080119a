import { Injectable } from '@nestjs/common';
import { Clock } from '../database/clock.js';
import { Transactions } from '../database/transactions.js';
import { OutboxStore, type LockedMessage } from '../outbox/outbox.store.js';
import type { Decided, Decision } from './decision.js';
import type { Conflict } from './delivery-conflict.js';
import { LockedMessages } from './locked-messages.js';

/**
 * 立即重试: what kept a message back is mended, and it is not to wait for its pause. 重新投递: one that was given up is
 * wanted after all, and may wait as long as a new one.
 */
@Injectable()
export class TryMessageAgainUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly messages: LockedMessages,
    private readonly store: OutboxStore,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 403, 404, 409 */
  execute(verb: 'retry' | 'redeliver', decision: Decision): Promise<Decided> {
    return this.transactions.inTransaction(async () => {
      const row = await this.messages.take(decision, hindrances[verb]);
      const at = this.clock.date();
      await this.store.tryNow(row, { verb, at: at.toISOString(), by: decision.actor.personId });
      return { id: row.id, revision: row.acts.length + 1, nextTryAt: at };
    });
  }
}

const ABANDONED: Conflict = {
  code: 'abandoned',
  title: '这条消息已经放弃',
  cure: '仍然需要的，请在“已放弃”里重新投递。',
};

const STILL_TRIED: Conflict = {
  code: 'not-abandoned',
  title: '这条消息没有放弃，还在投递',
  cure: '不用重新投递；想马上再试的，请立即重试。',
};

const hindrances = {
  retry: ({ abandonedAt }: LockedMessage) => abandonedAt && ABANDONED,
  redeliver: ({ abandonedAt }: LockedMessage) => (abandonedAt ? null : STILL_TRIED),
};
