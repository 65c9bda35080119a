import { Injectable } from '@nestjs/common';
import { Clock } from '../../database/clock.js';
import { Transactions } from '../../database/transactions.js';
import { LockedWebhooks } from './locked-webhooks.js';
import type { WebhookDecision } from './webhook-decision.js';
import { WebhookStore } from './webhook.store.js';

/** 删除: what was still to be sent to it stays in 已放弃, with who deleted it. */
@Injectable()
export class RemoveWebhookUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly locked: LockedWebhooks,
    private readonly store: WebhookStore,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 403, 404, 409 */
  execute(decision: WebhookDecision): Promise<void> {
    return this.transactions.inTransaction(async () => {
      const row = await this.locked.take('delete', decision);
      const at = this.clock.date().toISOString();
      await this.store.remove(row, { verb: 'abandon', at, by: decision.actor.personId, reason: '推送地址已删除' });
    });
  }
}
