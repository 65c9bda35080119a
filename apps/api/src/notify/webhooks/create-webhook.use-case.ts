import { Injectable } from '@nestjs/common';
import type { Actor } from '@chengban/domain';
import { v7 } from 'uuid';
import { Settings } from '../../config/settings.js';
import { Clock } from '../../database/clock.js';
import { Transactions } from '../../database/transactions.js';
import { invalidInput } from '../../http/problems/common-problems.js';
import { faultOfUrl } from './webhook-url.js';
import { WebhookStore, type WebhookFields } from './webhook.store.js';

/** 登记推送地址. Nothing is sent to it before it has a secret: an answer that is kept for repetitions holds none. */
@Injectable()
export class CreateWebhookUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly store: WebhookStore,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  /** @returns its id @throws Problem 400 */
  execute({ tenant }: Actor, fields: WebhookFields): Promise<string> {
    requireUrl(fields, this.settings);
    return this.transactions.inTransaction(async () => {
      const id = v7();
      await this.store.add(tenant, id, fields, this.clock.date());
      return id;
    });
  }
}

/** @throws Problem 400 */
export function requireUrl({ url }: WebhookFields, { WEBHOOK_NETWORKS }: Settings): void {
  const fault = faultOfUrl(url, WEBHOOK_NETWORKS);
  if (fault) throw invalidInput([{ field: 'url', message: fault }]);
}
