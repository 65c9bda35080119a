import { Injectable } from '@nestjs/common';
import { Clock } from '../../database/clock.js';
import { Transactions } from '../../database/transactions.js';
import { LockedWebhooks } from './locked-webhooks.js';
import { newSecret } from './signature.js';
import type { WebhookDecision } from './webhook-decision.js';
import { WebhookStore } from './webhook.store.js';

/** 生成密钥: shown in this one answer and never again. A lost answer costs nothing: the next secret takes its place. */
@Injectable()
export class RenewSecretUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly locked: LockedWebhooks,
    private readonly store: WebhookStore,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 403, 404, 409 */
  execute(decision: WebhookDecision): Promise<{ secret: string; revision: number }> {
    return this.transactions.inTransaction(async () => {
      const row = await this.locked.take('update', decision);
      const secret = newSecret();
      await this.store.setSecret(row, secret, this.clock.date());
      return { secret, revision: row.revision + 1 };
    });
  }
}
