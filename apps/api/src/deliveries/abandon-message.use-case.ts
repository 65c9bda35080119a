import { Injectable } from '@nestjs/common';
import { Clock } from '../database/clock.js';
import { Transactions } from '../database/transactions.js';
import { invalidInput } from '../http/problems/common-problems.js';
import { cleanText } from '../instances/instances.module.js';
import { OutboxStore } from '../outbox/outbox.store.js';
import type { Decided, Decision } from './decision.js';
import type { Conflict } from './delivery-conflict.js';
import { LockedMessages } from './locked-messages.js';

/** 放弃: nobody needs the message any more. It stays with the reason and the name, and can be asked for again. */
@Injectable()
export class AbandonMessageUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly messages: LockedMessages,
    private readonly store: OutboxStore,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 400 without a reason, 403, 404, 409 */
  execute(decision: Decision, given: string): Promise<Decided> {
    const reason = cleanText(given).trim();
    if (reason.length < MIN_REASON) throw invalidInput([{ field: 'reason', message: '请写明为什么放弃，至少两个字' }]);
    return this.transactions.inTransaction(async () => {
      // what the system let go is still for a person to decide
      const row = await this.messages.take(decision, ({ abandonedBy }) => (abandonedBy === null ? null : ABANDONED));
      const at = this.clock.date().toISOString();
      await this.store.abandon(row, { verb: 'abandon', at, by: decision.actor.personId, reason });
      return { id: row.id, revision: row.acts.length + 1, nextTryAt: null };
    });
  }
}

const MIN_REASON = 2;

const ABANDONED: Conflict = {
  code: 'abandoned',
  title: '这条消息已经放弃',
  cure: '不用再放弃一次；仍然需要的，请在“已放弃”里重新投递。',
};
