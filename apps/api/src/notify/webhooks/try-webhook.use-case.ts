import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { requireOn } from '../../access/require-ability.js';
import { Clock } from '../../database/clock.js';
import { notFound } from '../../http/problems/common-problems.js';
import { NotTaken } from './post-signed.js';
import { ONLY_ADMINS, type WebhookDecision } from './webhook-decision.js';
import { WebhookSender } from './webhook.sender.js';
import { WebhookStore } from './webhook.store.js';

/** 试发: sent here and now, because somebody looks at the answer. It tells nothing that has happened, so none may be lost. */
@Injectable()
export class TryWebhookUseCase {
  constructor(
    private readonly store: WebhookStore,
    private readonly sender: WebhookSender,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 403, 404 */
  async execute({ actor, ability, id }: WebhookDecision): Promise<{ ok: boolean; detail: string }> {
    const receiver = await this.store.receiver(actor.tenant, id);
    if (!receiver) throw notFound('这个推送地址');
    requireOn(ability, 'update', 'Webhook', { tenant: receiver.tenant }, ONLY_ADMINS);
    const event = {
      id: v7(),
      type: 'test',
      category: 'other',
      tenant: actor.tenant,
      occurredAt: this.clock.date().toISOString(),
      title: '试发',
      text: '这是一条测试消息，收到后不用处理。',
      taskId: null,
      instanceId: null,
      obligationId: null,
      recipientIds: [],
    };
    try {
      return { ok: true, detail: await this.sender.post(receiver, event) };
    } catch (error) {
      if (error instanceof NotTaken) return { ok: false, detail: error.message };
      throw error;
    }
  }
}
