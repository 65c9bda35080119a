import { Injectable } from '@nestjs/common';
import { Settings } from '../../config/settings.js';
import { Transactions } from '../../database/transactions.js';
import { requireUrl } from './create-webhook.use-case.js';
import { LockedWebhooks } from './locked-webhooks.js';
import type { WebhookDecision } from './webhook-decision.js';
import { WebhookStore, type WebhookFields } from './webhook.store.js';

@Injectable()
export class ChangeWebhookUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly locked: LockedWebhooks,
    private readonly store: WebhookStore,
    private readonly settings: Settings,
  ) {}

  /** @returns the new revision @throws Problem 400, 403, 404, 409 */
  execute(decision: WebhookDecision, fields: WebhookFields): Promise<number> {
    requireUrl(fields, this.settings);
    return this.transactions.inTransaction(async () => {
      const row = await this.locked.take('update', decision);
      await this.store.change(row, fields);
      return row.revision + 1;
    });
  }
}
